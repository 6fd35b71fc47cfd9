// A unit of computing must cost the same in every round, or a ratio between arms compares two different programs: a
// function that the compiler gives up on after warm-up costs several times as much from then on. Neighbours on a shared
// machine inflate it as well, but only for a while, so what is compared is the cheapest round before and after every
// moment: a step between them that lasts is the kernel's own, unless others began to use the machine, or left, at the
// same time. Looked for over the whole run, and over all epochs laid on top of each other, because what happens to fresh
// processes happens to them again. The stricter gate of stats/stability.ts only warns, see row-warnings.ts.

import type { Sample } from '../../model/document/document.ts';
import { median } from '../../stats/quantile.ts';
import { isBusy } from '../arms/foreign-load.ts';
import { isTooShort } from '../arms/too-short.ts';
import type { AuditRule } from './audit-rule.ts';

/**
 * Cheapest cost after over cheapest before, either way round, from which a row cannot be trusted. A neighbour on the
 * other thread of the same core makes computing cost up to 1.9 times as much CPU time, for many rounds on end.
 */
const BROKEN_STEP_RATIO = 2;
const FEWEST_ON_A_SIDE = 3;
const LEAST_SIDE_RATIO = 0.1;
/** From so many on, one of them may have met a machine that ran twice as fast for a moment, as shared hosts do. */
const MANY = 10;

/** Time of the computing parts makes no lasting step. */
export const kernelAudit: AuditRule = {
  id: 'kernel',
  check(arm, { record, coreCount }) {
    const { samples } = arm;
    if (isTooShort(arm)) return null;
    const computing = withoutLoneMoment(samples.filter(({ computeWallMs }) => computeWallMs > 0));
    if (record.kind === 'io' || computing.length < 2 * FEWEST_ON_A_SIDE) return null;
    const overRun = largestStep(computing);
    const folded = cheapestByPlace(computing);
    const overEpochs = largestStep(folded);
    const again = overEpochs.ratio >= BROKEN_STEP_RATIO && folded.length < computing.length;
    const step = again ? overEpochs : overRun;
    if (step.ratio < BROKEN_STEP_RATIO) {
      return { passed: true, detail: `the cheapest round changed by at most ${step.ratio.toFixed(2)} times` };
    }
    const when = `round ${step.at}${again ? ' of an epoch' : ''}`;
    const figures = `at least ${step.beforeMs.toFixed(1)} ms before ${when} and ${step.afterMs.toFixed(1)} ms from then on`;
    const load = loadBeside(step, again ? folded : computing);
    if (load !== null && followsLoad(step, load, coreCount)) {
      const others = `while others used ${load.before.toFixed(1)} and then ${load.after.toFixed(1)} cores`;
      return { passed: true, detail: `the same computing cost ${figures}, ${others}` };
    }
    return { passed: false, detail: `the same computing cost ${figures}, so it is not one program` };
  },
};

/** Of many, the cheapest counts as much as the one after it. */
function withoutLoneMoment(computing: readonly Sample[]): readonly Sample[] {
  if (computing.length < MANY) return computing;
  const [cheapest, next] = computing.toSorted((one, other) => one.computeWallMs - other.computeWallMs);
  const computeWallMs = next?.computeWallMs ?? 0;
  return computing.map((sample) => (sample === cheapest ? { ...sample, computeWallMs } : sample));
}

interface Step {
  readonly at: number;
  readonly beforeMs: number;
  readonly afterMs: number;
  /** The larger over the smaller, at least 1. */
  readonly ratio: number;
}

/** What a round's computing cost, and what others used meanwhile. */
type Computing = Pick<Sample, 'computeWallMs' | 'foreignCores'>;

// The cheapest first sample of all epochs, the cheapest second, and so on as far as every epoch goes.
function cheapestByPlace(samples: readonly Sample[]): Computing[] {
  const epochs = [...Map.groupBy(samples, ({ epoch }) => epoch).values()];
  const shortest = epochs.reduce((least, epoch) => Math.min(least, epoch.length), Infinity);
  return Array.from({ length: shortest }, (_, place) =>
    epochs
      .flatMap((epoch) => epoch[place] ?? [])
      .reduce((least, sample) => (sample.computeWallMs < least.computeWallMs ? sample : least)),
  );
}

/** What others typically used before and after a step; null where that is not known. */
function loadBeside({ at }: Step, series: readonly Computing[]): { before: number; after: number } | null {
  const coresOf = (side: readonly Computing[]) => side.flatMap(({ foreignCores }) => foreignCores ?? []);
  const [before, after] = [coresOf(series.slice(0, at)), coresOf(series.slice(at))];
  return before.length === 0 || after.length === 0 ? null : { before: median(before), after: median(after) };
}

// Computing that costs more beside more of others' work, or less beside less: theirs is the change, by what is worth telling
// and as far as it goes. Beside others on its core computing takes twice as long, and as much longer as they take turns with it.
function followsLoad(step: Step, load: { before: number; after: number }, coreCount: number): boolean {
  const [less, more] = step.afterMs > step.beforeMs ? [load.before, load.after] : [load.after, load.before];
  const mostRatio = BROKEN_STEP_RATIO * ((1 + more) / (1 + less));
  return isBusy(more - less, coreCount) && step.ratio <= mostRatio;
}

// The split with the largest change between the minima of its two sides; where it is too large, the moment of the step:
// after a rise the first such split, before a fall the last.
function largestStep(computing: readonly Computing[]): Step {
  const series = computing.map(({ computeWallMs }) => computeWallMs);
  const side = Math.max(FEWEST_ON_A_SIDE, Math.ceil(series.length * LEAST_SIDE_RATIO));
  const before = runningMinima(series);
  const after = runningMinima(series.toReversed()).toReversed();
  let largest: Step = { at: 0, beforeMs: 0, afterMs: 0, ratio: 1 };
  for (let at = side; at <= series.length - side; at++) {
    const [beforeMs, afterMs] = [before[at - 1] ?? 0, after[at] ?? 0];
    const ratio = Math.max(beforeMs / afterMs, afterMs / beforeMs);
    const falls = beforeMs > afterMs;
    if (ratio > largest.ratio || (falls && ratio >= BROKEN_STEP_RATIO)) largest = { at, beforeMs, afterMs, ratio };
    if (!falls && ratio >= BROKEN_STEP_RATIO) break;
  }
  return largest;
}

function runningMinima(series: readonly number[]): number[] {
  let least = Infinity;
  return series.map((value) => {
    least = Math.min(least, value);
    return least;
  });
}
