// Turns a scenario file into a Scenario, in a process or thread that may run its code: an arm's, a worker's, or the one
// that describes it. The one place that knows what a valid scenario file looks like.

import { fileURLToPath } from 'node:url';
import { BenchError } from './errors.ts';
import { importFile } from './loading/import-file.ts';
import type { Scenario, ScenarioDefinition, ScenarioKind } from './model/scenario.ts';
import { loadError, scenarioIdOf } from './scenario-file.ts';

/** Longest that importing a scenario file may take. */
const LOAD_MS = 10_000;

const MOST_TASKS = 1_000_000;
const MOST_CONCURRENCY = 10_000;
const MOST_TEXT_LENGTH = 10_000;
/** How much of a wrong value an error message shows. */
const MOST_SHOWN_CHARS = 80;

/** Imports and checks a scenario file. Throws `BenchError` `SCENARIO_LOAD` or `SCENARIO_INVALID`. */
export async function loadScenario(url: string): Promise<Scenario> {
  const id = scenarioIdOf(url);
  let exported: unknown;
  try {
    exported = await withinDeadline(importFile(url), url);
  } catch (thrown) {
    if (thrown instanceof BenchError && thrown.code === 'SCENARIO_LOAD') throw thrown;
    const { loadProblemOf } = await import('./loading/load-problem.ts');
    const { how, hint } = loadProblemOf(thrown, url);
    throw loadError(url, how, hint, thrown);
  }
  const definition = checkDefinition(id, url, exported);
  return { ...definition, id, url, kind: kindOf(definition) };
}

/** An import that waits for ever would otherwise hang us, or end the process without a word. */
async function withinDeadline<T>(loading: Promise<T>, url: string): Promise<T> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const silent = `it did not finish within ${LOAD_MS / 1000} s`;
  const timer = setTimeout(() => reject(loadError(url, silent, 'Look for an await that nothing ends.')), LOAD_MS);
  try {
    return await Promise.race([loading, expired]);
  } finally {
    clearTimeout(timer);
  }
}

function kindOf(definition: ScenarioDefinition): ScenarioKind {
  if (!definition.cpu) return 'io';
  return definition.io ? 'mixed' : 'cpu';
}

function checkDefinition(id: string, url: string, exported: unknown): ScenarioDefinition {
  const refuse = (expected: string, got: string): never => {
    throw new BenchError(
      'SCENARIO_INVALID',
      `Scenario '${id}': expected ${expected}, got ${got} (${fileURLToPath(url)})`,
      '`overlap init` writes a scenario to start from.',
    );
  };
  // A CommonJS file without exports arrives as an empty object.
  if (typeof exported !== 'object' || exported === null || Object.keys(exported).length === 0) {
    return refuse(
      '`export default defineScenario({ … })`',
      typeof exported === 'object' || exported === undefined ? 'no default export' : typeof exported,
    );
  }
  const fields = exported as Record<string, unknown>;
  const require = (name: string, isRight: (value: unknown) => boolean, expected: string) => {
    if (!isRight(fields[name])) refuse(`\`${name}\` to be ${expected}`, describe(fields[name]));
  };
  const optional = (name: string, isRight: (value: unknown) => boolean, expected: string) =>
    require(name, (value) => value === undefined || isRight(value), `${expected} or absent`);
  for (const name of ['title', 'question', 'explanation']) {
    require(name, isText, `a text of up to ${MOST_TEXT_LENGTH} characters`);
  }
  require('taskCount', isWholeUpTo(MOST_TASKS), `a whole number from 1 to ${MOST_TASKS}`);
  require('inputs', isFunction, 'a function');
  for (const name of ['io', 'cpu', 'check', 'setup', 'teardown', 'reset']) optional(name, isFunction, 'a function');
  optional('concurrency', isWholeUpTo(MOST_CONCURRENCY), `a whole number from 1 to ${MOST_CONCURRENCY}`);
  optional('allowFailures', (value) => typeof value === 'boolean' || value === 'rejecting', "true, false, 'rejecting'");
  optional('fixture', isPlainData, 'an object of server options');
  optional('service', isText, 'the command of a server');
  if (fields.service !== undefined && fields.fixture !== undefined) {
    refuse('`service` or `fixture`, since tasks ask one server', 'both');
  }
  optional('tags', isListOf(isText), 'a list of words');
  optional('parameters', isRecordOf(isParameter), 'an object of numbers, texts and booleans');
  optional('transfer', isRecordOf(isFunction), 'an object of functions');
  if (!fields.io && !fields.cpu) refuse('an `io` part that waits, a `cpu` part that computes, or both', 'neither');
  return exported as ScenarioDefinition;
}

const isFunction = (value: unknown) => typeof value === 'function';
const isText = (value: unknown) => typeof value === 'string' && value !== '' && value.length <= MOST_TEXT_LENGTH;
const isWholeUpTo = (most: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
const isParameter = (value: unknown) =>
  isText(value) || value === '' || typeof value === 'boolean' || Number.isFinite(value);
const isListOf = (isRight: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(isRight);
const isRecordOf = (isRight: (value: unknown) => boolean) => (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isRight);

function isPlainData(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && jsonOf(value) !== undefined;
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // A circle, or a number too large for JSON.
    return undefined;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  const shown = typeof value === 'bigint' ? `${value}` : (jsonOf(value) ?? '');
  return `${typeof value} ${shown.slice(0, MOST_SHOWN_CHARS)}`.trim();
}
