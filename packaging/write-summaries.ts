// Entry of the last step of a build: the compiled program describes the scenarios that it ships, and what it says is written
// down beside them, for src/runner/shipped-summaries.ts to find.

import { globSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIST = new URL('../dist/', import.meta.url);
const FOLDER = new URL('benchmarks/', DIST);

const { describeScenarios }: typeof import('../src/runner/processes/describing-process.ts') = await import(
  new URL('src/runner/processes/describing-process.js', DIST).href
);
const names = globSync('**/[!_]*.js', { cwd: fileURLToPath(FOLDER) }).sort();
const described = await describeScenarios(names.map((name) => new URL(name, FOLDER).href));
const summaries = described.map((summary) => {
  if (summary instanceof Error) throw summary;
  return { ...summary, url: summary.url.slice(FOLDER.href.length) };
});
writeFileSync(new URL('summaries.json', FOLDER), JSON.stringify(summaries));
