// May a history be relied on to stop a build? One sentence, and what speaks against it most.

import type { HistoryHealth } from '../../model/report/history-health.ts';
import { MOST_DETECTABLE_RATIO, NEEDED_RUN_COUNT } from '../../stats/decisions/prediction-limit.ts';
import { binomialTail } from '../../stats/distributions/binomial.ts';
import { median } from '../../stats/quantile.ts';

/** Runs whose verdicts must be there to look back on. */
const FEWEST_REPLAYED = 10;
/** What may happen by chance: a second copy called different; a cell called changed for one run, either way. */
const PLACEBO_RATIO = 0.02;
const PASSING_RATIO = 0.04;
/** Chance below which more than that is no chance. */
const ALPHA = 0.01;

type Told = Omit<HistoryHealth, 'trust' | 'sentence'>;

/** The verdict on a history and its reason. */
export function trustOf(told: Told): Pick<HistoryHealth, 'trust' | 'sentence'> {
  const early = whyNotYet(told);
  if (early !== null) return { trust: 'not yet', sentence: `Not yet: ${early}.` };
  const against = whyNot(told);
  if (against !== null) return { trust: 'no', sentence: `No: ${against}.` };
  const { replay } = told;
  const sentence =
    `Yes: it finds a slow-down of ${percent(typicalDetectable(told))} nine times in ten in half of the cells, and of ` +
    `${replay.verdictCount} verdicts on past runs ${count(replay.passingCount, 'was an alarm', 'were alarms')} that the next run did not repeat.`;
  return { trust: 'yes', sentence };
}

function whyNotYet({ runCount, kind, likeCount, replay }: Told): string | null {
  if (runCount === 0) return 'there are no runs; `overlap baseline add` keeps one';
  if (likeCount === 0) return `the newest run does not name its CPU (${kind}), so that no run counts as like it`;
  if (likeCount < NEEDED_RUN_COUNT) {
    return `a verdict needs ${NEEDED_RUN_COUNT} past runs of this machine with these settings, and there ${likeCount === 1 ? 'is 1' : `are ${likeCount}`}`;
  }
  if (replay.runCount < FEWEST_REPLAYED) {
    const missing = FEWEST_REPLAYED - replay.runCount;
    return `verdicts are given, but ${count(missing, 'more run is', 'more runs are')} needed to see how they turn out`;
  }
  return null;
}

function whyNot(told: Told): string | null {
  const { placebo, replay } = told;
  if (binomialTail(placebo.alarmCount, placebo.count, PLACEBO_RATIO) < ALPHA) {
    return `within one run, a second copy of the same arm was called different ${placebo.alarmCount} times of ${placebo.count}: something disturbs this machine while it measures`;
  }
  // One slow day is many cells at once, and proves nothing.
  const isOften = binomialTail(replay.passingCount, replay.verdictCount, PASSING_RATIO) < ALPHA;
  if (isOften && replay.alarmedRunCount > 1) {
    return `of ${replay.verdictCount} verdicts on past runs ${replay.passingCount} were alarms that the next run did not repeat: this runner varies more than its past shows`;
  }
  const detectable = typicalDetectable(told);
  if (detectable > MOST_DETECTABLE_RATIO) {
    return `runs differ so much that half of the cells would let a slow-down of ${percent(detectable)} pass; \`overlap gate\` does not depend on that`;
  }
  return null;
}

function typicalDetectable({ cells }: Told): number {
  const known = cells.flatMap(({ detectableRatio }) => detectableRatio ?? []);
  return known.length === 0 ? Number.POSITIVE_INFINITY : median(known);
}

function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

function percent(ratio: number): string {
  return Number.isFinite(ratio) ? `${Math.ceil((ratio - 1) * 100)} %` : 'any size';
}
