// Fresh processes and warm ones compete for the same seconds: is a scenario's time better spent on more epochs, or on a
// longer warm-up? Samples each warm-up in fresh processes, and works out from their bias, and from how much epochs and
// rounds differ, how far off the factor would be for each way to split the same time.

import { seededRandom, shuffled } from '../src/model/seeded-random.ts';
import { describeScenarios } from '../src/runner/processes/describing-process.ts';
import { Epoch } from '../src/runner/processes/epoch.ts';
import { FixtureServers } from '../src/runner/processes/fixture-servers.ts';
import { ScenarioRecorder } from '../src/runner/recording/scenario-recorder.ts';
import { warmUp } from '../src/runner/warm-up.ts';
import { mean, sampleVariance } from '../src/stats/moments.ts';
import { median } from '../src/stats/quantile.ts';
import { gather } from '../src/strategies/gather.ts';
import { pool } from '../src/strategies/pool.ts';
import { sequential } from '../src/strategies/sequential.ts';
import type { Study } from './study.ts';
import { drawTable } from './table.ts';

const WORKS = [
  { path: 'io/download-pages.ts', strategies: [sequential, gather] },
  { path: 'cpu/count-primes.ts', strategies: [sequential, pool] },
];
const WARMUPS_MS = [50, 200, 500, 1_000];
const ROUND_COUNT = 8;
/** What a quick and a full run have for one scenario. */
const SHARES_MS = [2_800, 9_500];
const EPOCH_COUNTS = [1, 2, 3];
const DEADLINE_MS = 30_000;

/** What epochs of one warm-up showed; factors in log units. */
interface Seen {
  readonly factors: number[][];
  readonly beforeMs: number[];
  readonly roundMs: number[];
}

type Work = {
  readonly scenario: ConstructorParameters<typeof ScenarioRecorder>[0];
  readonly strategies: (typeof WORKS)[number]['strategies'];
};

/** Fresh arms, so many milliseconds of warm-up each, some rounds. */
async function sampleEpoch(
  { scenario, strategies }: Work,
  warmupMs: number,
  servers: FixtureServers,
  random: () => number,
  seen: Seen,
) {
  const settings = { taskCount: null, concurrencies: null, threadCounts: [2] } as unknown as ConstructorParameters<
    typeof ScenarioRecorder
  >[1]['settings'];
  const recorder = new ScenarioRecorder(scenario, { strategies, settings }, 2);
  const cells = recorder.cells.filter(({ arm }) => !arm.placebo);
  const now = () => performance.now();
  const startedMs = now();
  const epoch = await Epoch.open(cells, servers, { deadlineMs: DEADLINE_MS, signal: new AbortController().signal });
  try {
    await warmUp(epoch, cells, { now, askedMs: warmupMs, shareMs: 0, leftMs: 0 });
    const warmMs = now();
    for (let round = 0; round < ROUND_COUNT; round++) await epoch.runRound(0, round, shuffled([0, 1], random));
    seen.roundMs.push((now() - warmMs) / ROUND_COUNT);
    seen.beforeMs.push(warmMs - startedMs);
    await epoch.close();
  } finally {
    await epoch.kill();
  }
  const [reference, arm] = cells.map(({ samples }) => samples.map(({ wallMs }) => wallMs));
  seen.factors.push((arm ?? []).map((wallMs, round) => Math.log((reference?.[round] ?? Number.NaN) / wallMs)));
}

/** How far off the factor is, as a share, when the time is split so; null where an epoch has no time for two rounds. */
function errorOf(
  { factors, beforeMs, roundMs }: Seen,
  truth: number,
  shareMs: number,
  epochCount: number,
): number | null {
  const rounds = Math.floor((shareMs / epochCount - median(beforeMs)) / median(roundMs));
  if (rounds < 2) return null;
  const estimates = factors.map((own) => median(own));
  const within = mean(factors.map((own) => sampleVariance(own)));
  const between = Math.max(0, sampleVariance(estimates) - within / ROUND_COUNT);
  const bias = mean(estimates) - truth;
  return Math.expm1(Math.sqrt(bias ** 2 + (between + within / rounds) / epochCount));
}

export const study: Study = {
  id: 'warmup',
  question: 'Is time better spent on a longer warm-up or on more fresh processes?',
  async run({ long, write }) {
    const epochsEach = long ? 12 : 4;
    const servers = new FixtureServers();
    const random = seededRandom(7);
    const urls = WORKS.map(({ path }) => new URL(`../benchmarks/${path}`, import.meta.url).href);
    const scenarios = await describeScenarios(urls);
    const rows: string[][] = [];
    try {
      for (const [index, { strategies }] of WORKS.entries()) {
        const scenario = scenarios[index];
        if (!scenario || scenario instanceof Error) throw scenario ?? new Error('no scenario');
        const seen = new Map(
          WARMUPS_MS.map((warmupMs): [number, Seen] => [warmupMs, { factors: [], beforeMs: [], roundMs: [] }]),
        );
        for (let turn = 0; turn < epochsEach; turn++) {
          write(`${scenario.id}: turn ${turn + 1} of ${epochsEach}`);
          for (const [warmupMs, own] of shuffled([...seen], random)) {
            await sampleEpoch({ scenario, strategies }, warmupMs, servers, random, own);
          }
        }
        // The longest warm-up is the nearest that this study comes to the truth.
        const truth = mean([...(seen.get(WARMUPS_MS.at(-1) ?? 0)?.factors ?? [])].map((own) => median(own)));
        for (const [warmupMs, own] of seen) {
          const factor = Math.exp(mean(own.factors.map((each) => median(each))));
          const errors = SHARES_MS.flatMap((shareMs) =>
            EPOCH_COUNTS.map((count) => errorOf(own, truth, shareMs, count)),
          );
          rows.push([
            scenario.id,
            String(warmupMs),
            median(own.beforeMs).toFixed(0),
            factor.toFixed(2),
            ...errors.map((error) => (error === null ? '-' : `${(100 * error).toFixed(0)} %`)),
          ]);
        }
      }
    } finally {
      await servers.close();
    }
    const splits = SHARES_MS.flatMap((ms) => EPOCH_COUNTS.map((count) => `${ms / 1000} s\n${count} ep.`));
    const text = [
      drawTable(['scenario', 'warm-up\nms an arm', 'before\nrounds ms', 'factor', ...splits], rows),
      `Two arms; ${epochsEach} epochs of ${ROUND_COUNT} rounds for each warm-up. Under each split: how far off the factor is to be expected,`,
      'from the bias against the longest warm-up and the spread of epochs and rounds; - where no two rounds fit.',
    ].join('\n');
    return { text, json: { rows } };
  },
};
