// What does the harness itself cost? Its timed window against bare code doing the same work, sample by sample in
// turn, repeated with threads of their own; the time it takes around a sample; and gather against its floor.
// A pool has three rivals: piscina as it comes, piscina with a second task at each worker, and messages alone.

import { ReadyArm } from '../src/arm/ready-arm.ts';
import { fixtureAt } from '../src/model/server/server-address.ts';
import type { Strategy } from '../src/model/strategy.ts';
import { ArmProcess } from '../src/runner/processes/arm-process.ts';
import { FixtureProcess } from '../src/runner/processes/fixture-process.ts';
import { pairedRatio } from '../src/stats/paired/paired-ratio.ts';
import { median } from '../src/stats/quantile.ts';
import { gather } from '../src/strategies/gather.ts';
import { pool } from '../src/strategies/pool.ts';
import { sequential } from '../src/strategies/sequential.ts';
import { type Bare, bareGather, bareLoop, bareMessages, barePool, kernel, openBareRequests } from './overhead/bare.ts';
import type { Study } from './study.ts';
import { drawTable } from './table.ts';

const THREADS = 2;
const WARMUP_COUNT = 10;
const DEADLINE_MS = 30_000;
/** Each with an arm and a rival of its own: threads that come to lie badly do so for all samples of one repeat. */
const REPEATS = 3;

const urlOf = (scenario: string) => new URL(`./overhead/scenario-${scenario}.ts`, import.meta.url).href;

function settingsFor(scenario: string, { id: strategyId }: Strategy, taskCount: number, origin: string) {
  const bounds = {
    parameters: { concurrency: 8, threads: THREADS },
    deadlineMs: DEADLINE_MS,
    scenarioParameters: {},
  };
  return { scenarioUrl: urlOf(scenario), strategyId, taskCount, server: fixtureAt(origin), ...bounds };
}

interface Contest {
  readonly name: string;
  readonly scenario: string;
  readonly strategy: Strategy;
  readonly taskCount: number;
  /** What the bare code is. */
  readonly rival: string;
  readonly bare: (origin: string) => Bare;
}

/** piscina's options for a second task at each worker. */
const TWO_AT_EACH = { concurrentTasksPerWorker: 2, atomics: 'disabled' } as const;

const CONTESTS: readonly Contest[] = [
  ...(['compute', 'nothing'] as const).flatMap((work): Contest[] => {
    const taskCount = work === 'compute' ? 40 : 1000;
    const scenario = work === 'compute' ? 'compute' : 'empty';
    const label = work === 'compute' ? '1 ms of computing' : 'nothing';
    const contest = (strategy: Strategy, rival: string, bare: () => Bare) => ({
      ...{ name: label, scenario, strategy, taskCount, rival, bare },
    });
    return [
      contest(sequential, 'a loop', () => bareLoop(kernel(work), taskCount)),
      contest(gather, 'Promise.all', () => bareGather(kernel(work), taskCount)),
      contest(pool, 'piscina', () => barePool(work, taskCount, THREADS)),
      contest(pool, 'piscina, two', () => barePool(work, taskCount, THREADS, TWO_AT_EACH)),
      contest(pool, 'messages, two', () => bareMessages(work, taskCount, THREADS)),
    ];
  }),
  ...[sequential, gather].map(
    (strategy): Contest => ({
      name: '1 ms request',
      scenario: 'wait',
      strategy,
      taskCount: 40,
      rival: strategy === gather ? 'Promise.all' : 'a loop',
      bare: (origin) => {
        const { request, close } = openBareRequests(origin);
        return strategy === gather ? bareGather(request, 40, close) : bareLoop(request, 40, close);
      },
    }),
  ),
];

async function runContest(contest: Contest, origin: string, pairCount: number) {
  const { scenario, strategy, taskCount } = contest;
  const arm = await ReadyArm.open(settingsFor(scenario, strategy, taskCount, origin));
  const bare = contest.bare(origin);
  const bareMs = async () => {
    const fromMs = performance.now();
    await bare.run();
    return performance.now() - fromMs;
  };
  const harnessMs = async () => (await arm.measure()).measurement.wallMs;
  const pairs = [];
  for (let round = -WARMUP_COUNT; round < pairCount; round++) {
    // Turn about: whatever favours the first or the second of a pair favours each as often.
    const harnessFirst = round % 2 === 0 ? await harnessMs() : undefined;
    const denominatorMs = await bareMs();
    const numeratorMs = harnessFirst ?? (await harnessMs());
    if (round >= 0) pairs.push({ epoch: 0, round, numeratorMs, denominatorMs });
  }
  await bare.close();
  await arm.close();
  // Both sides of a pair ran in this one process, so there is no offset between processes to allow for.
  const { ratio } = pairedRatio(pairs, 0.95, { sharesProcess: true });
  return { ratio, bareMs: median(pairs.map((pair) => pair.denominatorMs)) };
}

