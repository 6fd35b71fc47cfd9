// How many rounds a scenario gets: as many as fit into an epoch's time, or the epoch's part of what `--rounds` says.

import type { Settings } from '../../../model/document/document.ts';

/** Rounds without which nothing can be said of an arm: two have a spread that could be anything. */
const FEWEST_ROUNDS = 3;
/** A scenario should have this many in its only epoch, though they take somewhat longer than its time. */
const WANTED_ROUNDS = 5;
/** How much longer, as a share of that time. */
const GRACE_RATIO = 0.4;
/** More rounds than this in all are better spent elsewhere. */
const MOST_ROUNDS = 600;
/** A scenario with fewer is not settled, whatever they say: they decide, and say little about how much. */
const LEAST_SETTLED_ROUNDS = 12;

type Asked = Pick<Settings, 'roundCount' | 'epochCount'>;

/** Rounds and epochs of one scenario so far. */
export interface RoundsDone {
  readonly roundCount: number;
  readonly finishedEpochCount: number;
}

/** The time of an epoch within a budget. */
export interface RoundTime {
  /** What it should take in all. */
  readonly shareMs: number;
  /** What is left of that; negative when it took longer already. */
  readonly leftMs: number;
  /** What the next round would take. */
  readonly nextMs: number;
}

/** True when no round is left: `--rounds` is reached, or more would be wasted. */
export function hasAllRounds(roundCount: number, { roundCount: asked }: Pick<Asked, 'roundCount'>): boolean {
  return roundCount >= (asked ?? MOST_ROUNDS);
}

/** True where enough rounds were run for a scenario to be called settled. */
export function maySettle(roundCount: number): boolean {
  return roundCount >= LEAST_SETTLED_ROUNDS;
}

/** The number of rounds in all at which this epoch of `--rounds` ends; null where a budget decides. */
export function roundsAtEnd({ roundCount, finishedEpochCount }: RoundsDone, asked: Asked): number | null {
  if (asked.roundCount === null) return null;
  const part = Math.round((asked.roundCount * (finishedEpochCount + 1)) / asked.epochCount);
  return Math.max(roundCount, Math.min(part, asked.roundCount));
}

/** True when an epoch has so few rounds that it goes on whatever was decided and however long it takes. */
export function hasTooFew(roundsInEpoch: number): boolean {
  return roundsInEpoch < FEWEST_ROUNDS;
}

/** Whether an epoch within a budget has time for one more round. */
export function hasTime(roundsInEpoch: number, isOnly: boolean, { shareMs, leftMs, nextMs }: RoundTime): boolean {
  if (hasTooFew(roundsInEpoch)) return true;
  const graceMs = isOnly && roundsInEpoch < WANTED_ROUNDS ? GRACE_RATIO * Math.max(0, shareMs) : 0;
  return nextMs <= leftMs + graceMs;
}

/** Each scenario and epoch has its own order, all of them drawn from the one printed seed. */
export function orderSeed(seed: number, epoch: number, scenarioIndex: number): number {
  return seed + 1_000_003 * epoch + 7_919 * scenarioIndex;
}
