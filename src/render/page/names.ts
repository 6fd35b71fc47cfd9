// Which rows won or lead, and what rows are called: the only place that reads it off the model.

import { isSameArm } from '../../model/arm-key.ts';
import type { Row, ScenarioReport } from '../../model/report/report.ts';

/** From this many rows on, all of them have one name. */
const MANY_ROWS = 3;

/** The row that won; undefined where none did. */
export function winnerOf({ rows, winner }: ScenarioReport): Row | undefined {
  return rows.find(({ key, placebo }) => winner !== null && !placebo && isSameArm(key, winner.key));
}

/** The rows in front, in the order of the model. */
export function leadingRows({ rows, leaders }: ScenarioReport): Row[] {
  return leaders.flatMap((leader) => rows.filter(({ key, placebo }) => !placebo && isSameArm(key, leader.key)));
}

/** The names of some of the rows, or that these are all rows with numbers. */
export function namesOfRows(some: readonly Row[], { rows }: ScenarioReport): string {
  const measured = rows.filter(({ medianMs }) => medianMs !== null);
  if (some.length >= MANY_ROWS && measured.every((row) => some.includes(row))) return 'all arms';
  return some.map(({ name }) => name).join(', ');
}

/** The arm that speed-ups refer to. */
export function referenceName({ reference }: ScenarioReport): string {
  return reference?.name ?? 'the reference';
}
