import { expect, it, vi } from 'vitest';

const clock = vi.hoisted(() => ({ nowMs: 0 }));
// Each look at the clock takes a hundredth of a millisecond, so that keeping the thread busy ends.
vi.mock('../clock.ts', () => ({ monotonicMs: () => (clock.nowMs += 0.01) }));

const { slowed } = await import('./slowed.ts');

it('takes a tenth longer than the batch did, and gives what it gave', async () => {
  const batch = async () => {
    clock.nowMs += 50;
    return ['output'];
  };
  const fromMs = clock.nowMs;
  expect(await slowed(batch, 0.1)).toEqual(['output']);
  expect(clock.nowMs - fromMs).toBeCloseTo(55, 0);
});

it('fails as the batch does', async () => {
  await expect(slowed(() => Promise.reject(new Error('boom')), 0.1)).rejects.toThrow('boom');
});
