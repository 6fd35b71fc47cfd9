// Samples of two arms that are the same code, as recorded, and the trials that can be drawn from them. Epochs keep
// their processes, blocks keep their neighbours in time; which arm is called `a` is a coin, since both are the same.
// Trials drawn from one session share samples: their number narrows no interval beyond what the session holds.

import { shuffled } from '../../src/model/seeded-random.ts';
import type { Trial } from '../rules/rule.ts';

/** One epoch: two processes, one sample of each in every round, in milliseconds and in the order of time. */
export interface SessionEpoch {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Whether `a` went first, where it was recorded. */
  readonly aFirst?: readonly boolean[];
}

/** Recorded or simulated rounds of two identical arms. */
export interface Session {
  readonly name: string;
  readonly epochs: readonly SessionEpoch[];
}

/** What a trial should look like. */
export interface TrialPlan {
  /** Rounds wanted; a session with fewer gives all it has. */
  readonly roundCount: number;
  /** Arm `b` takes this many times as long as it did. */
  readonly slowdownRatio: number;
}

const BLOCK_ROUNDS = 30;
const BLOCKED_COUNT = 100;

/** Draws a trial: blocks of consecutive rounds from epochs chosen at random, and one stretch for blocked rules. */
export function drawTrial(session: Session, plan: TrialPlan, random: () => number): Trial {
  const epochs = session.epochs.map((epoch) => (random() < 0.5 ? epoch : { a: epoch.b, b: epoch.a }));
  return { blocked: drawBlocked(epochs, plan, random), rounds: drawRounds(epochs, plan, random) };
}

// One block of each epoch in turn, as a run would spread its rounds; blocks of an epoch in random order.
function drawRounds(epochs: readonly SessionEpoch[], plan: TrialPlan, random: () => number): Trial['rounds'] {
  const decks = shuffled([...epochs.keys()], random).map((epoch) => shuffled(blocksOf(epochs, epoch), random));
  const turns = Math.max(0, ...decks.map((deck) => deck.length));
  const dealt = Array.from({ length: turns }, (_, turn) => decks.flatMap((deck) => deck[turn] ?? [])).flat();
  const wanted = dealt.slice(0, Math.ceil(plan.roundCount / BLOCK_ROUNDS));
  return rowsOf(wanted, epochs)
    .slice(0, plan.roundCount)
    .map((row, round) => ({
      epoch: row.epoch,
      round,
      numeratorMs: row.a,
      denominatorMs: row.b * plan.slowdownRatio,
    }));
}

interface Block {
  readonly epoch: number;
  readonly from: number;
}

function blocksOf(epochs: readonly SessionEpoch[], epoch: number): Block[] {
  const count = Math.ceil((epochs[epoch]?.a.length ?? 0) / BLOCK_ROUNDS);
  return Array.from({ length: count }, (_, block) => ({ epoch, from: block * BLOCK_ROUNDS }));
}

function rowsOf(blocks: readonly Block[], epochs: readonly SessionEpoch[]) {
  return blocks.flatMap(({ epoch, from }) => {
    const { a, b } = epochs[epoch] as SessionEpoch;
    return a.slice(from, from + BLOCK_ROUNDS).map((ms, row) => ({ epoch, a: ms, b: b[from + row] as number }));
  });
}

function drawBlocked(epochs: readonly SessionEpoch[], plan: TrialPlan, random: () => number): Trial['blocked'] {
  const longest = Math.max(...epochs.map((epoch) => epoch.a.length));
  const long = epochs.filter((epoch) => epoch.a.length === longest);
  const { a, b } = long[Math.floor(random() * long.length)] as SessionEpoch;
  const count = Math.min(BLOCKED_COUNT, Math.floor(a.length / 2));
  const from = Math.floor(random() * (a.length - 2 * count + 1));
  return {
    a: a.slice(from, from + count),
    b: b.slice(from + count, from + 2 * count).map((ms) => ms * plan.slowdownRatio),
  };
}
