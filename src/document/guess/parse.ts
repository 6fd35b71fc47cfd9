// From unknown text to a GuessDocument, or to a sentence that says what is wrong with the file and what to do.

import { BenchError } from '../../errors.ts';
import type { GuessDocument } from '../../model/teaching/guess.ts';
import { firstIssue, parseJson } from '../parse.ts';
import { guessDocumentSchema } from './schema.ts';
import { GUESS_SCHEMA_VERSION } from './version.ts';

/** Parses the text of a guess; `name` is how messages call it. Throws `FILE_NOT_JSON`, `FILE_NEWER` or `FILE_SCHEMA`. */
export function parseGuessDocument(text: string, name: string): GuessDocument {
  const value = migrated(parseJson(text, name));
  const { kind, schemaVersion } = (value ?? {}) as { kind?: unknown; schemaVersion?: unknown };
  if (kind === 'guess' && typeof schemaVersion === 'number' && schemaVersion > GUESS_SCHEMA_VERSION) {
    throw new BenchError(
      'FILE_NEWER',
      `${name} has schemaVersion ${schemaVersion}, this version reads guesses up to ${GUESS_SCHEMA_VERSION}`,
      'Update overlap-bench: `npm install overlap-bench@latest`.',
    );
  }
  const parsed = guessDocumentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BenchError(
    'FILE_SCHEMA',
    `${name} does not hold a guess: ${firstIssue(parsed.error)}`,
    'Name files that `overlap predict` wrote: .overlap/guesses/ has them.',
  );
}

/** A guess of version 1 does not say what the work depended on. */
function migrated(value: unknown): unknown {
  const { kind, schemaVersion, scenario } = (value ?? {}) as Record<string, unknown>;
  if (kind !== 'guess' || schemaVersion !== 1 || typeof scenario !== 'object') return value;
  return { ...(value as object), schemaVersion: 2, scenario: { ...scenario, work: null } };
}
