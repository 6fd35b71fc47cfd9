// The file format of a gate's raw numbers, checked on reading and before writing.

import { z } from 'zod';
import { keyText } from '../../model/arm-key.ts';
import type { GateDocument } from '../../model/document/gate-document.ts';
import {
  armKeySchema,
  count,
  environmentSchema,
  failureSchema,
  MOST_MS,
  positiveCount,
  text,
  time,
} from '../schema.ts';
import { GATE_SCHEMA_VERSION } from './version.ts';

const MOST_ROUNDS = 10_000;

const makespan = z.number().positive().max(MOST_MS);
const ratio = z.number().min(0).max(10);

const pair = z
  .object({
    stage: z.enum(['screen', 'confirm']),
    baseMs: z.array(makespan).min(1).max(MOST_ROUNDS),
    headMs: z.array(makespan).min(1).max(MOST_ROUNDS),
    headFirst: z.array(z.boolean()).min(1).max(MOST_ROUNDS),
    baseFailedCount: count,
    headFailedCount: count,
    foreignCores: time.nullable(),
  })
  .refine(({ baseMs, headMs, headFirst }) => baseMs.length === headMs.length && baseMs.length === headFirst.length, {
    error: 'expected as many rounds of base as of head',
    path: ['headMs'],
  });

const arm = z.object({ failure: failureSchema.nullable(), outputDigest: text.nullable() });

const cell = z.object({
  key: armKeySchema,
  taskCount: positiveCount,
  base: arm,
  head: arm,
  pairs: z.array(pair).max(MOST_ROUNDS),
  namedAtMs: time.nullable(),
});

const side = z.object({ label: text, commit: text.nullable() });

const gap = z.object({
  scenarioId: text,
  file: text.nullable(),
  news: z.enum(['broken', 'removed', 'added', 'not comparable']),
  reason: text,
});

const settings = z.object({
  marginRatio: ratio,
  strategyIds: z.array(text),
  taskCount: positiveCount.nullable(),
  concurrencies: z.array(positiveCount).nullable(),
  threadCounts: z.array(positiveCount),
  screenPairCount: positiveCount,
  confirmPairCount: positiveCount,
  deadlineMs: time,
  imports: z.array(text),
  parameters: z.record(z.string(), text),
  confirmsUnclear: z.boolean(),
  selfTest: z.boolean(),
});

const selfTest = z.object({
  injectedRatio: ratio,
  identical: cell,
  slowed: cell,
  faults: z.object({ faultCount: count, missed: z.array(text) }),
});

/** Says what a gate document is. */
export const gateDocumentSchema = z
  .object({
    kind: z.literal('gate'),
    schemaVersion: z.literal(GATE_SCHEMA_VERSION),
    createdAt: z.iso.datetime(),
    tool: z.object({ name: text, version: text }),
    seed: z.int(),
    complete: z.boolean(),
    measuredMs: time,
    environment: environmentSchema,
    settings,
    base: side,
    head: side,
    scenarios: z.array(z.object({ id: text, title: text, file: text.nullable() })),
    cellCount: count,
    cells: z.array(cell),
    gaps: z.array(gap),
    selfTest: selfTest.nullable(),
  })
  .superRefine(({ cells, cellCount, scenarios, settings: asked, selfTest: shown, complete }, context) => {
    if (cells.length !== cellCount) {
      context.addIssue({
        code: 'custom',
        path: ['cells'],
        message: `expected the ${cellCount} cells that were planned`,
      });
    }
    if (asked.selfTest && complete && shown === null && cells.some(({ pairs }) => pairs.length > 0)) {
      context.addIssue({ code: 'custom', path: ['selfTest'], message: 'expected the self-test that was asked for' });
    }
    const keys = new Set(cells.map(({ key }) => keyText(key)));
    if (keys.size !== cells.length) context.addIssue({ code: 'custom', path: ['cells'], message: 'two have one key' });
    const ids = new Set(scenarios.map(({ id }) => id));
    if (cells.some(({ key }) => !ids.has(key.scenarioId))) {
      context.addIssue({ code: 'custom', path: ['scenarios'], message: 'expected the scenario of every cell' });
    }
  }) satisfies z.ZodType<GateDocument>;
