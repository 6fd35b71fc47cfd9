// `--param name=value` onto scenarios: each value takes the type of the default that it replaces, and a name that no scenario
// has is refused, since a run without what was asked for would look like one with it.

import { BenchError } from '../errors.ts';
import type { ParameterValue } from '../model/arm-key.ts';
import type { ScenarioSummary } from '../model/scenario.ts';
import { nearestHint } from './discover.ts';

type Parametrised = Pick<ScenarioSummary, 'id' | 'parameters'>;

/** The scenarios with the values set, each in those that have its parameter. Throws `USAGE`. */
export function withParameters<T extends Parametrised>(scenarios: readonly T[], assignments: readonly string[]): T[] {
  const values = new Map<string, string>();
  for (const assignment of assignments) {
    const [name, text] = parse(assignment);
    if (values.has(name)) throw refuse(`expected each name once, and ${name} is there twice`, 'Keep one of them.');
    values.set(name, text);
  }
  if (values.size === 0) return [...scenarios];
  for (const name of values.keys()) assertKnown(name, scenarios);
  return scenarios.map((scenario) => {
    const set = Object.entries(scenario.parameters).map(([name, given]) => {
      const text = values.get(name);
      return [name, text === undefined ? given : typedValue(name, text, given, scenario.id)];
    });
    return { ...scenario, parameters: Object.fromEntries(set) };
  });
}

function parse(assignment: string): [name: string, text: string] {
  const at = assignment.indexOf('=');
  if (at < 1) throw refuse(`expected name=value, got '${assignment}'`, 'Such as --param pages=20.');
  return [assignment.slice(0, at), assignment.slice(at + 1)];
}

function assertKnown(name: string, scenarios: readonly Parametrised[]): void {
  const known = [...new Set(scenarios.flatMap(({ parameters }) => Object.keys(parameters)))];
  if (known.includes(name)) return;
  const ids = scenarios.map(({ id }) => id).join(', ');
  throw refuse(
    `no scenario of this run has a parameter '${name}'${nearestHint(name, known)}`,
    known.length === 0 ? `${ids}: without \`parameters\`.` : `Expected one of: ${known.join(', ')}.`,
  );
}

function typedValue(name: string, text: string, given: ParameterValue, id: string): ParameterValue {
  const hint = `${id} has ${name}=${String(given)} by default.`;
  if (typeof given === 'number') {
    const value = /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(value)) return value;
    throw refuse(`${name}: expected a number, got '${text}'`, hint);
  }
  if (typeof given === 'boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw refuse(`${name}: expected true or false, got '${text}'`, hint);
  }
  return text;
}

function refuse(message: string, hint: string): BenchError {
  return new BenchError('USAGE', `--param: ${message}`, hint);
}
