// Which two rows tell most beside each other: the fastest, and the one whose tasks lost most to a busy loop, or, where none
// lost much, the reference: stairs against a stack.

import type { SegmentKind, TimelineReport } from '../../model/report/timeline-report.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';

/** Share of the tasks' time that is worth a picture. */
const TELLING_RATIO = 0.1;

/** The end of a batch is noted a little after that of its last task, or before it. */
const SLACK_US = 1_000;

/** The slower first; one where there is no other. */
export function tellingTimelines(
  { reference }: Pick<ScenarioData, 'reference'>,
  timelines: readonly TimelineReport[],
): TimelineReport[] {
  const typical = timelines.filter(
    (timeline) => timeline.reason === 'typical' && !timeline.placebo && isWhole(timeline),
  );
  const fastest = typical.toSorted((one, other) => one.batchUs - other.batchUs)[0];
  if (fastest === undefined) return [];
  const others = typical.filter((timeline) => timeline !== fastest);
  const busiest = others.toSorted((one, other) => shareOf(other, 'loop busy') - shareOf(one, 'loop busy'))[0];
  const isTelling = busiest !== undefined && shareOf(busiest, 'loop busy') >= TELLING_RATIO;
  const beside = isTelling ? busiest : (others.find(({ name }) => name === reference?.name) ?? others.at(-1));
  return beside === undefined ? [fastest] : [beside, fastest];
}

/** False where the strategy gave up before its tasks had ended: what it took until then compares with nothing. */
function isWhole({ batchUs, tasks }: TimelineReport): boolean {
  return tasks.every(({ segments }) => (segments.at(-1)?.toUs ?? 0) <= batchUs + SLACK_US);
}

/** Share of a kind in the time of all tasks, 0..1. */
export function shareOf({ tasks }: TimelineReport, wanted: SegmentKind): number {
  let wantedUs = 0;
  let allUs = 0;
  for (const { segments } of tasks) {
    for (const { kind, fromUs, toUs } of segments) {
      allUs += toUs - fromUs;
      if (kind === wanted) wantedUs += toUs - fromUs;
    }
  }
  return allUs === 0 ? 0 : wantedUs / allUs;
}
