// Words on the command line, and the files that they mean.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioIdOf } from '../../scenario-file.ts';
import { shippedUrls } from '../discover.ts';
import { namedFiles } from './named-files.ts';

let folder = '';
const FILES = [
  ...['b.ts', 'a.scenario.mjs', 'deep/c.cts', 'we[i]rd*.ts'],
  ...[
    '_helper.ts',
    '.hidden.ts',
    'b.test.ts',
    'b.spec.js',
    'overlap.config.ts',
    'types.d.ts',
    'notes.md',
    'node_modules/p/d.ts',
  ],
];
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'choosing-')));
  for (const name of FILES) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = shippedUrls();
const idsOf = async (...words: string[]) => (await namedFiles(words, shipped)).map(scenarioIdOf);
/** Files below the folder, by words that are relative to it. */
const filesOf = async (...words: string[]) =>
  (
    await namedFiles(
      words.map((word) => join(folder, word)),
      shipped,
    )
  ).map((url) => relative(folder, fileURLToPath(url)));
const refusal = (...words: string[]) => expect(namedFiles(words, shipped)).rejects;

describe('a pattern over ids', () => {
  it('means what is shipped, in the order of the list', async () => {
    expect(await idsOf('download-*')).toEqual(['download-pages', 'download-then-hash']);
    expect(await idsOf('{lying,capped}-*')).toEqual(['capped-peer', 'lying-kernel']);
    expect(await idsOf('count-prime?', 'count-primes', '[d]ownload-*')).toEqual([
      ...['count-primes', 'download-pages', 'download-then-hash'],
    ]);
  });

  it('that matches nothing is refused, with what there is', async () => {
    await refusal('zz*').toMatchObject({
      code: 'UNKNOWN_SCENARIO',
      message: "No scenario matches 'zz*'",
      hint: expect.stringMatching(
        /^Ids: download-pages, .*lying-kernel, .*\. For files of your own: '\*\*\/zz\*\.ts'\.$/,
      ),
    });
    // What lies beside the shipped scenarios is none of them.
    await refusal('../zz*').toMatchObject({ code: 'UNKNOWN_SCENARIO' });
    await refusal('_templat*').toMatchObject({ code: 'UNKNOWN_SCENARIO' });
  });
});

describe('a pattern over files', () => {
  it('means scenarios: no helper, test, declaration, and nothing in node_modules', async () => {
    expect(await filesOf('**/*.{ts,mjs,cts}')).toEqual(['a.scenario.mjs', 'b.ts', 'deep/c.cts', 'we[i]rd*.ts']);
    expect(await filesOf('**/*')).toEqual(['a.scenario.mjs', 'b.ts', 'deep/c.cts', 'we[i]rd*.ts']);
    expect(await filesOf('*.ts', 'b.ts')).toEqual(['b.ts', 'we[i]rd*.ts']);
  });

  it('that is the name of a file means that file', async () => {
    expect(await filesOf('we[i]rd*.ts')).toEqual(['we[i]rd*.ts']);
    // Named, also a helper is what it is.
    expect(await filesOf('_helper.ts')).toEqual(['_helper.ts']);
  });

  it('that matches nothing is refused, with where it was looked for', async () => {
    await refusal(join(folder, 'zz/*.ts')).toMatchObject({
      code: 'UNKNOWN_SCENARIO',
      message: `No scenario file matches '${folder}/zz/*.ts'`,
      hint: expect.stringContaining('from the working folder, without node_modules'),
    });
  });
});

it('a folder is answered with a pattern for it, and what does not exist with where names are', async () => {
  await refusal(`${folder}/deep/`).toMatchObject({
    message: `${folder}/deep is a folder, expected a scenario`,
    hint: `Name its files with a pattern, such as '${folder}/deep/**/*.ts'.`,
  });
  // In the working folder, which is that of the repository.
  await refusal('benchmarks').toMatchObject({ message: expect.stringMatching(/benchmarks is a folder/) });
  await refusal(join(folder, 'gone.ts')).toMatchObject({
    message: `Scenario file ${folder}/gone.ts does not exist`,
    hint: expect.stringContaining('`overlap init`'),
  });
  await refusal('lying-kernal').toMatchObject({ message: expect.stringContaining("did you mean 'lying-kernel'?") });
});
