// One folder at a time: its production files are broken in one place after another, and the tests that stand in the
// same folder are asked whether they notice. Tests of other folders are not: who relies on them finds out too late.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { type FolderScore, scoreOf } from './score.ts';

/** Its schema is made while the file loads, so nearly all of it would be left out; each such mutant needs a fresh start. */
const TRY_LOAD_TIME = ['src/document'];

/** They connect the program to its process, where only a process of its own can test them: src/cli/cli.test.ts does. */
const GUARDED_BY_PROCESSES = ['src/cli/main.ts', 'src/cli/process-shell.ts'];
const LEFT_OUT = ['**/*.test.ts', '**/testing.ts', '**/testing/**', ...GUARDED_BY_PROCESSES];

/** Breaks the production files of `part`, a folder or file within `folder`, and tells what the folder's tests noticed. */
export async function runPart(part: string, folder: string, concurrency: number): Promise<FolderScore> {
  const startedAt = new Date();
  const stryker = new Stryker({
    mutate: part.endsWith('.ts') ? [part] : [`${part}/**/*.ts`, ...LEFT_OUT.map((pattern) => `!${pattern}`)],
    testFiles: [`${folder}/**/*.test.ts`],
    ignoreStatic: !TRY_LOAD_TIME.includes(folder),
    concurrency,
  });
  const mutants = (await stryker.runMutationTest()).map((mutant) => ({
    ...mutant,
    fileName: relative(process.cwd(), mutant.fileName),
  }));
  return {
    folder: part,
    measuredAt: startedAt.toISOString(),
    elapsedMinutes: (Date.now() - startedAt.getTime()) / 60_000,
    ...scoreOf(mutants, (file) => readFileSync(file, 'utf8')),
  };
}
