// A working folder of a test's own, with a saved run of one scenario and one of two, and the guesses that tests leave there.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { parseGuessDocument } from '../../../../document/guess/parse.ts';
import type { GuessDocument } from '../../../../model/teaching/guess.ts';
import { documentOf } from '../../../../report/testing/document-builder.ts';
import { countPrimes, downloadPages } from '../../../../report/testing/sample-documents.ts';

/** Makes one for each test: `one.json` holds download-pages, `two.json` count-primes as well. */
export function useSavedRuns(): void {
  const home = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'predict-'));
    process.chdir(folder);
    keep('one.json', documentOf({ scenarios: [downloadPages] }));
    keep('two.json', documentOf({ scenarios: [downloadPages, countPrimes] }));
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });
}

/** Writes a document there. */
export function keep(name: string, value: object): void {
  writeFileSync(name, JSON.stringify(value));
}

/** The guess that lies there. */
export function guessAt(path: string): GuessDocument {
  return parseGuessDocument(readFileSync(path, 'utf8'), path);
}
