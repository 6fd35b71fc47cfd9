// Finds scenarios: by id among the shipped files, or by path for a file of one's own. Files are listed without being
// imported, and described by a child process, so that one broken file never stands in the way of another.

import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import leven from 'leven';
import { BenchError } from '../errors.ts';
import type { ScenarioSummary } from '../model/scenario.ts';
import { isScenarioPath, scenarioIdOf } from '../scenario-file.ts';
import { describeScenarios } from './describe-scenarios.ts';

const BENCHMARKS_URL = new URL('../../benchmarks/', import.meta.url);
const IS_SCENARIO_FILE = /^[^_.][^/]*(?<!\.test|\.d)\.[jt]s$/;

/** Addresses of the shipped scenario files that a run without names measures: io first, then cpu, then mixed. */
export function scenarioUrls(): string[] {
  return ['io', 'cpu', 'mixed'].flatMap(filesIn);
}

/** Addresses of examples of work with a world of its own around it: databases, files, services. Run only by name. */
export function exampleUrls(): string[] {
  return filesIn('examples');
}

/** Addresses of lessons: scenarios that are wrong on purpose, run only by name. */
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
    .filter((name) => IS_SCENARIO_FILE.test(name))
    .sort()
    .map((name) => new URL(name, url).href);
}

/**
 * Describes the named scenarios of any kind, or all that run by default when none is named. A name with a slash or an extension is a
 * path. Throws `UNKNOWN_SCENARIO`, and what `describeScenarios` throws or finds.
 */
export async function findScenarios(
  names: readonly string[],
  signal?: AbortSignal,
  imports?: readonly string[],
): Promise<ScenarioSummary[]> {
  const known = [...scenarioUrls(), ...limitUrls(), ...exampleUrls(), ...lessonUrls()];
  const urls = names.length > 0 ? await Promise.all(names.map((name) => urlOf(name, known))) : scenarioUrls();
  const scenarios = (await describeScenarios([...new Set(urls)], signal, imports)).map((described) => {
    if (described instanceof BenchError) throw described;
    return described;
  });
  refuseSameIds(scenarios);
  return scenarios;
}

async function urlOf(name: string, known: readonly string[]): Promise<string> {
  if (isScenarioPath(name)) {
    const path = resolve(name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return pathToFileURL(path).href;
    const what = found ? 'is not a file' : 'does not exist';
    throw new BenchError('UNKNOWN_SCENARIO', `Scenario file ${path} ${what}`, 'Names of scenarios: `overlap list`.');
  }
  const url = known.find((candidate) => scenarioIdOf(candidate) === name);
  if (url) return url;
  const ids = known.map(scenarioIdOf);
  throw new BenchError(
    'UNKNOWN_SCENARIO',
    `Unknown scenario '${name}'${nearestHint(name, ids)}`,
    `Expected one of: ${ids.join(', ')}; or the path of a scenario file.`,
  );
}

/** " (did you mean 'x'?)" when something is near enough, or nothing. */
export function nearestHint(name: string, known: readonly string[]): string {
  const [nearest] = known
    .map((id) => ({ id, distance: leven(name.toLowerCase(), id) }))
    .filter(({ id, distance }) => distance <= Math.max(2, id.length / 2))
    .sort((a, b) => a.distance - b.distance);
  return nearest ? ` (did you mean '${nearest.id}'?)` : '';
}

function refuseSameIds(scenarios: readonly ScenarioSummary[]): void {
  const urlById = new Map<string, string>();
  for (const { id, url } of scenarios) {
    const other = urlById.get(id);
    if (other)
      throw new BenchError('USAGE', `Two files have the id '${id}': ${other} and ${url}`, 'Rename one of them.');
    urlById.set(id, url);
  }
}
