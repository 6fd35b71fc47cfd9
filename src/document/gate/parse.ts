// From unknown text to a GateDocument, or to a sentence that says what is wrong with the file and what to do.

import { BenchError } from '../../errors.ts';
import type { GateDocument } from '../../model/document/gate-document.ts';
import { firstIssue, parseJson } from '../parse.ts';
import { gateDocumentSchema } from './schema.ts';
import { GATE_SCHEMA_VERSION } from './version.ts';

/** Parses the text of a saved gate; `name` is how messages call it. Throws `FILE_NOT_JSON`, `FILE_NEWER` or `FILE_SCHEMA`. */
export function parseGateDocument(text: string, name: string): GateDocument {
  const value = parseJson(text, name);
  const { schemaVersion } = (value ?? {}) as { schemaVersion?: unknown };
  if (typeof schemaVersion === 'number' && schemaVersion > GATE_SCHEMA_VERSION && isGate(value)) {
    throw new BenchError(
      'FILE_NEWER',
      `${name} has schemaVersion ${schemaVersion}, this version reads gates up to ${GATE_SCHEMA_VERSION}`,
      'Update overlap-bench: `npm install overlap-bench@latest`.',
    );
  }
  const parsed = gateDocumentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const message = `${name} does not hold the numbers of a gate: ${firstIssue(parsed.error)}`;
  throw new BenchError('FILE_SCHEMA', message, 'Measure again with `overlap gate --raw FILE`.');
}

/** The text of a gate about to be saved. Throws `DOCUMENT_INVALID` for one that could not be read again. */
export function gateDocumentText(document: GateDocument): string {
  const parsed = gateDocumentSchema.safeParse(document);
  if (parsed.success) return `${JSON.stringify(document)}\n`;
  throw new BenchError(
    'DOCUMENT_INVALID',
    `the gate is not saved, since no version could read it: ${firstIssue(parsed.error)}`,
    'Look for code in a scenario that replaces clocks or counters; otherwise this is a bug.',
  );
}

/** Whether what was read says that it is a gate. */
export function isGate(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'gate';
}
