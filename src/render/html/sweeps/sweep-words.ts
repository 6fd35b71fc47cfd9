// What a sweep shows, in a sentence: medians as they are, and of more or less only what the report decided. A line that flattens
// out looks like a reason to stop; whether it is one, intervals say.

import { isSameArm } from '../../../model/arm-key.ts';
import type { ScenarioReport } from '../../../model/report/report.ts';
import { formatDuration } from '../../units.ts';
import type { Sweep, SweepPoint } from './sweep.ts';

/** The sentence, and the claim where there is one. */
export function sweepWords({ points, parameter }: Sweep, scenario: ScenarioReport): string {
  const byMedian = points.toSorted((one, other) => one.medianMs - other.medianMs);
  const [shortest, longest] = [byMedian[0], byMedian.at(-1)] as [SweepPoint, SweepPoint];
  const medians = `Of these medians the shortest is ${told(shortest, parameter)}, the longest ${told(longest, parameter)}.`;
  return [medians, ...claim(points, scenario)].join(' ');
}

const told = ({ medianMs, value }: SweepPoint, parameter: string) =>
  `${formatDuration(medianMs)}, at ${parameter} ${value}`;

function claim(points: readonly SweepPoint[], { leaders, leadersAre, winner }: ScenarioReport): string[] {
  const ahead = points.filter(({ row }) => leaders.some(({ key }) => isSameArm(key, row.key)));
  const [first] = ahead;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const names = ahead.map(({ row }) => row.name).join(', ');
  if (winner !== null) {
    return first === last
      ? [`${first.row.name} is decidedly in front: whether more would help, no row shows.`]
      : [`${first.row.name} is decidedly in front: more than ${first.value} does not help.`];
  }
  if (ahead.length === 1) return [];
  if (leadersAre === 'undecided') return [`Which of ${names} is the fastest, this run does not decide.`];
  const isToTheEnd = ahead.length === points.length - points.indexOf(first);
  return isToTheEnd
    ? [`${names} are all within 5 % of the fastest: from ${first.value} on, more no longer helps.`]
    : [];
}
