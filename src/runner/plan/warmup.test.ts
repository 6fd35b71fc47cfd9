import { describe, expect, it } from 'vitest';
import { WarmupPlan, type WarmupTime, warmupTime } from './warmup.ts';

/** Times of an arm's batch, by the batches before it; null for one that fails. */
type Arm = (batchesBefore: number) => number | null;

/** Lets arms warm up, and tells who ran in which order. */
function warmedUp(arms: readonly Arm[], time: WarmupTime) {
  const plan = new WarmupPlan(arms.length, time);
  const counts = arms.map(() => 0);
  const order: number[] = [];
  for (let index = plan.next(); index !== null && order.length < 5_000; index = plan.next()) {
    const wallMs = arms[index]?.(counts[index] ?? 0) ?? null;
    counts[index] = (counts[index] ?? 0) + 1;
    order.push(index);
    plan.ran(index, wallMs, wallMs ?? 1);
  }
  return { order, warmups: arms.map((_, index) => plan.warmupOf(index)), plan };
}

const steady =
  (wallMs: number): Arm =>
  () =>
    wallMs;
/** Gains some percent with each doubling, for ever. */
const falling: Arm = (before) => 10 * (before + 1) ** -0.1;

const TIME: WarmupTime = {
  leastMs: 100,
  settledMs: 100,
  mostMs: 400,
  tellingMs: 400,
  totalMs: 10_000,
  leftMs: 100_000,
  keptRounds: 6,
};

