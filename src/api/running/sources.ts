// Where a program says that its scenarios are, as names that the runner knows.

import { BenchError } from '../../errors.ts';
import { shown } from '../checks/shown.ts';
import { pathOf } from '../path-of.ts';
import type { ScenarioSource } from '../run-options.ts';

/** The names of scenarios: paths or ids. Throws `USAGE` for what names no file. */
export function namesOf(sources: readonly ScenarioSource[]): string[] {
  if (!Array.isArray(sources) || sources.length === 0) {
    const got = Array.isArray(sources) ? 'an empty one' : shown(sources);
    throw refuse(
      `expected a list of scenarios, got ${got}`,
      'Name at least one; `overlap list` has those that come with this.',
    );
  }
  return sources.map(nameOf);
}

function nameOf(source: unknown): string {
  if (source instanceof URL ? source.protocol === 'file:' : isName(source)) return pathOf(source as ScenarioSource);
  if (typeof source === 'object' && source !== null && !(source instanceof URL)) {
    throw refuse(
      `expected where a scenario is, got ${shown(source)}`,
      "Every arm is a process of its own and imports the scenario: export it as default from a file and name that file, such as new URL('./mine.scenario.ts', import.meta.url).",
    );
  }
  throw refuse(
    `expected the path, file URL or id of a scenario, got ${shown(source)}`,
    'Ids of scenarios: `overlap list`.',
  );
}

/** No address of anything but a file. */
function isName(source: unknown): boolean {
  return typeof source === 'string' && source !== '' && !/^(?!file:)[a-z][a-z+.-]+:\/\//i.test(source);
}

function refuse(message: string, hint: string): BenchError {
  return new BenchError('USAGE', message, hint);
}
