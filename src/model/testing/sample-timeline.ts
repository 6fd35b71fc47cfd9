// A timeline of two tasks one after another, for tests that need one in a document.

import type { Timeline } from '../document/timeline.ts';

/** Each task asks for something for 4 ms and computes for 1 ms; nothing else is in the way. */
export const SAMPLE_TIMELINE: Timeline = {
  ...{ epoch: 0, round: 0, reason: 'typical', batchUs: 10_000, pool: null },
  tasks: {
    place: [0, 1],
    startedUs: [0, 5_000],
    waitedUs: [4_000, 9_000],
    computeFromUs: [4_000, 9_000],
    computeToUs: [5_000, 10_000],
    endedUs: [5_000, 10_000],
  },
  requests: {
    row: [0, 1],
    askedUs: [0, 5_000],
    receivedUs: [100, 5_100],
    begunUs: [100, 5_100],
    sentUs: [3_900, 8_900],
    gotUs: [4_000, 9_000],
  },
  ...{ failedRows: [], leftOutTaskCount: 0, leftOutRequestCount: 0 },
};
