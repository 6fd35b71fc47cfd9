// What a turn costs, batch by batch: the suite's arms and plain processes that do the same, all alive together, one batch
// each in a random order. Tells the suite's own share from what anybody pays who runs a batch only now and then.

import { FixtureProcess } from '../../src/runner/processes/fixture-process.ts';
import { pairedRatio } from '../../src/stats/paired/paired-ratio.ts';
import { median } from '../../src/stats/quantile.ts';
import { pool } from '../../src/strategies/pool.ts';
import type { Study } from '../study.ts';
import { drawTable } from '../table.ts';
import { WAYS } from './contest.ts';
import { type Contestant, openArm, openPlain, type Work } from './contestants.ts';
import { findWorkloads } from './workloads.ts';

const WORKLOADS = ['gzip-in-place', 'json-sum', 'keys', 'pages', 'primes'];
const WARM_MS = 1_000;

/** Ours and theirs, for the same way. The suite's pool is made by piscina, and is held against that, too. */
const PAIRS = [...WAYS, { way: 'piscina', strategy: pool }];

/** Times of one contestant's batches, round by round. */
interface Times {
  readonly inTurn: number[];
  /** Right after another one, which was not timed. */
  readonly settled: number[];
}

export const study: Study = {
  id: 'turns',
  question: 'How long does a batch take in turn with others, and right after another, ours and anybody’s?',
  async run({ long, only, write }) {
    const fixture = await FixtureProcess.start();
    const rows = [];
    try {
      // For the scenarios that bring a client of their own.
      process.env.PAGES_ORIGIN = fixture.origin;
      for (const { name, url } of await findWorkloads(only ?? WORKLOADS)) {
        write(name);
        const { default: scenario } = (await import(url)) as { default: { taskCount: number } };
        const work = { url, origin: fixture.origin, taskCount: scenario.taskCount };
        rows.push(...(await takeTurns(work, long ? 60_000 : 12_000)).map((row) => ({ workload: name, ...row })));
      }
    } finally {
      await fixture.close();
    }
    const cells = rows.map(({ workload, way, plainMs, oursOverPlain: { ratio, low, high }, ...row }) => [
      workload,
      way,
      plainMs.toFixed(2),
      `${ratio.toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`,
      row.plainSettledRatio.toFixed(3),
      row.oursSettledRatio.toFixed(3),
    ]);
    const head = [
      'workload',
      'plain',
      'plain\nms',
      'ours over plain\n(95 %)',
      'plain, settled\nover in turn',
      'ours, settled\nover in turn',
    ];
    const text = [
      drawTable(head, cells),
      'In turn: one batch each, all processes alive. Settled: right after a batch of the same process that is not timed.',
      'Ratios are the middle of rounds in which both sides ran, so that both met the machine in the same mood.',
    ].join('\n');
    return { text, json: { rows } };
  },
};

async function takeTurns(work: Work, forMs: number) {
  const contestants: Contestant[] = [];
  try {
    for (const { strategy } of WAYS) contestants.push(await openArm(work, strategy));
    for (const { way } of PAIRS) contestants.push(await openPlain(work, way));
    for (const { batchMs } of contestants) for (let spentMs = 0; spentMs < WARM_MS; ) spentMs += await batchMs();
    const times = contestants.map((): Times => ({ inTurn: [], settled: [] }));
    const untilMs = performance.now() + forMs;
    for (let round = 0; performance.now() < untilMs; round++) {
      const isSettled = round % 2 === 1;
      for (const index of shuffled(contestants.length)) {
        const contestant = contestants[index];
        if (isSettled) await contestant?.batchMs();
        (isSettled ? times[index]?.settled : times[index]?.inTurn)?.push((await contestant?.batchMs()) ?? Number.NaN);
      }
    }
    return PAIRS.map(({ way, strategy }, index) => {
      const ours = timesAt(
        times,
        WAYS.findIndex((each) => each.strategy === strategy),
      );
      const plain = timesAt(times, WAYS.length + index);
      return {
        way,
        plainMs: median(plain.inTurn),
        oursOverPlain: ratioOf(ours.inTurn, plain.inTurn),
        plainSettledRatio: ratioOf(plain.settled, plain.inTurn).ratio,
        oursSettledRatio: ratioOf(ours.settled, ours.inTurn).ratio,
      };
    });
  } finally {
    for (const contestant of contestants) await contestant.close();
  }
}

/** Of rounds that both have. */
function ratioOf(numerator: readonly number[], denominator: readonly number[]) {
  const pairs = numerator.flatMap((numeratorMs, round) => {
    const denominatorMs = denominator[round];
    return denominatorMs === undefined ? [] : [{ epoch: 0, round, numeratorMs, denominatorMs }];
  });
  const { ratio, low, high } = pairedRatio(pairs, 0.95);
  return { ratio, low, high };
}

function timesAt(times: readonly Times[], index: number): Times {
  const found = times[index];
  if (found === undefined) throw new Error(`no contestant ${index}`);
  return found;
}

function shuffled(count: number): number[] {
  return Array.from({ length: count }, (_, index) => ({ index, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ index }) => index);
}
