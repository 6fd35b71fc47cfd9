// What a kept run looks like, checked whenever one is read: a history is committed, cached and merged by others.
//
// History of the format (newest first):
//   1  first version

import { z } from 'zod';
import { armKeySchema } from '../document/schema.ts';
import { BenchError, messageOf } from '../errors.ts';
import { HISTORY_SCHEMA_VERSION, type HistoryRun } from '../model/document/history-run.ts';
import { quoted } from '../visible-text.ts';

const MOST_MS = 1e12;
const MOST_COUNT = 1e9;
const text = z.string().max(100_000);
const name = z.string().max(300);
const count = z.int().min(0).max(MOST_COUNT);
const positiveCount = z.int().min(1).max(MOST_COUNT);
const positiveTime = z.number().positive().max(MOST_MS);
const ratio = z.number().min(0).max(MOST_MS);

const cell = z
  .object({
    key: armKeySchema,
    taskCount: positiveCount,
    outputDigest: text.nullable(),
    state: z.enum(['measured', 'faulty', 'skipped', 'not reached']),
    medianMs: positiveTime.nullable(),
    sampleCount: count,
    work: z.enum(['waiting', 'computing', 'mixed']),
    reason: text.nullable(),
  })
  .refine(({ state, medianMs }) => (state === 'measured') === (medianMs !== null), {
    error: 'expected a median where a cell was measured, and nowhere else',
  });

const runSchema = z.object({
  schemaVersion: z.literal(HISTORY_SCHEMA_VERSION),
  createdAt: z.iso.datetime(),
  commit: text.nullable(),
  toolVersion: text,
  complete: z.boolean(),
  environment: z.object({ cpuModel: text, coreCount: positiveCount, os: text, runtime: text }),
  settings: z.object({
    profile: z.enum(['full', 'quick']),
    roundCount: positiveCount.nullable(),
    epochCount: positiveCount,
    budgetMs: z.number().min(0).max(MOST_MS),
    warmupMs: z.number().min(0).max(MOST_MS).nullable(),
  }),
  effectiveCores: z.number().positive().max(MOST_COUNT).nullable(),
  references: z.object({ computingMs: positiveTime, requestMs: positiveTime }).nullable(),
  scenarios: z.array(
    z.object({
      id: name,
      file: text.nullable(),
      parameters: z.record(name, z.union([z.number(), text, z.boolean()])),
      target: text.nullable(),
    }),
  ),
  cells: z.array(cell),
  placebos: z.array(
    z.object({
      scenarioId: name,
      verdict: z.enum(['faster', 'slower', 'no gain', 'undecided']),
      ratio,
      low: ratio,
      high: ratio.nullable(),
      levelRatio: z.number().min(0).max(1),
    }),
  ),
}) satisfies z.ZodType<HistoryRun>;

/** Reads a run from its text; `place` is how messages call it. Throws `FILE_NOT_JSON`, `FILE_NEWER` or `FILE_SCHEMA`. */
export function parseRun(runText: string, place: string): HistoryRun {
  const value = parseJson(runText, place);
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if ('scenarios' in fields && 'preflight' in fields) {
    throw new BenchError(
      'FILE_SCHEMA',
      `${place} is a whole result document, expected a run of a history`,
      `Keep it with \`overlap baseline add ${place}\`, which leaves in the history what judging needs.`,
    );
  }
  const { schemaVersion } = fields;
  if (typeof schemaVersion === 'number' && schemaVersion > HISTORY_SCHEMA_VERSION && 'cells' in fields) {
    throw new BenchError(
      'FILE_NEWER',
      `${place} has schemaVersion ${schemaVersion}, this version reads up to ${HISTORY_SCHEMA_VERSION}`,
      'Update overlap-bench: `npm install overlap-bench@latest`.',
    );
  }
  const parsed = runSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = quoted(z.core.toDotPath(issue?.path ?? [])) || '(top)';
  throw new BenchError(
    'FILE_SCHEMA',
    `${place} is no run of a history: at \`${where}\`: ${quoted(issue?.message ?? '')}`,
    'Remove it, or add the run again: `overlap baseline add RESULT.json`.',
  );
}

function parseJson(runText: string, place: string): unknown {
  try {
    return JSON.parse(runText);
  } catch (thrown) {
    throw new BenchError(
      'FILE_NOT_JSON',
      runText.trim() === ''
        ? `${place} is empty, expected a run of a history`
        : `${place} is not JSON: ${quoted(messageOf(thrown))}`,
      'Remove it, or add the run again: `overlap baseline add RESULT.json`.',
      thrown,
    );
  }
}
