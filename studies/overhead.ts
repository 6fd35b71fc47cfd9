// What does the harness itself cost? Its timed window against bare loops doing the same work, sample by sample in
// turn; the time it takes around a sample; and gather against its floor.

import { ReadyArm } from '../src/arm/ready-arm.ts';
import { HTTP1_IN_CLEAR } from '../src/model/protocol.ts';
import type { Strategy } from '../src/model/strategy.ts';
import { ArmProcess } from '../src/runner/processes/arm-process.ts';
import { FixtureProcess } from '../src/runner/processes/fixture-process.ts';
import { pairedRatio } from '../src/stats/paired/paired-ratio.ts';
import { median } from '../src/stats/quantile.ts';
import { gather } from '../src/strategies/gather.ts';
import { pool } from '../src/strategies/pool.ts';
import { sequential } from '../src/strategies/sequential.ts';
import { type Bare, bareGather, bareLoop, barePool, kernel, openBareRequests } from './overhead/bare.ts';
import type { Study } from './study.ts';
import { drawTable } from './table.ts';

const THREADS = 2;
const WARMUP_COUNT = 10;
const DEADLINE_MS = 30_000;

const urlOf = (scenario: string) => new URL(`./overhead/scenario-${scenario}.ts`, import.meta.url).href;

function settingsFor(scenario: string, { id: strategyId }: Strategy, taskCount: number, origin: string) {
  const bounds = {
    parameters: { concurrency: 8, threads: THREADS },
    deadlineMs: DEADLINE_MS,
    protocol: HTTP1_IN_CLEAR,
  };
  return { scenarioUrl: urlOf(scenario), strategyId, taskCount, origin, ...bounds };
}

interface Contest {
  readonly name: string;
  readonly scenario: string;
  readonly strategy: Strategy;
  readonly taskCount: number;
  readonly bare: (origin: string) => Bare;
}

const CONTESTS: readonly Contest[] = [
  ...(['compute', 'nothing'] as const).flatMap((work): Contest[] => {
    const taskCount = work === 'compute' ? 40 : 1000;
    const scenario = work === 'compute' ? 'compute' : 'empty';
    const label = work === 'compute' ? '1 ms of computing' : 'nothing';
    const contest = (strategy: Strategy, bare: () => Bare) => ({ name: label, scenario, strategy, taskCount, bare });
    return [
      contest(sequential, () => bareLoop(kernel(work), taskCount)),
      contest(gather, () => bareGather(kernel(work), taskCount)),
      contest(pool, () => barePool(work, taskCount, THREADS)),
    ];
  }),
  ...[sequential, gather].map(
    (strategy): Contest => ({
      name: '1 ms request',
      scenario: 'wait',
      strategy,
      taskCount: 40,
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
  const { ratio, low, high } = pairedRatio(pairs, 0.95, { sharesProcess: true });
  const typicalMs = median(pairs.map((pair) => pair.denominatorMs));
  return { ...contest, ratio, low, high, bareMs: typicalMs, perTaskUs: ((ratio - 1) * typicalMs * 1000) / taskCount };
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
  async run({ long, write }) {
    const pairCount = long ? 400 : 80;
    const fixture = await FixtureProcess.start();
    try {
      const contests = [];
      for (const contest of CONTESTS) {
        write(`${contest.strategy.id}, ${contest.name}`);
        contests.push(await runContest(contest, fixture.origin, pairCount));
      }
      const aroundMs = await aroundSample(fixture.origin, pairCount);
      const gather = await gatherAgainstFloor(fixture.origin, long ? 100 : 30);
      const rows = contests.map(({ name, strategy, taskCount, ratio, low, high, bareMs, perTaskUs }) => [
        `${taskCount} × ${name}`,
        strategy.id,
        bareMs.toFixed(2),
        ratio.toFixed(3),
        `${low.toFixed(3)}–${high.toFixed(3)}`,
        perTaskUs.toFixed(1),
      ]);
      const head = ['tasks', 'strategy', 'bare\nms', 'harness\nover bare', '95 %\ninterval', 'added\nµs a task'];
      const text = [
        drawTable(head, rows),
        `Median of ${pairCount} pairs in turn. The requests of the harness are also checked for length and checksum.`,
        `Around a sample (messages, probes, digest): ${aroundMs.toFixed(2)} ms.`,
        `Gather of 100 × 20 ms, warm: median ${gather.medianMs.toFixed(1)} ms, fastest ${gather.fastestMs.toFixed(1)} ms, ` +
          `floor ${gather.floorMs.toFixed(1)} ms (${(gather.medianMs / gather.floorMs).toFixed(2)} times the floor).`,
      ].join('\n');
      const figures = contests.map(({ name, strategy, taskCount, ratio, low, high, bareMs, perTaskUs }) => ({
        name,
        strategyId: strategy.id,
        taskCount,
        ratio,
        low,
        high,
        bareMs,
        perTaskUs,
      }));
      return { text, json: { pairCount, contests: figures, aroundSampleMs: aroundMs, gather } };
    } finally {
      await fixture.close();
    }
  },
};
