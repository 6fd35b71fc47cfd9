// From unknown text to a ResultDocument, or to a sentence that says what is wrong with the file and what to do.

import { z } from 'zod';
import { BenchError, messageOf } from '../errors.ts';
import type { ResultDocument } from '../model/document/document.ts';
import { quoted } from '../visible-text.ts';
import { migrate } from './migrate.ts';
import { resultDocumentSchema } from './schema.ts';
import { SCHEMA_VERSION } from './version.ts';

/** Parses the text of a result file; `name` is how messages call it. Throws `FILE_NOT_JSON`, `FILE_NEWER`, `FILE_SCHEMA`. */
export function parseDocument(text: string, name: string): ResultDocument {
  return checkDocument(parseJson(text, name), name);
}

/** What was parsed already, as a document of today's form. Throws `FILE_NEWER` or `FILE_SCHEMA`. */
export function checkDocument(value: unknown, name: string): ResultDocument {
  refuseOtherVersions(value, name);
  const parsed = resultDocumentSchema.safeParse(migrate(value));
  if (parsed.success) return parsed.data;
  throw new BenchError(
    'FILE_SCHEMA',
    `${name} is not a result document: ${firstIssue(parsed.error)}`,
    'Measure again with `overlap run`; the format is described in results/README.md.',
  );
}

/**
 * The text of a document about to be saved. Throws `DOCUMENT_INVALID` for one that could not be read again: a scenario
 * that replaces the clocks makes such times.
 */
export function documentText(document: ResultDocument): string {
  const parsed = resultDocumentSchema.safeParse(document);
  if (parsed.success) return `${JSON.stringify(document)}\n`;
  throw new BenchError(
    'DOCUMENT_INVALID',
    `the result is not saved, since no version could read it: ${firstIssue(parsed.error)}`,
    'Look for code in the scenario that replaces clocks or counters; otherwise this is a bug.',
  );
}

/** The first thing that is wrong, with its place. */
export function firstIssue({ issues: [issue] }: z.ZodError): string {
  return `at \`${quoted(z.core.toDotPath(issue?.path ?? [])) || '(top)'}\`: ${quoted(issue?.message ?? '')}`;
}

/** What the text holds. Throws `FILE_NOT_JSON`. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const truncated = text.length > 0 && text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}');
    throw new BenchError(
      'FILE_NOT_JSON',
      text.length === 0
        ? `${name} is empty, expected a result document`
        : `${name} is not JSON${truncated ? ' (it seems to be cut off)' : ''}: ${quoted(messageOf(thrown))}`,
      'Measure again with `overlap run`; a finished run is written whole or not at all.',
      thrown,
    );
  }
}

function refuseOtherVersions(value: unknown, name: string): void {
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { schemaVersion } = fields;
  if (typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION) {
    throw new BenchError(
      'FILE_NEWER',
      `${name} has schemaVersion ${schemaVersion}, this version reads up to ${SCHEMA_VERSION}`,
      'Update overlap-bench: `npm install overlap-bench@latest`.',
    );
  }
  if (fields.kind === 'gate') {
    throw new BenchError(
      'FILE_SCHEMA',
      `${name} holds the numbers of a gate, expected those of a run`,
      '`overlap show` prints a gate again; `overlap run` makes a result.',
    );
  }
  if (fields.kind === 'guess') {
    throw new BenchError(
      'FILE_SCHEMA',
      `${name} holds a guess, expected the numbers of a run`,
      '`overlap guesses` shows what was guessed; `overlap run` makes a result.',
    );
  }
  if ('scenarios' in fields && !('cells' in fields)) {
    throw new BenchError(
      'FILE_SCHEMA',
      `${name} is a report (from --format json), expected a result document`,
      'Give the file that `overlap run` saved; its name is on the last line of the run.',
    );
  }
}
