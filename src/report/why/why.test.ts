// Every rule has a run that it explains and one that it must leave to others.

import { describe, expect, it } from 'vitest';
import type { ScenarioReport } from '../../model/report/report.ts';
import { buildReport } from '../build-report.ts';
import { type DocumentWords, documentOf, type ScenarioWords } from '../testing/document-builder.ts';
import { countPrimes, downloadPages, downloadThenHash, serverComputes } from '../testing/sample-documents.ts';
import { whyRules } from './rules/registry.ts';

function told(scenario: ScenarioWords, words: Partial<DocumentWords> = {}): ScenarioReport {
  const [report] = buildReport(documentOf({ scenarios: [scenario], ...words })).scenarios;
  if (report === undefined) throw new Error('no scenario');
  return report;
}

const only = (scenario: ScenarioWords, ...ids: string[]): ScenarioWords => ({
  ...scenario,
  arms: scenario.arms.filter(({ strategyId }) => ids.includes(strategyId)),
});

const tinyTasks: ScenarioWords = {
  id: 'tiny-tasks',
  kind: 'cpu',
  taskCount: 500,
  task: { computeMs: 0.02 },
  arms: [
    { strategyId: 'sequential', wallMs: 10.2 },
    { strategyId: 'gather', wallMs: 10.4 },
    { strategyId: 'pool', wallMs: 21, threads: 2, sample: ({ wallMs }) => ({ taskMs: 3 * wallMs, inFlightMean: 3 }) },
  ],
};

const cappedPeer: ScenarioWords = {
  id: 'capped-peer',
  kind: 'io',
  taskCount: 16,
  task: { ioMs: 8.2, serverMs: 8 },
  fixture: { inServiceLimit: 4, queueLimit: 100 },
  arms: [
    { strategyId: 'sequential', wallMs: 131 },
    { strategyId: 'gather', wallMs: 33, sample: ({ wallMs }) => ({ taskMs: 12 * wallMs, inFlightMean: 12 }) },
    { strategyId: 'bounded', wallMs: 32.8, concurrency: 4 },
  ],
};

const noGain: ScenarioWords = {
  id: 'no-gain',
  kind: 'mixed',
  taskCount: 2,
  task: { ioMs: 10, serverMs: 10, computeMs: 10 },
  arms: [
    { strategyId: 'sequential', wallMs: 40.2 },
    { strategyId: 'gather', wallMs: 40.1 },
  ],
};

const locked: ScenarioWords = {
  id: 'locked',
  kind: 'io',
  taskCount: 20,
  task: { ioMs: 20, serverMs: 0, ioCpuMs: 0.1 },
  arms: [
    { strategyId: 'sequential', wallMs: 402 },
    { strategyId: 'gather', wallMs: 140, sample: ({ wallMs }) => ({ taskMs: 10.5 * wallMs, inFlightMean: 10.5 }) },
  ],
};

const libuv: ScenarioWords = {
  id: 'libuv',
  kind: 'io',
  taskCount: 10,
  task: { ioMs: 10, serverMs: 0, ioCpuMs: 0.1, otherCpuMs: 9.8 },
  arms: [
    { strategyId: 'sequential', wallMs: 101 },
    { strategyId: 'gather', wallMs: 55 },
  ],
};

