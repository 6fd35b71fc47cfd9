import { expect, test } from 'vitest';
import { breakEvenBatchMs, breakEvenTaskMs } from './crossover.ts';
import { littleGapRatio, littleInFlight } from './little.ts';
import { fitScaling } from './scaling.ts';

test('Little: twenty tasks of 20 ms in 25 ms are sixteen under way', () => {
  expect(littleInFlight({ taskMs: 400, wallMs: 25 })).toBe(16);
  expect(littleGapRatio({ taskMs: 400, wallMs: 25 }, 15.2)).toBeCloseTo(0.05, 12);
  expect(littleInFlight({ taskMs: 0, wallMs: 0 })).toBe(0);
  expect(littleGapRatio({ taskMs: 0, wallMs: 10 }, 2)).toBe(Infinity);
  expect(littleGapRatio({ taskMs: 0, wallMs: 10 }, 0)).toBe(0);
});

const usl = (n: number, s: number, k: number) => n / (1 + s * (n - 1) + k * n * (n - 1));
const points = (counts: number[], s: number, k: number, wobble = 0) =>
  counts.map((n, index) => ({ workerCount: n, speedup: usl(n, s, k) * (1 + (index % 2 === 0 ? wobble : -wobble)) }));

test('scaling: exact points give back their coefficients and the peak', () => {
  const fit = fitScaling(points([1, 2, 4, 8, 12, 16, 24, 32], 0.05, 0.002));
  if (!fit.fitted) throw new Error(fit.reason);
  expect(fit.serialRatio.value).toBeCloseTo(0.05, 9);
  expect(fit.coherencyRatio.value).toBeCloseTo(0.002, 9);
  expect(fit.peakWorkerCount).toBeCloseTo(Math.sqrt(0.95 / 0.002), 6);
  expect(fit.speedupAt(8)).toBeCloseTo(usl(8, 0.05, 0.002), 9);
});

test('scaling: Amdahl alone has no peak; noisy points have an interval around the truth', () => {
  const amdahl = fitScaling(points([1, 2, 3, 4, 6, 8], 0.1, 0));
  if (!amdahl.fitted) throw new Error(amdahl.reason);
  expect(amdahl.serialRatio.value).toBeCloseTo(0.1, 9);
  expect(amdahl.peakWorkerCount).toBeNull();
  const noisy = fitScaling(points([1, 2, 3, 4, 6, 8, 12, 16], 0.1, 0.001, 0.02));
  if (!noisy.fitted) throw new Error(noisy.reason);
  expect(noisy.serialRatio.low).toBeLessThan(0.1);
  expect(noisy.serialRatio.high).toBeGreaterThan(0.1);
});

test('scaling: refuses few points, nonsense, and a look beyond what was measured', () => {
  expect(fitScaling(points([1, 2, 3, 4, 6], 0.1, 0))).toEqual({
    fitted: false,
    reason: 'needs 6 worker counts, got 5',
  });
  expect(fitScaling([...points([1, 2, 3, 4, 6], 0.1, 0), { workerCount: 8, speedup: 0 }]).fitted).toBe(false);
  const fit = fitScaling(points([1, 2, 3, 4, 6, 8], 0.1, 0.01));
  if (!fit.fitted) throw new Error(fit.reason);
  expect(fit.speedupAt(9)).toBeNull();
  expect(fit.speedupAt(0)).toBeNull();
});

const POOL = { dispatchMs: 0.04, cloneMs: 0.01, startMs: 0, coreCount: 2, chunkSize: 1 };

test('crossover: on two cores a task must be twice what it costs to hand over', () => {
  expect(breakEvenTaskMs(POOL)).toBeCloseTo(0.1, 12);
  expect(breakEvenTaskMs({ ...POOL, chunkSize: 4 })).toBeCloseTo(0.04, 12);
  expect(breakEvenTaskMs({ ...POOL, coreCount: 1 })).toBe(Infinity);
});

test('crossover: at break-even size the pool takes as long as one thread', () => {
  const sizeMs = breakEvenTaskMs(POOL);
  expect((sizeMs + POOL.dispatchMs + POOL.cloneMs) / POOL.coreCount).not.toBe(sizeMs);
  expect(sizeMs / POOL.coreCount + POOL.dispatchMs + POOL.cloneMs).toBeCloseTo(sizeMs, 12);
});

test('crossover: a cold pool needs its start earned back', () => {
  expect(breakEvenBatchMs({ ...POOL, startMs: 50 }, 10)).toBeGreaterThan(100);
  expect(breakEvenBatchMs({ ...POOL, startMs: 50 }, 10)).toBeLessThan(102);
  expect(breakEvenBatchMs({ ...POOL, startMs: 50 }, 0.01)).toBe(Infinity);
});
