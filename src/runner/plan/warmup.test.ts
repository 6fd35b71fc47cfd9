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

describe('a warm-up', () => {
  it('gives every arm about the same time, whatever its batches take', () => {
    const { warmups } = warmedUp([steady(5), falling, steady(60)], { leastMs: 100, mostMs: 400 });
    for (const { spentMs } of warmups) expect(spentMs).toBeGreaterThanOrEqual(400);
    for (const { spentMs } of warmups) expect(spentMs).toBeLessThan(470);
    expect(warmups[0]?.batchCount).toBeGreaterThan(70);
    expect(warmups[2]?.batchCount).toBe(7);
  });

  it('ends for all as soon as every arm with batches enough has settled, and not before its least', () => {
    const { warmups } = warmedUp([steady(5), steady(10), steady(60)], { leastMs: 100, mostMs: 400 });
    expect(warmups.map(({ settled }) => settled)).toEqual([true, true, null]);
    for (const { spentMs } of warmups) expect(spentMs).toBeGreaterThanOrEqual(100);
    for (const { spentMs } of warmups) expect(spentMs).toBeLessThan(200);
  });

  it('goes on while one has too few batches to tell, though it could have enough', () => {
    const { warmups } = warmedUp([steady(5), steady(30)], { leastMs: 100, mostMs: 400 });
    expect(warmups[1]?.batchCount).toBe(12);
  });

  it('says of an arm that had not settled by how much it still fell', () => {
    const { warmups } = warmedUp([falling], { leastMs: 100, mostMs: 400 });
    expect(warmups[0]?.settled).toBe(false);
    expect(warmups[0]?.stillFallingRatio).toBeCloseTo(0.07, 1);
  });

  it('gives one batch to each where there is no time, and none is long enough to stop the others', () => {
    const { warmups } = warmedUp([steady(5_000), steady(10)], { leastMs: 0, mostMs: 0 });
    expect(warmups.map(({ batchCount }) => batchCount)).toEqual([1, 1]);
    const { warmups: waited } = warmedUp([steady(5_000), falling], { leastMs: 40, mostMs: 200 });
    expect(waited.map(({ batchCount }) => batchCount).map((count) => count > 9)).toEqual([false, true]);
    expect(waited[0]?.batchCount).toBe(1);
  });

  it('lasts as long as it may where no arm has batches enough to tell', () => {
    const { warmups } = warmedUp([steady(30), steady(40)], { leastMs: 50, mostMs: 200 });
    expect(warmups.map(({ batchCount }) => batchCount)).toEqual([7, 5]);
  });

  it('takes turns, so that nobody is left for long', () => {
    const { order } = warmedUp([falling, falling], { leastMs: 100, mostMs: 400 });
    const turns = order.filter((index, at) => index !== order[at - 1]).length;
    expect(turns).toBeGreaterThan(15);
    expect(turns).toBeLessThan(25);
  });

  it('goes on without an arm that fails, and ends when none is left', () => {
    const { order, warmups } = warmedUp([() => null, steady(10)], { leastMs: 100, mostMs: 400 });
    expect(order.filter((index) => index === 0)).toHaveLength(1);
    expect(warmups[0]).toMatchObject({ batchCount: 0, settled: null });
    expect(warmups[1]?.batchCount).toBe(12);
    expect(warmedUp([() => null], { leastMs: 100, mostMs: 400 }).order).toEqual([0]);
    expect(warmedUp([], { leastMs: 100, mostMs: 400 }).order).toEqual([]);
  });

  it('knows the last batch of every arm', () => {
    const { plan } = warmedUp([(before) => 100 - before, () => null], { leastMs: 0, mostMs: 150 });
    expect([0, 1].map((index) => plan.lastWallMsOf(index))).toEqual([99, null]);
  });
});

describe('the time of a warm-up', () => {
  it('is what was asked for, for every arm', () => {
    expect(warmupTime(750, 1, 7)).toEqual({ leastMs: 750, mostMs: 750 });
  });

  it('is a part of the epoch, shared by its arms, and a second each at most', () => {
    expect(warmupTime(null, 2_000, 6).mostMs).toBeCloseTo(2 * warmupTime(null, 2_000, 12).mostMs);
    expect(warmupTime(null, 2_000, 6).leastMs).toBeLessThan(warmupTime(null, 2_000, 6).mostMs);
    expect(warmupTime(null, 1e6, 6).mostMs).toBe(1_000);
    expect(warmupTime(null, -5, 0)).toEqual({ leastMs: 0, mostMs: 0 });
  });
});
