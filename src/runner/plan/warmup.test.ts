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

  it('tells of the arm that needs it longest, the first of them where several do', () => {
    const detailOf = (...names: string[]) =>
      judgeWarmup(
        names.map((name) => ({ name, wallMs: name.startsWith('slow') ? slowStart : steady })),
        2,
      ).detail;
    expect(detailOf('slow', 'a')).toBe('slow: steady after 3 batches');
    expect(detailOf('a', 'slow', 'slower')).toBe('slow: steady after 3 batches');
    expect(detailOf('a', 'b')).toBe('a: steady from the first batch');
  });

  it('is never shorter than asked for', () => {
    expect(judgeWarmup([{ name: 'a', wallMs: steady }], 4).batchCount).toBe(4);
  });

  it('does not judge a pilot too short to tell', () => {
    expect(judgeWarmup([{ name: 'a', wallMs: [5, 4] }], 2)).toEqual({
      batchCount: 2,
      steady: null,
      detail: 'a pilot of 2 batches is too short to tell',
    });
    expect(judgeWarmup([], 2)).toMatchObject({ batchCount: 2, steady: null });
    expect(judgeWarmup([{ name: 'a', wallMs: steady.slice(0, 6) }], 2).steady).toBe(true);
  });

  it('says so when an arm never settles', () => {
    const slowing = [10, 10, 10, 10, 10, 20, 20, 20, 20, 20];
    expect(judgeWarmup([{ name: 'a', wallMs: slowing }], 2).steady).toBe(false);
  });
});
