import { describe, expect, it } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import { PLAIN_SAMPLE } from '../../model/testing/plain-sample.ts';
import { planGateCells } from '../plan/gate/gate-arms.ts';
import type { CellRecorder } from '../recording/cell-recorder.ts';
import { gateRequest, pairOf } from '../testing/gate-request.ts';
import { GateCell } from './gate-cell.ts';

function newCell(): GateCell {
  const pair = pairOf('pages');
  const [plan] = planGateCells(pair, gateRequest([pair]));
  if (plan === undefined) throw new Error('expected a cell');
  return new GateCell(plan, pair, 4, { marginRatio: 0.03, confirmsUnclear: false });
}

const measure = (recorder: CellRecorder, epoch: number, round: number, sample: Partial<Sample>) => {
  const whole = { ...PLAIN_SAMPLE, epoch, round, ...sample };
  recorder.measured(whole, whole);
  recorder.roundOver(round, sample.foreignCores ?? null);
};

/** A pair of two rounds in which base takes 10 ms. */
function runPair(cell: GateCell, epoch: number, ratio: number): number | null {
  for (const round of [0, 1, 2]) {
    measure(cell.base, epoch, 10 * epoch + round, { wallMs: 10, slot: round % 2 });
    measure(cell.head, epoch, 10 * epoch + round, { wallMs: 10 * ratio, slot: 1 - (round % 2) });
  }
  return cell.endPair(epoch, cell.needs ?? 'screen', 1_000.4 * (epoch + 1));
}

describe('a pair', () => {
  it('is what both versions took in the rounds of its epoch', () => {
    const cell = newCell();
    measure(cell.base, 0, 0, { wallMs: 11, slot: 1, failedCount: 1, foreignCores: 0.5 });
    measure(cell.head, 0, 0, { wallMs: 12, slot: 0, failedCount: 2, foreignCores: 0.5 });
    measure(cell.base, 0, 1, { wallMs: 13, slot: 0, failedCount: 0, foreignCores: 0 });
    measure(cell.head, 0, 1, { wallMs: 14, slot: 1, failedCount: 3, foreignCores: null });
    expect(cell.endPair(0, 'screen', 5)).toBeNull();
    expect(cell.toCell()).toMatchObject({ taskCount: 4, namedAtMs: null, key: { subject: 'worktree' } });
    expect(cell.toCell().pairs).toEqual([
      {
        ...{ stage: 'screen', baseMs: [11, 13], headMs: [12, 14], headFirst: [true, false] },
        ...{ baseFailedCount: 1, headFailedCount: 5, foreignCores: 0.3333 },
      },
    ]);
    expect(cell.baseMs).toBe(11);
    measure(cell.base, 1, 1000, { wallMs: 20 });
    measure(cell.head, 1, 1000, { wallMs: 30 });
    cell.endPair(1, 'screen', 6);
    expect(cell.toCell().pairs[1]).toMatchObject({ baseMs: [20], headMs: [30], foreignCores: null });
    expect(cell.baseMs).toBe(20);
  });

  it('is none without a round, and none of a cell that has failed', () => {
    const cell = newCell();
    expect(cell.endPair(0, 'screen', 5)).toBeNull();
    expect(cell.baseMs).toBeNull();
    measure(cell.base, 0, 0, { wallMs: 10 });
    cell.head.fail({ code: 'TASK_THREW', message: 'why' });
    expect(cell.endPair(0, 'screen', 5)).toBeNull();
    expect(cell.toCell()).toMatchObject({
      pairs: [],
      base: { failure: null },
      head: { failure: { code: 'TASK_THREW', message: 'why' } },
    });
  });
});

describe('what a cell needs', () => {
  it('is eight pairs and no more where nothing has changed', () => {
    const cell = newCell();
    for (let epoch = 0; epoch < 8; epoch++) {
      expect([cell.needs, cell.pairsLeft]).toEqual(['screen', 8 - epoch]);
      runPair(cell, epoch, epoch % 2 === 0 ? 1.026 : 0.974);
    }
    expect([cell.needs, cell.pairsLeft]).toEqual([null, 0]);
  });

  it('is fifteen fresh ones where it looks changed', () => {
    const cell = newCell();
    for (let epoch = 0; epoch < 8; epoch++) runPair(cell, epoch, epoch % 2 === 0 ? 1.02 : 1.05);
    expect([cell.needs, cell.pairsLeft]).toEqual(['confirm', 15]);
    runPair(cell, 8, 1.02);
    expect([cell.needs, cell.pairsLeft]).toEqual(['confirm', 14]);
  });

  it('is nothing once a version has failed or their outputs differ', () => {
    for (const side of ['base', 'head'] as const) {
      const failed = newCell();
      failed[side].fail({ code: 'TASK_THREW', message: 'why' });
      expect([failed.needs, failed.pairsLeft]).toEqual([null, 0]);
    }
    const other = newCell();
    other.base.verified('2:one');
    // Before the first pair one version may just not have been asked yet.
    expect(other.needs).toBe('screen');
    other.head.verified('2:other');
    runPair(other, 0, 1);
    expect([other.needs, other.pairsLeft]).toEqual([null, 0]);
    expect(runPair(other, 1, 1)).toBeNull();
    expect(other.toCell().pairs).toHaveLength(1);
    expect(other.toCell()).toMatchObject({ base: { outputDigest: '2:one' }, head: { outputDigest: '2:other' } });
  });

  it('is more where some task that may fail has had no output in one version so far', () => {
    const cell = newCell();
    cell.base.verified('2:one');
    cell.head.verified(null);
    runPair(cell, 0, 1);
    expect(cell.needs).toBe('screen');
    cell.head.verified('2:other');
    expect(cell.needs).toBeNull();
  });
});

describe('being named', () => {
  it('happens once, when hardly a doubt is left, with the factor and the moment', () => {
    const cell = newCell();
    expect(runPair(cell, 0, 1.02)).toBeNull();
    expect(runPair(cell, 1, 1.02)).toBeNull();
    expect(cell.toCell().namedAtMs).toBeNull();
    const much = newCell();
    expect(runPair(much, 0, 1.3)).toBeCloseTo(1.3, 3);
    expect(runPair(much, 1, 1.3)).toBeNull();
    expect(much.toCell().namedAtMs).toBe(1000);
    expect(much.needs).toBe('confirm');
  });

  it('does not happen to what is faster', () => {
    const cell = newCell();
    for (let epoch = 0; epoch < 7; epoch++) expect(runPair(cell, epoch, 0.7)).toBeNull();
    expect(cell.toCell().namedAtMs).toBeNull();
    expect(cell.needs).toBeNull();
  });
});
