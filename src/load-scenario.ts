// Turns a scenario file into a Scenario, in whichever process or thread needs it. The one place that knows what a valid
// scenario file looks like.

import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError, messageOf } from './errors.ts';
import type { Scenario, ScenarioDefinition, ScenarioKind } from './model/scenario.ts';

/** The id of a scenario: its file name without the extension. */
export function scenarioIdOf(url: string): string {
  return basename(fileURLToPath(url)).replace(/\.[cm]?[jt]s$/, '');
}

/** Imports and checks a scenario file. Throws `BenchError` `SCENARIO_LOAD` or `SCENARIO_INVALID`. */
export async function loadScenario(url: string): Promise<Scenario> {
  const id = scenarioIdOf(url);
  let exported: unknown;
  try {
    exported = ((await import(url)) as { default?: unknown }).default;
  } catch (thrown) {
    throw new BenchError(
      'SCENARIO_LOAD',
      `Scenario '${id}' does not load: ${messageOf(thrown)} (${fileURLToPath(url)})`,
      `Run \`node ${fileURLToPath(url)}\` to see the whole error.`,
      thrown,
    );
  }
  const definition = checkDefinition(id, url, exported);
  return { ...definition, id, url, kind: kindOf(definition) };
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
  if (typeof exported !== 'object' || exported === null) {
    return refuse(
      '`export default defineScenario({ … })`',
      exported === undefined ? 'no default export' : typeof exported,
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
