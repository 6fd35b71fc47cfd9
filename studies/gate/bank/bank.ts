// A store of pairs of fresh processes that run the same code, measured as the gate measures, for comparisons to be drawn
// from. Kept in the order of time, since what disturbs a machine comes and goes.

import { readFile } from 'node:fs/promises';
import { writeWhole } from '../../../src/document/store.ts';
import { armName } from '../../../src/model/arm-key.ts';
import type { GatePair } from '../../../src/model/document/gate-document.ts';
import { seededRandom } from '../../../src/model/seeded-random.ts';
import { GateCell } from '../../../src/runner/gate/gate-cell.ts';
import { runPairEpoch } from '../../../src/runner/gate/pair-epoch.ts';
import { planGateCells } from '../../../src/runner/plan/gate/gate-arms.ts';
import { type EpochCost, openTimedWorld, type TimedWorld } from '../timed-world.ts';
import { JUDGING, pairsOf, requestOf, type Work } from '../works.ts';

/** What one pair's rounds showed, in milliseconds, and its part of what the epoch took. */
export interface BankPair extends Pick<GatePair, 'baseMs' | 'headMs' | 'foreignCores'> {
  readonly cost: EpochCost;
}

/** All pairs of one cell. */
export interface BankCell {
  readonly name: string;
  readonly pairs: readonly BankPair[];
}

/** How long to measure. */
export interface BankPlan {
  readonly limitMs: number;
  readonly seed: number;
  /** Warm-up of each arm besides the gate's own; more than one value take turns, and their cells are kept apart. */
  readonly moreWarmupsMs?: readonly number[];
  /** Told now and then of all there is, so that an interrupted bank is not lost. */
  readonly onGrown: (cells: readonly BankCell[], spentMs: number) => Promise<void>;
}

/** The works in turn, a pair of processes for each of their cells, until the time is over. Leaves no process behind. */
export async function measureBank(
  works: readonly Work[],
  { limitMs, seed, moreWarmupsMs = [0], onGrown }: BankPlan,
): Promise<BankCell[]> {
  const found = new Map<string, BankPair[]>();
  const random = seededRandom(seed);
  const scenarios = await pairsOf(works);
  const world = openTimedWorld();
  const fromMs = performance.now();
  try {
    for (let turn = 1; performance.now() - fromMs < limitMs; turn++) {
      for (const [index, { strategies }] of works.entries()) {
        const scenario = scenarios[index] as (typeof scenarios)[number];
        const plans = planGateCells(scenario, requestOf([scenario], strategies, seed));
        for (const moreMs of moreWarmupsMs) {
          world.moreWarmupMs = moreMs;
          const cells = plans.map((plan) => new GateCell(plan, scenario, scenario.head.taskCount, JUDGING));
          for (const [name, pair] of await measurePairs(cells, random, world)) {
            const told = moreMs === 0 ? name : `${name}, +${moreMs} ms`;
            found.set(told, [...(found.get(told) ?? []), pair]);
          }
        }
      }
      if (turn % TURNS_APART === 0) await onGrown(cellsOf(found), performance.now() - fromMs);
    }
  } finally {
    await world.close();
  }
  return cellsOf(found);
}

const TURNS_APART = 5;

function cellsOf(found: ReadonlyMap<string, readonly BankPair[]>): BankCell[] {
  return [...found].map(([name, pairs]) => ({ name, pairs }));
}

async function measurePairs(
  cells: readonly GateCell[],
  random: () => number,
  world: TimedWorld,
): Promise<[string, BankPair][]> {
  await runPairEpoch(cells, 0, random, world);
  const { startMs, warmMs, roundsMs } = world.lastCost();
  // Rounds are each cell's own, and so is most of the warm-up; what processes take to start is shared evenly.
  const shareMs = (ms: number) => ms / cells.length;
  return cells.map((cell) => {
    cell.endPair(0, 'screen', 0);
    const { pairs, key, base, head } = cell.toCell();
    const [pair] = pairs;
    const name = `${key.scenarioId} ${armName({ ...key, subject: 'worktree' })}`;
    if (pair === undefined) throw new Error(`${name}: ${(base.failure ?? head.failure)?.message ?? 'no pair'}`);
    const cost = { startMs: shareMs(startMs), warmMs: shareMs(warmMs), roundsMs: shareMs(roundsMs) };
    return [name, { baseMs: pair.baseMs, headMs: pair.headMs, foreignCores: pair.foreignCores, cost }];
  });
}

/** Keeps a bank where results that nobody commits are, so that other rules can be tried on it. */
export async function keepBank(path: string, cells: readonly BankCell[]): Promise<void> {
  await writeWhole(path, `${JSON.stringify({ kind: 'gate-bank', cells })}\n`);
}

/** Reads a bank that was kept. */
export async function readBank(path: string): Promise<BankCell[]> {
  const { kind, cells } = JSON.parse(await readFile(path, 'utf8')) as { kind?: string; cells: BankCell[] };
  if (kind !== 'gate-bank') throw new Error(`${path}: expected a bank that this study kept, got something else`);
  return cells;
}
