// Finds scenarios: by id among the shipped files, or by path for a file of one's own. Files are listed without being
// imported, and described by a child process, so that one broken file never stands in the way of another.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BenchError } from '../errors.ts';
import type { ScenarioSummary } from '../model/scenario.ts';
import { isScenarioFile, namedFiles } from './choosing/named-files.ts';
import { type Narrowing, narrowed } from './choosing/narrow.ts';
import { describeScenarios } from './describe-scenarios.ts';

const BENCHMARKS_URL = new URL('../../benchmarks/', import.meta.url);

export { nearestHint } from './nearest-hint.ts';

/** Addresses of the shipped scenario files that a run without names measures: io first, then cpu, then mixed. */
export function scenarioUrls(): string[] {
  return ['io', 'cpu', 'mixed'].flatMap(filesIn);
}

/** Addresses of examples of work with a world of its own around it: databases, files, services. Run only by name. */
export function exampleUrls(): string[] {
  return filesIn('examples');
}

/** Addresses of lessons: scenarios with one surprise each, some of them wrong on purpose. Run only by name. */
export function lessonUrls(): string[] {
  return filesIn('lessons');
}

/** Addresses of scenarios about a peer's limits, run only by name. */
export function limitUrls(): string[] {
  return filesIn('limits');
}

function filesIn(folder: string): string[] {
  const url = new URL(`${folder}/`, BENCHMARKS_URL);
  return readdirSync(fileURLToPath(url))
    .filter(isScenarioFile)
    .sort()
    .map((name) => new URL(name, url).href);
}

/** Addresses of all that comes with the suite. */
export function shippedUrls(): string[] {
  return [...scenarioUrls(), ...limitUrls(), ...exampleUrls(), ...lessonUrls()];
}

/**
 * Addresses of the files that the words name: ids, paths, or patterns over either. Without words: what runs by default, or
 * all that is shipped where tags are to choose. Throws `UNKNOWN_SCENARIO`.
 */
export async function scenarioFiles(words: readonly string[], { tags }: Narrowing = {}): Promise<string[]> {
  if (words.length > 0) return namedFiles(words, shippedUrls());
  return tags === undefined ? scenarioUrls() : shippedUrls();
}

/**
 * Describes the scenarios that the words name, narrowed down to those that are meant. Throws `UNKNOWN_SCENARIO`, and what
 * `describeScenarios` throws or finds.
 */
export async function findScenarios(
  words: readonly string[],
  signal?: AbortSignal,
  imports?: readonly string[],
  narrowing: Narrowing = {},
): Promise<readonly ScenarioSummary[]> {
  const described = await describeScenarios(await scenarioFiles(words, narrowing), signal, imports);
  const scenarios = narrowed(
    described.map((each) => {
      if (each instanceof BenchError) throw each;
      return each;
    }),
    narrowing,
  );
  refuseSameIds(scenarios);
  return scenarios;
}

/** Throws `USAGE` when two files would be told apart by nothing. */
export function refuseSameIds(scenarios: readonly ScenarioSummary[]): void {
  const urlById = new Map<string, string>();
  for (const { id, url } of scenarios) {
    const other = urlById.get(id);
    if (other)
      throw new BenchError('USAGE', `Two files have the id '${id}': ${other} and ${url}`, 'Rename one of them.');
    urlById.set(id, url);
  }
}
