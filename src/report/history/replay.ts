// Every run of a history judged by those before it, as `compare` would have done on its day. The history is of the main
// branch: a change that was merged stays, so an alarm that the next run does not repeat was none.

import { keyText } from '../../model/arm-key.ts';
import type { HistoryRun } from '../../model/document/history-run.ts';
import type { Replay } from '../../model/report/history-health.ts';
import { NEEDED_RUN_COUNT } from '../../stats/decisions/prediction-limit.ts';
import { mean } from '../../stats/moments.ts';
import { judgeByPast } from './judge-by-past.ts';

/** Cells of one run that were called changed: `regressed` or `improved` and the key. */
type Alarms = ReadonlySet<string>;

interface JudgedRun {
  readonly verdictCount: number;
  readonly alarms: Alarms;
}

/** Replays like runs, in the order of time. */
export function replay(runs: readonly HistoryRun[], marginRatio: number): Replay {
  const judged = runs
    .map((run, index) => judgedRun(run, runs.slice(0, index), marginRatio))
    .slice(NEEDED_RUN_COUNT)
    .filter(({ verdictCount }) => verdictCount > 0);
  const alarms = judged.flatMap((run) => [...run.alarms]);
  const countOf = (word: string) => alarms.filter((each) => each.startsWith(word)).length;
  const overlaps = judged.slice(1).flatMap((run, index) => overlapOf(judged[index]?.alarms ?? new Set(), run.alarms));
  return {
    runCount: judged.length,
    verdictCount: judged.reduce((sum, run) => sum + run.verdictCount, 0),
    regressedCount: countOf('regressed'),
    improvedCount: countOf('improved'),
    passingCount: judged.reduce((sum, run, index) => sum + passing(run.alarms, judged[index + 1]?.alarms), 0),
    alarmedRunCount: judged.filter((run) => run.alarms.size > 0).length,
    overlapRatio: overlaps.length === 0 ? null : mean(overlaps),
  };
}

function judgedRun(run: HistoryRun, past: readonly HistoryRun[], marginRatio: number): JudgedRun {
  const alarms = new Set<string>();
  let verdictCount = 0;
  for (const cell of run.cells) {
    if (cell.state !== 'measured') continue;
    const { verdict, pastCount } = judgeByPast({ head: { cell, run }, base: null, past }, marginRatio);
    if (pastCount < NEEDED_RUN_COUNT) continue;
    verdictCount++;
    if (verdict === 'regressed' || verdict === 'improved') alarms.add(`${verdict} ${keyText(cell.key)}`);
  }
  return { verdictCount, alarms };
}

/** Alarms that the next run did not repeat; of the last run nobody knows yet. */
function passing(alarms: Alarms, next: Alarms | undefined): number {
  return next === undefined ? 0 : [...alarms].filter((each) => !next.has(each)).length;
}

/** What two sets share over what they hold (Jaccard); nothing where both are empty. */
function overlapOf(one: Alarms, other: Alarms): number[] {
  const allCount = new Set([...one, ...other]).size;
  return allCount === 0 ? [] : [[...one].filter((each) => other.has(each)).length / allCount];
}