const examples: { rule: string; yes: ScenarioWords; no: ScenarioWords; says: RegExp[] }[] = [
  {
    rule: 'server-bound',
    yes: serverComputes,
    no: downloadPages,
    says: [
      /The server computed for 19\d ms while gather took 20\d ms/,
      /second server process would lower the floor from 196 ms to 98 ms/,
    ],
  },
  {
    rule: 'capped',
    yes: cappedPeer,
    no: { ...cappedPeer, fixture: { inServiceLimit: 16 } },
    says: [
      /The server lets in 4 requests at once\. bounded c4 had [34]\.\d tasks started on average and was 3\.9\d times as fast/,
      /gather had 1\d\.\d started and took 33 ms: what is more than 4 only queues at the door/,
    ],
  },
  { rule: 'handover', yes: tinyTasks, no: countPrimes, says: [/threads' time/, /send several tasks in one message/] },
  {
    rule: 'queued',
    yes: only(downloadPages, 'sequential', 'bounded'),
    no: downloadPages,
    says: [
      /of the 10 that its limit allows/,
      /larger --concurrency/,
      /Theory predicts 1\d\.\d times for a limit of 20/,
    ],
  },
  {
    rule: 'overlap-both',
    yes: downloadThenHash,
    no: only(downloadThenHash, 'sequential', 'gather'),
    says: [
      /computes for 26 %/,
      /its one loop, which was busy for 90 %/,
      /6\.0\d times as fast/,
      /Theory predicts 5\.\d+ times/,
    ],
  },
  {
    rule: 'loop-busy',
    yes: only(downloadThenHash, 'sequential', 'gather'),
    no: downloadPages,
    says: [
      /longer than alone .* while the loop, busy for 90 %/,
      /Theory predicts 5\.\d+ times for computing on 2 worker threads/,
    ],
  },
  {
    rule: 'held-up',
    yes: locked,
    no: downloadPages,
    says: [/In gather, with 10\.5 tasks started, each took 7\d[.\d]* ms, alone 20 ms/, /a lock, a pool of connections/],
  },
  {
    rule: 'waiting',
    yes: downloadPages,
    no: countPrimes,
    says: [
      /under way for 100 % of the 12\d\d ms that sequential took/,
      /gather had 19\.1 started/,
      /Theory predicts 1\d\.\d times for gather/,
    ],
  },
  {
    rule: 'elsewhere',
    yes: libuv,
    no: downloadPages,
    says: [/`io` waited for other threads of its process/, /gather was 1\.\d+ times as fast/],
  },
  {
    rule: 'computing',
    yes: countPrimes,
    no: downloadPages,
    says: [/starting tasks together adds no processor/, /on 2 threads and was 1\.9\d times as fast/],
  },
  { rule: 'simplest', yes: noGain, no: downloadPages, says: [/no schedule gained more than \d+ % over it/] },
  {
    rule: 'plain',
    yes: {
      ...noGain,
      task: { ioMs: 6, serverMs: 6, computeMs: 14 },
      arms: [
        { strategyId: 'sequential', wallMs: 40.2 },
        { strategyId: 'gather', wallMs: 34.6 },
      ],
    },
    no: noGain,
    says: [/no single cause stands out/],
  },
];

describe.each(examples)('why-rule $rule', ({ rule, yes, no, says }) => {
  it('explains its run with its own numbers', () => {
    const { why, whyRule } = told(yes);
    expect(whyRule).toBe(rule);
    for (const phrase of says) expect(why).toMatch(phrase);
  });

  it('leaves another run alone', () => expect(told(no).whyRule).not.toBe(rule));
});

describe('why', () => {
  it('has an example for every rule', () => {
    expect(examples.map(({ rule }) => rule)).toEqual(whyRules.map(({ id }) => id));
  });

  it('calls no pool useless that was only slow, and knows no ceiling', () => {
    const slowPool = {
      ...countPrimes,
      arms: countPrimes.arms.map((arm) => (arm.threads ? { ...arm, wallMs: 196 } : arm)),
    };
    const { why } = told(slowPool, { preflight: { effectiveCores: [1, 1.02] } });
    expect(why).toMatch(/pool w2 computed on 2 threads and gained no more than \d %/);
    expect(why).not.toMatch(/ceiling|cores/);
  });

  it('does not claim a gain that the run cannot tell from chance', () => {
    const arms = downloadPages.arms.map((arm) => (arm.strategyId === 'gather' ? { ...arm, wallMs: 800 } : arm));
    const noisy = {
      ...only({ ...downloadPages, arms, calibrated: false }, 'sequential', 'gather'),
      noiseRatio: 0.4,
      roundCount: 4,
      epochCount: 1,
    };
    expect(told(noisy).why).toMatch(/measured \d\.\d+× \(\d\.\d+–\d+\.\d+\), undecided/);
  });

  it.each([
    ['pool', only(countPrimes, 'pool', 'gather')],
    ['gather', only(downloadPages, 'gather', 'bounded')],
    ['gather', only(downloadThenHash, 'gather', 'gather+pool')],
    ['bounded', { ...downloadPages, arms: downloadPages.arms.filter(({ placebo }) => !placebo).toReversed() }],
  ] as const)('explains nothing against %s as if it ran tasks one by one', (referenceId, scenario) => {
    const arms = scenario.arms.toSorted(
      (a, b) => Number(b.strategyId === referenceId) - Number(a.strategyId === referenceId),
    );
    const { why, whyRule } = told({ ...scenario, arms });
    expect(['waiting', 'computing', 'overlap-both']).not.toContain(whyRule);
    expect(why).not.toMatch(/gained nothing|adds no processor|one thread is enough|no single cause/);
  });

  it('reads what bounds the work off single tasks where the reference overlaps them', () => {
    const [gather, ...others] = only(downloadThenHash, 'gather', 'gather+pool').arms;
    const waited = { ...gather, strategyId: 'gather', wallMs: 233, sample: () => ({ ioMs: 20_000 }) };
    expect(told({ ...downloadThenHash, arms: [waited, ...others] }).boundBy).toBe('a mix');
  });

  it('claims no prediction without calibration', () => {
    expect(told({ ...downloadPages, calibrated: false }).why).not.toMatch(/Theory/);
  });

  it('says so when the reference or every arm has no numbers', () => {
    const fail = { state: 'failed', failure: { code: 'ARM_EXIT', message: 'gone' } } as const;
    const noReference = downloadPages.arms.map((arm) =>
      arm.strategyId === 'sequential' ? { ...arm, status: fail } : arm,
    );
    expect(told({ ...downloadPages, arms: noReference }).whyRule).toBe('no-reference');
    expect(told({ ...downloadPages, arms: downloadPages.arms.map((arm) => ({ ...arm, status: fail })) }).whyRule).toBe(
      'no-numbers',
    );
  });

  it('names the leaders that are undecided between them', () => {
    const tie = downloadPages.arms
      .map((arm) => ({ ...arm, wallMs: 1.2 * arm.wallMs }))
      .map((arm) => (arm.strategyId === 'bounded' ? { ...arm, wallMs: 76, concurrency: 20 } : arm));
    const { why, winner, leaders, advice } = told({
      ...downloadPages,
      arms: tie,
      noiseRatio: 0.06,
      roundCount: 6,
      epochCount: 2,
    });
    expect(winner).toBeNull();
    expect(leaders.map(({ name }) => name)).toEqual(['gather', 'bounded c20']);
    expect(why).toMatch(/Between .* and .* this run is undecided: (gather|bounded c20) measured [01]\.\d\d× \(/);
    expect(advice).toBe('gather; bounded c20 is the same here');
  });
});
