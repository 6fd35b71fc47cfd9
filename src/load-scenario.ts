// Turns a scenario file into a Scenario, in whichever process or thread needs it. The one place that knows what a valid
// scenario file looks like.

import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError, messageOf } from './errors.ts';
import type { Scenario, ScenarioDefinition, ScenarioKind } from './model/scenario.ts';

/** Longest that importing a scenario file may take. */
const LOAD_MS = 10_000;

/** The id of a scenario: its file name without the extension. */
export function scenarioIdOf(url: string): string {
  return basename(fileURLToPath(url)).replace(/\.[cm]?[jt]s$/, '');
}

/** Imports and checks a scenario file. Throws `BenchError` `SCENARIO_LOAD` or `SCENARIO_INVALID`. */
export async function loadScenario(url: string): Promise<Scenario> {
  const id = scenarioIdOf(url);
  let exported: unknown;
  try {
    exported = ((await withinDeadline(import(url))) as { default?: unknown }).default;
  } catch (thrown) {
    const message = messageOf(thrown);
    throw new BenchError(
      'SCENARIO_LOAD',
      `Scenario '${id}' does not load: ${message} (${fileURLToPath(url)})`,
      /outside a module|Unexpected token 'export'|Unexpected token '\*'/.test(message)
        ? 'Name it .mts or .mjs, or put "type": "module" into the package.json beside it.'
        : `Run \`node ${fileURLToPath(url)}\` to see the whole error.`,
      thrown,
    );
  }
  const definition = checkDefinition(id, url, exported);
  return { ...definition, id, url, kind: kindOf(definition) };
}

/** An import that waits for ever would otherwise hang us, or end the process without a word. */
async function withinDeadline<T>(loading: Promise<T>): Promise<T> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`it did not finish within ${LOAD_MS / 1000} s`)), LOAD_MS);
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
      'Start from a copy of benchmarks/_template.ts.',
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
  for (const name of ['title', 'question', 'explanation']) {
    if (typeof fields[name] !== 'string' || fields[name] === '')
      refuse(`\`${name}\` to be a text`, describe(fields[name]));
  }
  if (!Number.isInteger(fields.taskCount) || (fields.taskCount as number) < 1) {
    refuse('`taskCount` to be a whole number of at least 1', describe(fields.taskCount));
  }
  if (typeof fields.inputs !== 'function') refuse('`inputs` to be a function', describe(fields.inputs));
  for (const name of ['io', 'cpu', 'check']) {
    if (fields[name] !== undefined && typeof fields[name] !== 'function') {
      refuse(`\`${name}\` to be a function or absent`, describe(fields[name]));
    }
  }
  if (!fields.io && !fields.cpu) refuse('an `io` part that waits, a `cpu` part that computes, or both', 'neither');
  return exported as ScenarioDefinition;
}

function describe(value: unknown): string {
  return value === undefined ? 'nothing' : `${typeof value} ${JSON.stringify(value) ?? ''}`.trim();
}
