import { describe, expect, it } from 'vitest';
import { judgeWarmup } from './warmup.ts';

const slowStart = [40, 38, 37, 10, 10.1, 9.9, 10, 10.1, 9.9, 10];
const steady = [10, 10.1, 9.9, 10, 10.2, 9.9, 10, 10.1, 9.9, 10];

describe('the warm-up', () => {
  it('is as long for all arms as the slowest starter needs', () => {
    const warmup = judgeWarmup(
      [
        { name: 'a', wallMs: steady },
        { name: 'b', wallMs: slowStart },
      ],
      2,
    );
    expect(warmup).toMatchObject({ batchCount: 3, steady: true });
    expect(warmup.detail).toContain('b: ');
  });

  it('is never shorter than asked for', () => {
    expect(judgeWarmup([{ name: 'a', wallMs: steady }], 4).batchCount).toBe(4);
  });

  it('does not judge a pilot too short to tell', () => {
    expect(judgeWarmup([{ name: 'a', wallMs: [5, 4] }], 2)).toMatchObject({ batchCount: 2, steady: null });
  });

  it('says so when an arm never settles', () => {
    const slowing = [10, 10, 10, 10, 10, 20, 20, 20, 20, 20];
    expect(judgeWarmup([{ name: 'a', wallMs: slowing }], 2).steady).toBe(false);
  });
});
