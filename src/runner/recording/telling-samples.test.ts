import { expect, it } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import { PLAIN_SAMPLE } from '../../model/testing/plain-sample.ts';
import { nearestMedian, slowest, type TakenTimeline, tellingTimelines } from './telling-samples.ts';

const samples = [12, 10, 30, 11, 14].map((wallMs, round): Sample => ({ ...PLAIN_SAMPLE, round, wallMs }));

function taken(round: number): TakenTimeline {
  const none: number[] = [];
  return {
    ...{ epoch: 0, round, batchUs: 1, pool: null, failedRows: none, leftOutTaskCount: 0, leftOutRequestCount: 0 },
    tasks: { place: none, startedUs: none, waitedUs: none, computeFromUs: none, computeToUs: none, endedUs: none },
    requests: { row: none, askedUs: none, receivedUs: none, begunUs: none, sentUs: none, gotUs: none },
  };
}

it('the typical sample is the one nearest to the median of all, the slowest the one with the longest makespan', () => {
  expect(nearestMedian(samples, samples)?.round).toBe(0);
  expect(nearestMedian(samples.slice(3), samples)?.round).toBe(3);
  expect(slowest(samples)?.round).toBe(2);
  expect(nearestMedian([], samples)).toBeUndefined();
  expect(slowest([])).toBeUndefined();
});

it('a document keeps two of all timelines that were taken, and says why', () => {
  const kept = tellingTimelines([taken(3), taken(4), taken(1), taken(2)], samples);
  expect(kept.map(({ round, reason }) => [round, reason])).toEqual([
    [3, 'typical'],
    [2, 'slowest'],
  ]);
});

it('one is enough where it is both', () => {
  const kept = tellingTimelines([taken(4)], samples);
  expect(kept.map(({ round, reason }) => [round, reason])).toEqual([[4, 'typical']]);
});
