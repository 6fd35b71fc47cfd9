// A bank of pairs of fresh processes of identical code, measured by the gate's own conductor: comparisons are drawn from it,
// with a change put in by scaling, so that many of them cost no more than one afternoon.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { armName } from '../../src/model/arm-key.ts';
import type { GatePair } from '../../src/model/gate-document.ts';
import { seededRandom } from '../../src/model/seeded-random.ts';
import { GateCell } from '../../src/runner/gate/gate-cell.ts';
import { runPairEpoch } from '../../src/runner/gate/pair-epoch.ts';
import { openRealWorld } from '../../src/runner/processes/real-world.ts';
import { bankedCells, MARGIN_RATIO, studiedScenarios, WORLD_SETTINGS } from './cells.ts';

/** Pairs of one cell in the order of time. */
export interface Banked {
  readonly name: string;
  readonly pairs: readonly GatePair[];
  /** What a pair costs, with starting, warming up and leaving, in milliseconds: the mean. */
  readonly pairMs: number;
}

/** Ends by itself, should nobody be left to end it. */
const ENDLESS = 'const untilMs = Date.now() + 3_600_000; while (Date.now() < untilMs);';

/** Measures so many pairs of each cell, alone or beside a process that computes without end. */
export async function bankPairs(
  pairCount: number,
  hasNeighbour: boolean,
  write: (line: string) => void,
): Promise<Banked[]> {
  const groups = bankedCells(await studiedScenarios()).map(({ pair, plans }) => ({
    cells: plans.map((plan) => new GateCell(plan, pair, pair.head.taskCount, MARGIN_RATIO)),
    spentMs: 0,
  }));
  const world = openRealWorld({ settings: WORLD_SETTINGS }, new AbortController().signal);
  const random = seededRandom(5);
  const neighbour = hasNeighbour ? spawn(process.execPath, ['-e', ENDLESS], { stdio: 'ignore' }) : null;
  try {
    for (let epoch = 0; epoch < pairCount; epoch++) {
      for (const group of groups) {
        const fromMs = world.now();
        await runPairEpoch(group.cells, epoch, random, world);
        for (const cell of group.cells) cell.endPair(epoch, 'screen', 0);
        group.spentMs += world.now() - fromMs;
      }
      if (epoch % 10 === 9) write(`pair ${epoch + 1} of ${pairCount}${hasNeighbour ? ', beside a neighbour' : ''}`);
    }
  } finally {
    await world.close();
    if (neighbour !== null) {
      const gone = once(neighbour, 'exit');
      neighbour.kill('SIGKILL');
      await gone;
    }
  }
  return groups.flatMap(({ cells, spentMs }) =>
    cells.map((cell) => ({
      name: `${cell.head.scenario.title.toLowerCase()}, ${armName(cell.plan.key)}`,
      pairs: cell.toCell().pairs,
      pairMs: spentMs / pairCount / cells.length,
    })),
  );
}
