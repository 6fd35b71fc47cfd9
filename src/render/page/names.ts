// Which row won, and what the reference is called: the only place that reads it off the model.

import { isSameArm } from '../../model/arm-key.ts';
import type { Row, ScenarioReport } from '../../model/report.ts';

/** The row that won; undefined where none did. */
export function winnerOf({ rows, winner }: ScenarioReport): Row | undefined {
  return rows.find(({ key, placebo }) => winner !== null && !placebo && isSameArm(key, winner.key));
}

/** The arm that speed-ups refer to. */
export function referenceName({ reference }: ScenarioReport): string {
  return reference?.name ?? 'the reference';
}
