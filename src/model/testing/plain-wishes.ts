// Everything that a scenario may ask for and does not: the part of a summary that most tests do not care about.

import type { ScenarioSummary } from '../scenario.ts';

/** A scenario that asks for nothing. */
export const PLAIN_WISHES = {
  concurrency: null,
  tags: [],
  fixture: {},
  service: null,
  allowFailures: false,
  parameters: {},
  hasTeardown: false,
  file: null,
} as const satisfies Partial<ScenarioSummary>;
