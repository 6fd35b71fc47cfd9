// A timeline of as many tasks as anybody asks for, each a tenth of a millisecond after the one before, in the same way.

import type { Timeline } from '../../model/document/timeline.ts';

/** What a task of it asks for, computes and takes in all, in microseconds. */
const ASKS_US = 50;
const COMPUTES_US = 40;
const STEP_US = 100;

/** On the main thread, or handed over to so many workers in turn. */
export function manyTasks(taskCount: number, workerCount = 0): Timeline {
  const each = (of: (place: number) => number) => Array.from({ length: taskCount }, (_, place) => of(place));
  const after = (us: number) => each((place) => place * STEP_US + us);
  const none = each(() => 0);
  return {
    ...{ epoch: 0, round: 0, reason: 'typical', batchUs: taskCount * STEP_US, failedRows: [] },
    tasks: {
      ...{ place: each((place) => place), startedUs: none, waitedUs: after(ASKS_US) },
      ...{ computeFromUs: after(ASKS_US), computeToUs: after(ASKS_US + COMPUTES_US), endedUs: after(STEP_US) },
    },
    pool:
      workerCount === 0
        ? null
        : {
            worker: each((place) => place % workerCount),
            ...{ handedUs: none, fromUs: after(0), toUs: after(ASKS_US + COMPUTES_US) },
          },
    requests: {
      ...{ row: each((place) => place), askedUs: after(0), receivedUs: after(5), begunUs: after(10) },
      ...{ sentUs: after(40), gotUs: after(ASKS_US) },
    },
    ...{ leftOutTaskCount: 0, leftOutRequestCount: 0 },
  };
}

/** The first task sends all the requests of the others, one after another. */
export function manyRequests(requestCount: number): Timeline {
  const { tasks, requests, ...timeline } = manyTasks(requestCount);
  const last = timeline.batchUs;
  return {
    ...timeline,
    tasks: {
      ...{ place: [0], startedUs: [0], waitedUs: [last] },
      ...{ computeFromUs: [last], computeToUs: [last], endedUs: [last] },
    },
    requests: { ...requests, row: requests.row.map(() => 0) },
  };
}