/** The median of the repeats, and the range they lie in. */
async function repeatContest(contest: Contest, origin: string, pairCount: number) {
  const repeats = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) repeats.push(await runContest(contest, origin, pairCount));
  const ratios = repeats.map(({ ratio }) => ratio);
  const [ratio, bareMs] = [median(ratios), median(repeats.map((each) => each.bareMs))];
  const range = { low: Math.min(...ratios), high: Math.max(...ratios) };
  return { ...contest, ratio, ...range, bareMs, perTaskUs: ((ratio - 1) * bareMs * 1000) / contest.taskCount };
}

async function aroundSample(origin: string, sampleCount: number): Promise<number> {
  const process = new ArmProcess();
  const load = { type: 'load', ...settingsFor('compute', sequential, 1, origin) } as const;
  await process.ask(load, 'loaded', DEADLINE_MS);
  await process.ask({ type: 'open' }, 'opened', DEADLINE_MS);
  const aroundMs: number[] = [];
  for (let count = -WARMUP_COUNT; count < sampleCount; count++) {
    const fromMs = performance.now();
    const { measurement } = await process.ask({ type: 'batch' }, 'measured', DEADLINE_MS);
    if (count >= 0) aroundMs.push(performance.now() - fromMs - measurement.wallMs);
  }
  await process.close();
  return median(aroundMs);
}

async function gatherAgainstFloor(origin: string, sampleCount: number) {
  const arm = await ReadyArm.open(settingsFor('wait-long', gather, 100, origin));
  const wallMs: number[] = [];
  for (let count = -3; count < sampleCount; count++) {
    const { measurement } = await arm.measure();
    if (count >= 0) wallMs.push(measurement.wallMs);
  }
  await arm.close();
  return { floorMs: 20, medianMs: median(wallMs), fastestMs: Math.min(...wallMs) };
}

export const study: Study = {
  id: 'overhead',
  question: 'What does the harness cost, against bare loops doing the same?',
  async run({ long, write, only }) {
    const pairCount = long ? 150 : 40;
    const fixture = await FixtureProcess.start();
    try {
      const contests = [];
      for (const contest of CONTESTS) {
        if (only && !only.includes(contest.strategy.id)) continue;
        write(`${contest.strategy.id} against ${contest.rival}, ${contest.name}`);
        contests.push(await repeatContest(contest, fixture.origin, pairCount));
      }
      const aroundMs = await aroundSample(fixture.origin, pairCount);
      const gather = await gatherAgainstFloor(fixture.origin, long ? 100 : 30);
      const rows = contests.map(({ name, strategy, taskCount, rival, ratio, low, high, bareMs, perTaskUs }) => [
        `${taskCount} × ${name}`,
        strategy.id,
        rival,
        bareMs.toFixed(2),
        ratio.toFixed(3),
        `${low.toFixed(3)}–${high.toFixed(3)}`,
        perTaskUs.toFixed(1),
      ]);
      const head = [
        'tasks',
        'strategy',
        'bare',
        'bare\nms',
        'harness\nover bare',
        'range of\nrepeats',
        'added\nµs a task',
      ];
      const text = [
        drawTable(head, rows),
        `Medians of ${REPEATS} repeats of ${pairCount} pairs in turn. The requests of the harness are also checked for length and checksum.`,
        `Around a sample (messages, probes, digest): ${aroundMs.toFixed(2)} ms.`,
        `Gather of 100 × 20 ms, warm: median ${gather.medianMs.toFixed(1)} ms, fastest ${gather.fastestMs.toFixed(1)} ms, ` +
          `floor ${gather.floorMs.toFixed(1)} ms (${(gather.medianMs / gather.floorMs).toFixed(2)} times the floor).`,
      ].join('\n');
      const figures = contests.map(({ name, strategy, taskCount, rival, ratio, low, high, bareMs, perTaskUs }) => ({
        name,
        strategyId: strategy.id,
        taskCount,
        rival,
        ratio,
        low,
        high,
        bareMs,
        perTaskUs,
      }));
      return { text, json: { pairCount, repeatCount: REPEATS, contests: figures, aroundSampleMs: aroundMs, gather } };
    } finally {
      await fixture.close();
    }
  },
};
