// How many rounds a scenario gets: as many as fit into an epoch's time, or the epoch's part of what `--rounds` says.

import type { Settings } from '../../model/document.ts';

/** A scenario gets this many rounds in its first epoch, whatever the budget: fewer say nothing at all. */
const LEAST_ROUNDS = 5;
/** A later epoch is worth starting for this many. */
const LEAST_LATER_ROUNDS = 2;
/** More rounds than this in all are better spent elsewhere. */
const MOST_ROUNDS = 600;
/** No round is shorter. */
const SHORTEST_ROUND_MS = 0.1;

type Asked = Pick<Settings, 'roundCount' | 'epochCount'>;

/** Rounds and epochs of one scenario so far. */
export interface RoundsDone {
  readonly roundCount: number;
  readonly finishedEpochCount: number;
}

/** True when no round is left: `--rounds` is reached, or more would be wasted. */
export function hasAllRounds(roundCount: number, { roundCount: asked }: Pick<Asked, 'roundCount'>): boolean {
  return roundCount >= (asked ?? MOST_ROUNDS);
}

/** The number of rounds in all at which this epoch should end. */
export function roundsAtEnd(done: RoundsDone, time: { leftMs: number; roundMs: number }, asked: Asked): number {
  const { roundCount, epochCount } = asked;
  if (roundCount !== null) {
    const part = Math.round((roundCount * (done.finishedEpochCount + 1)) / epochCount);
    return Math.max(done.roundCount, Math.min(part, roundCount));
  }
  const least = done.roundCount === 0 ? LEAST_ROUNDS : LEAST_LATER_ROUNDS;
  const fitting = Math.max(least, Math.floor(time.leftMs / Math.max(time.roundMs, SHORTEST_ROUND_MS)));
  return Math.max(done.roundCount, Math.min(done.roundCount + fitting, MOST_ROUNDS));
}

/** Each scenario and epoch has its own order, all of them drawn from the one printed seed. */
export function orderSeed(seed: number, epoch: number, scenarioIndex: number): number {
  return seed + 1_000_003 * epoch + 7_919 * scenarioIndex;
}
