// `npm run mutants -- [FOLDER…]`: which changes to the code does no test notice? Folder after folder, so that one can be
// run alone; results of the others are kept. Takes minutes, hence no part of the tests.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { storeStudy } from '../store.ts';
import { pageOf } from './page.ts';
import { runPart } from './run-part.ts';
import type { FolderScore } from './score.ts';
import { STANDING } from './standing.ts';

const FOLDERS = ['src/cli', 'src/runner/plan', 'src/report', 'src/stats', 'src/theory', 'src/document'];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: 'string', default: '2' } },
});
const asked = positionals.length === 0 ? FOLDERS : positionals.map((part) => part.replace(/\/$/, ''));
rmSync('.stryker-tmp', { recursive: true, force: true }); // what an interrupted run left
for (const part of asked) {
  const folder = FOLDERS.find((each) => part === each || part.startsWith(`${each}/`));
  if (folder === undefined || !existsSync(part)) {
    process.stderr.write(`error: cannot break '${part}', expected a folder or file of: ${FOLDERS.join(', ')}\n`);
    process.exit(2);
  }
  const score = await runPart(part, folder, Number(values.concurrency));
  process.stdout.write(`${pageOf([score], STANDING)}\n`);
  if (part === folder) await store(score);
}

/** Stores a score beside those of the other folders. */
async function store(score: FolderScore): Promise<void> {
  const others = storedScores().filter(({ folder }) => folder !== score.folder);
  const all = [...others, score].sort((a, b) => FOLDERS.indexOf(a.folder) - FOLDERS.indexOf(b.folder));
  process.stderr.write(`Stored ${await storeStudy('mutants', { text: pageOf(all, STANDING), json: all })}\n`);
}

function storedScores(): FolderScore[] {
  const path = 'results/studies/mutants.json';
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).figures : [];
}
