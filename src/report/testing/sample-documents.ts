// Ready documents that several tests read: the six kinds of outcome that a reader meets.

import type { ResultDocument } from '../../model/document/document.ts';
import { type DocumentWords, documentOf, type ScenarioWords } from './document-builder.ts';

/** Waiting only: gather wins, a limit of ten takes two waves, a pool of two hardly helps. */
export const downloadPages: ScenarioWords = {
  id: 'download-pages',
  title: 'Download twenty pages',
  question: 'Do more threads make waiting faster?',
  kind: 'io',
  taskCount: 20,
  task: { ioMs: 60.4, serverMs: 59.6 },
  arms: [
    { strategyId: 'sequential', wallMs: 1210 },
    { strategyId: 'sequential', wallMs: 1210, placebo: true },
    { strategyId: 'gather', wallMs: 63.2 },
    { strategyId: 'bounded', wallMs: 122, concurrency: 10 },
    { strategyId: 'pool', wallMs: 611, threads: 2, openMs: 52.1 },
    {
      strategyId: 'gather+pool',
      wallMs: 0,
      status: { state: 'skipped', reason: 'it has nothing to compute on threads' },
    },
  ],
};

/** Computing only: the pool wins by what the second core gives. */
export const countPrimes: ScenarioWords = {
  id: 'count-primes',
  title: 'Count primes',
  question: 'Does Promise.all make computing faster?',
  kind: 'cpu',
  taskCount: 16,
  task: { computeMs: 12 },
  arms: [
    { strategyId: 'sequential', wallMs: 192.4 },
    { strategyId: 'sequential', wallMs: 192.4, placebo: true },
    { strategyId: 'gather', wallMs: 192.9 },
    { strategyId: 'bounded', wallMs: 192.8, concurrency: 10 },
    { strategyId: 'pool', wallMs: 101, threads: 2, openMs: 49 },
  ],
};

/** Both: waiting on one thread and computing on two wins. */
export const downloadThenHash: ScenarioWords = {
  id: 'download-then-hash',
  title: 'Download, then hash',
  question: 'Where should the computing go?',
  kind: 'mixed',
  taskCount: 20,
  task: { ioMs: 30.5, serverMs: 30, computeMs: 10 },
  arms: [
    { strategyId: 'sequential', wallMs: 812 },
    { strategyId: 'sequential', wallMs: 812, placebo: true },
    {
      strategyId: 'gather',
      wallMs: 233,
      sample: () => ({ ioMs: 2400, loopUtilizationRatio: 0.9, taskMs: 2600, inFlightMean: 2600 / 233 }),
    },
    { strategyId: 'pool', wallMs: 409, threads: 2, openMs: 55 },
    { strategyId: 'gather+pool', wallMs: 134, threads: 2, openMs: 54 },
  ],
};

/** The server computes: no client schedule helps. */
export const serverComputes: ScenarioWords = {
  id: 'server-computes',
  title: 'The server computes',
  question: 'What if the server is the limit?',
  kind: 'io',
  taskCount: 20,
  task: { ioMs: 10.4, serverMs: 10, serverCpuMs: 9.8 },
  arms: [
    { strategyId: 'sequential', wallMs: 208 },
    { strategyId: 'sequential', wallMs: 208, placebo: true },
    {
      strategyId: 'gather',
      wallMs: 203,
      sample: ({ wallMs }) => ({ ioMs: 2100, serverMs: 2080, taskMs: 10 * wallMs, inFlightMean: 10 }),
    },
    {
      strategyId: 'bounded',
      wallMs: 204,
      concurrency: 10,
      sample: ({ wallMs }) => ({ ioMs: 1500, serverMs: 1490, taskMs: 7 * wallMs, inFlightMean: 7 }),
    },
    {
      strategyId: 'pool',
      wallMs: 205,
      threads: 2,
      openMs: 50,
      sample: ({ wallMs }) => ({ taskMs: 2 * wallMs, inFlightMean: 2 }),
    },
  ],
};

/** Trouble: one arm fails, one has a cold connection, one is not run. */
export const trouble: ScenarioWords = {
  ...downloadPages,
  id: 'trouble',
  title: 'Arms that failed',
  arms: [
    { strategyId: 'sequential', wallMs: 1210 },
    { strategyId: 'sequential', wallMs: 1210, placebo: true },
    { strategyId: 'gather', wallMs: 63.2, sample: ({ round }) => ({ connectCount: round % 4 === 3 ? 4 : 0 }) },
    { strategyId: 'bounded', wallMs: 122, concurrency: 10 },
    {
      strategyId: 'pool',
      wallMs: 611,
      threads: 2,
      status: {
        state: 'failed',
        failure: { code: 'ARM_EXIT', message: 'a worker thread exited with code 3 | round 2' },
      },
    },
  ],
};

/** An ordinary run of all of them. */
export function sampleDocument(words: Partial<DocumentWords> = {}): ResultDocument {
  return documentOf({ scenarios: [downloadPages, countPrimes, downloadThenHash, serverComputes, trouble], ...words });
}

/** The same program later: one regression, one other limit, and fewer scenarios. */
export function changedDocument(): ResultDocument {
  const arms = downloadPages.arms.map((arm) => {
    if (arm.strategyId === 'gather') return { ...arm, wallMs: 95 };
    return arm.strategyId === 'bounded' ? { ...arm, wallMs: 243, concurrency: 5 } : arm;
  });
  return documentOf({
    scenarios: [{ ...downloadPages, arms }, countPrimes],
    createdAt: '2026-11-23T10:00:00.000Z',
    environment: { commit: 'fedcba9876543210fedcba9876543210fedcba98' },
    seed: 7,
  });
}
