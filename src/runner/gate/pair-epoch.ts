// One pair of fresh processes for each of a scenario's cells: both versions alive together, exactly one batch under way at
// a time, and a coin that says whose turn is first.

import { coinOrder, roundCountOf, roundOrder, WARMUP_MS } from '../plan/gate/turns.ts';
import { warmUp } from '../warm-up.ts';
import type { World } from '../world.ts';
import type { GateCell } from './gate-cell.ts';

/** Measures one pair for each cell, as the given epoch of its scenario. Rejects with `INTERRUPTED` or what the servers throw. */
export async function runPairEpoch(
  cells: readonly GateCell[],
  epoch: number,
  random: () => number,
  world: Pick<World, 'now' | 'openEpoch'>,
): Promise<void> {
  // Who is started first is a matter of the coin, too: the places of cell n are 2n and 2n + 1.
  const places = cells.flatMap((cell, index) => {
    const both = [cell.base, cell.head] as const;
    return coinOrder(0, random).map((place) => ({ recorder: both[place as 0 | 1], cell: index }));
  });
  const recorders = places.map(({ recorder }) => recorder);
  const running = await world.openEpoch(recorders);
  try {
    const warmth = { now: () => world.now(), askedMs: WARMUP_MS, shareMs: Number.POSITIVE_INFINITY };
    const lastMs = await warmUp(running, recorders, { ...warmth, leftMs: Number.POSITIVE_INFINITY });
    const roundCounts = cells.map(({ hasFailed }, cell) => {
      const [one, other] = [lastMs[2 * cell], lastMs[2 * cell + 1]];
      return hasFailed || one == null || other == null ? 0 : roundCountOf(one, other);
    });
    for (let round = 0; round < Math.max(...roundCounts); round++) {
      const due = [...cells.keys()].filter((cell) => round < (roundCounts[cell] ?? 0) && !cells[cell]?.hasFailed);
      if (due.length === 0) break;
      await running.runRound(epoch, epoch * ROUNDS_APART + round, roundOrder(due, random));
    }
  } catch (thrown) {
    await running.kill();
    throw thrown;
  }
  // Whoever opens the next one waits for these to leave.
  void running.close();
}

/** Rounds are numbered through all epochs of a cell: no epoch has as many. */
const ROUNDS_APART = 1_000;
