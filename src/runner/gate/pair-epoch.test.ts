import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { planGateCells } from '../plan/gate/gate-arms.ts';
import type { CellRecorder } from '../recording/cell-recorder.ts';
import { gateRequest, pairOf, strategiesNamed } from '../testing/gate-request.ts';
import { type Script, VirtualWorld } from '../testing/virtual-world.ts';
import { GateCell } from './gate-cell.ts';
import { runPairEpoch } from './pair-epoch.ts';

/** The virtual world that keeps in which order arms were started. */
class WatchedWorld extends VirtualWorld {
  readonly started: string[][] = [];

  override async openEpoch(cells: readonly CellRecorder[]) {
    this.started.push(cells.map(({ arm: { key } }) => `${key.strategyId} ${key.subject}`));
    return super.openEpoch(cells);
  }
}

/** Two cells, `sequential` and `gather`. */
function newCells(): GateCell[] {
  const pair = pairOf('pages');
  const request = gateRequest([pair], {}, { strategies: strategiesNamed('sequential', 'gather') });
  return planGateCells(pair, request).map(
    (plan) => new GateCell(plan, pair, 4, { marginRatio: 0.03, confirmsUnclear: false }),
  );
}

async function run(script: Script, epochCount: number) {
  const [cells, random, world] = [newCells(), seededRandom(3), new WatchedWorld(script)];
  for (let epoch = 0; epoch < epochCount; epoch++) await runPairEpoch(cells, epoch, random, world);
  return { cells, world, orders: world.actions.flatMap(({ what, order }) => (what === 'round' ? [order ?? []] : [])) };
}

describe('the arms of an epoch', () => {
  it('are started in an order of chance, those of a cell one after the other', async () => {
    const { world } = await run(() => 100, 60);
    const headFirst = [0, 0];
    for (const started of world.started) {
      expect(started.map((name) => name.split(' ')[0])).toEqual(['sequential', 'sequential', 'gather', 'gather']);
      for (const cell of [0, 1]) {
        const two = started.slice(2 * cell, 2 * cell + 2).map((name) => name.split(' ')[1]);
        expect(two.toSorted()).toEqual(['base', 'head']);
        headFirst[cell] = (headFirst[cell] ?? 0) + (two[0] === 'head' ? 1 : 0);
      }
    }
    for (const count of headFirst) {
      expect(count).toBeGreaterThan(18);
      expect(count).toBeLessThan(42);
    }
  });

  it('are let go after it, and ended at once where it is interrupted', async () => {
    const { world } = await run(() => 100, 2);
    expect(world.actions.filter(({ what }) => what === 'close')).toHaveLength(2);
    const broken = new WatchedWorld(() => {
      throw new Error('as scripted');
    });
    await expect(runPairEpoch(newCells(), 0, seededRandom(3), broken)).rejects.toThrow('as scripted');
    expect(broken.actions.map(({ what }) => what)).toEqual(['open', 'warm up', 'kill']);
  });
});

describe('its rounds', () => {
  it('have each version of every cell once, and are told from those of other epochs', async () => {
    const { cells, orders } = await run(() => 100, 2);
    expect(orders).toHaveLength(2 * 3);
    for (const order of orders) expect(order.toSorted()).toEqual([0, 1, 2, 3]);
    for (const { base, head } of cells) {
      for (const { samples } of [base, head]) {
        expect(samples.map(({ epoch }) => epoch)).toEqual([0, 0, 0, 1, 1, 1]);
        expect(new Set(samples.map(({ round }) => round)).size).toBe(6);
      }
    }
  });

  it('end with a cell that needs no more, or that fails, while the other goes on', async () => {
    const long = await run((_, arm) => (arm.startsWith('gather') ? 250 : 43), 1);
    expect(long.orders.map((order) => order.length)).toEqual([4, 2, 2, 2, 2, 2, 2]);
    // Fails in its fourth batch: one of warm-up, two rounds, and it.
    const failing = await run((_, arm, before) => (arm.startsWith('gather') && before > 2 ? null : 150), 1);
    expect(failing.orders.map((order) => order.length)).toEqual([4, 4, 4]);
    const early = await run((_, arm, before) => (arm.startsWith('gather') && before > 1 ? null : 150), 1);
    expect(early.orders.map((order) => order.length)).toEqual([4, 4, 2]);
  });
});
