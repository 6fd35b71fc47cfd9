// From the words that name scenarios to the files that hold them: an id, a path, or a pattern over either. Nothing is
// imported here.

import { glob, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BenchError } from '../../errors.ts';
import { isScenarioPath, scenarioIdOf } from '../../scenario-file.ts';
import { nearestHint } from '../nearest-hint.ts';

/** What a pattern takes for a scenario: helpers begin with `_`; tests, settings and declarations are something else. */
const IS_SCENARIO_FILE = /^[^_.][^/\\]*(?<!\.test|\.spec|\.config|\.d)\.[cm]?[jt]sx?$/;
const IS_PATTERN = /[*?[\]{}]/;

/** Whether a pattern may mean this file. */
export function isScenarioFile(name: string): boolean {
  return IS_SCENARIO_FILE.test(name);
}

/**
 * Addresses of the files that the words name, each once, in the order of the words; paths and patterns are looked for from
 * `folder`, ours by default. Throws `UNKNOWN_SCENARIO`.
 */
export async function namedFiles(
  words: readonly string[],
  shipped: readonly string[],
  folder: string = process.cwd(),
): Promise<string[]> {
  const urls = await Promise.all(words.map((word) => urlsOf(word, shipped, folder)));
  return [...new Set(urls.flat())];
}

async function urlsOf(word: string, shipped: readonly string[], folder: string): Promise<readonly string[]> {
  const isPath = isScenarioPath(word);
  const url = isPath ? undefined : shipped.find((candidate) => scenarioIdOf(candidate) === word);
  if (url !== undefined) return [url];
  const path = resolve(folder, word);
  const found = await stat(path).catch(() => undefined);
  // A file may have any name, also one that reads like a pattern.
  if (isPath && found?.isFile()) return [pathToFileURL(path).href];
  if (found?.isDirectory()) {
    const pattern = `'${word.replace(/\/+$/, '')}/**/*.ts'`;
    throw unknown(`${path} is a folder, expected a scenario`, `Name its files with a pattern, such as ${pattern}.`);
  }
  if (IS_PATTERN.test(word)) return isPath ? filesMatching(word, folder) : idsMatching(word, shipped);
  if (!isPath) throw unknownId(word, shipped.map(scenarioIdOf));
  const hint = 'Names of scenarios: `overlap list`. A new file: `overlap init`.';
  throw unknown(`Scenario file ${path} does not exist`, hint);
}

function unknownId(id: string, ids: readonly string[]): BenchError {
  const hint = `Expected one of: ${ids.join(', ')}; or the path of a scenario file.`;
  return unknown(`Unknown scenario '${id}'${nearestHint(id, ids)}`, hint);
}

/** The folders of the shipped files are asked, so that both kinds of pattern mean the same. */
async function idsMatching(pattern: string, shipped: readonly string[]): Promise<readonly string[]> {
  const folders = new Set(shipped.map((url) => fileURLToPath(new URL('.', url))));
  const matching = new Set<string>();
  for (const cwd of folders) {
    for await (const name of glob(`${pattern}.*`, { cwd })) matching.add(pathToFileURL(resolve(cwd, name)).href);
  }
  const urls = shipped.filter((url) => matching.has(url));
  if (urls.length > 0) return urls;
  const hint = `Ids: ${shipped.map(scenarioIdOf).join(', ')}. For files of your own: '**/${pattern}.ts'.`;
  throw unknown(`No scenario matches '${pattern}'`, hint);
}

async function filesMatching(pattern: string, cwd: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd, exclude: (name) => basename(String(name)) === 'node_modules' })) {
    if (isScenarioFile(basename(path))) paths.push(resolve(cwd, path));
  }
  if (paths.length > 0) return paths.sort().map((path) => pathToFileURL(path).href);
  const hint =
    'It is looked for from the working folder, without node_modules and files such as _helper.ts, x.test.ts, x.config.ts, x.d.ts.';
  throw unknown(`No scenario file matches '${pattern}'`, hint);
}

function unknown(message: string, hint: string): BenchError {
  return new BenchError('UNKNOWN_SCENARIO', message, hint);
}