describe('a warm-up', () => {
  it('gives arms of short batches the same time, whatever a batch takes', () => {
    const { warmups } = warmedUp([steady(5), falling, steady(20)], TIME);
    for (const { spentMs } of warmups) expect(spentMs).toBeGreaterThanOrEqual(400);
    for (const { spentMs } of warmups) expect(spentMs).toBeLessThan(430);
    expect(warmups.map(({ batchCount }) => batchCount > 60)).toEqual([true, false, false]);
    expect(warmups[2]?.batchCount).toBe(20);
  });

  it('gives an arm of long batches its least only, and no batch for less than half of one', () => {
    const { warmups } = warmedUp([steady(60), falling, steady(260), steady(45), steady(35)], TIME);
    expect(warmups.map(({ batchCount }) => batchCount)).toEqual([2, warmups[1]?.batchCount, 1, 2, 3]);
    expect(warmups[0]?.settled).toBeNull();
    expect(warmups[1]?.spentMs).toBeGreaterThanOrEqual(400);
  });

  it('tells long batches from short ones by another time than the most', () => {
    const { warmups } = warmedUp([steady(30), falling, steady(35)], { ...TIME, mostMs: 600 });
    expect(warmups.map(({ spentMs }) => (spentMs ?? 0) >= 600)).toEqual([true, true, false]);
  });

  it('takes no arm for one of long batches by a first one that was cold', () => {
    const cold = (firstMs: number) => warmedUp([(before) => (before === 0 ? firstMs : 10), falling], TIME).warmups[0];
    expect(cold(150)?.spentMs).toBeGreaterThanOrEqual(400);
    expect(cold(190)?.spentMs).toBeGreaterThanOrEqual(400);
    expect(cold(210)?.batchCount).toBe(1);
  });

  it('takes no arm of short batches for settled before its time', () => {
    const { warmups } = warmedUp([steady(5), steady(7)], { ...TIME, settledMs: 300 });
    for (const { spentMs } of warmups) expect(spentMs).toBeGreaterThanOrEqual(300);
    for (const { spentMs } of warmups) expect(spentMs).toBeLessThan(350);
  });

  it('ends for all as soon as every arm with batches enough has settled, and not before its least', () => {
    const { warmups } = warmedUp([steady(5), steady(7), steady(60)], TIME);
    expect(warmups.map(({ settled }) => settled)).toEqual([true, true, null]);
    for (const { spentMs } of warmups) expect(spentMs).toBeGreaterThanOrEqual(100);
    for (const { spentMs } of warmups) expect(spentMs).toBeLessThan(160);
  });

  it('goes on while one has too few batches to tell, though it could have enough', () => {
    const { warmups } = warmedUp([steady(5), steady(30)], TIME);
    expect(warmups[1]?.batchCount).toBe(12);
  });

  it('says of an arm that had not settled by how much it still fell', () => {
    const { warmups } = warmedUp([falling], TIME);
    expect(warmups[0]?.settled).toBe(false);
    expect(warmups[0]?.stillFallingRatio).toBeCloseTo(0.07, 1);
  });

  it('ends when its time is over, with one batch of each at least', () => {
    const { warmups } = warmedUp([falling, falling], { ...TIME, totalMs: 200 });
    for (const { spentMs } of warmups) expect(spentMs).toBeGreaterThan(70);
    for (const { spentMs } of warmups) expect(spentMs).toBeLessThan(130);
    const none = warmedUp([steady(5_000), steady(10), falling], { ...TIME, totalMs: 0 });
    expect(none.warmups.map(({ batchCount }) => batchCount)).toEqual([1, 1, 1]);
  });

  it('leaves time for some rounds of the batches that it saw', () => {
    // A round of 30 ms six times; what is beyond is for the warm-up.
    const { warmups } = warmedUp([falling, steady(20)], { ...TIME, leftMs: 6 * 30 + 160 });
    const spentMs = warmups.reduce((sum, warmup) => sum + (warmup.spentMs ?? 0), 0);
    expect(spentMs).toBeGreaterThan(150);
    expect(spentMs).toBeLessThan(230);
    const fewer = warmedUp([falling, steady(20)], { ...TIME, leftMs: 6 * 30 + 160, keptRounds: 3 }).warmups;
    expect(fewer.reduce((sum, warmup) => sum + (warmup.spentMs ?? 0), 0) - spentMs).toBeGreaterThan(60);
    const short = warmedUp([falling, steady(20)], { ...TIME, leftMs: 100 });
    expect(short.warmups.map(({ batchCount }) => batchCount)).toEqual([1, 2]);
  });

  it('takes turns, so that nobody is left for long', () => {
    const { order } = warmedUp([falling, falling], TIME);
    const turns = order.filter((index, at) => index !== order[at - 1]).length;
    expect(turns).toBeGreaterThan(15);
    expect(turns).toBeLessThan(30);
  });

  it('goes on without an arm that fails, and ends when none is left', () => {
    const { order, warmups } = warmedUp([() => null, steady(10)], TIME);
    expect(order.filter((index) => index === 0)).toHaveLength(1);
    expect(warmups[0]).toMatchObject({ batchCount: 0, settled: null });
    expect(warmups[1]?.batchCount).toBe(12);
    expect(warmedUp([() => null], TIME).order).toEqual([0]);
    expect(warmedUp([], TIME).order).toEqual([]);
  });

  it('knows the last batch of every arm', () => {
    const { plan } = warmedUp([(before) => 100 - before, () => null], TIME);
    expect([0, 1].map((index) => plan.lastWallMsOf(index))).toEqual([99, null]);
    const { plan: longer } = warmedUp([(before) => 40 - before], TIME);
    expect(longer.lastWallMsOf(0)).toBe(38);
  });
});

describe('the time of a warm-up', () => {
  it('is what was asked for, for every arm, however long all of them take', () => {
    expect(warmupTime(750, 1, 1)).toMatchObject({ leastMs: 750, settledMs: 750, mostMs: 750, tellingMs: 750 });
    const { warmups } = warmedUp([steady(190), falling], warmupTime(750, 1, 1));
    expect(warmups[0]?.batchCount).toBe(4);
    expect(warmups[1]?.spentMs).toBeGreaterThanOrEqual(750);
  });

  it('leaves fewer rounds where an epoch is long enough to warm a client up, or more epochs follow', () => {
    expect([3_000, 4_000].map((shareMs) => warmupTime(null, shareMs, 9).keptRounds)).toEqual([6, 3]);
  });

  it('is a part of the epoch for all together, and never less than none', () => {
    expect(warmupTime(null, 2_000, 9).totalMs).toBeCloseTo(2 * warmupTime(null, 1_000, 9).totalMs);
    expect(warmupTime(null, 2_000, 9)).toMatchObject({ leftMs: 9 });
    expect(warmupTime(null, 2_000, 9).totalMs).toBeLessThan(1_000);
    expect(warmupTime(null, -5, 9).totalMs).toBe(0);
  });
});
