// How much can the fixture server take before it is what is measured? Requests for each second of its CPU beside a bare
// node:http answering the same bytes, beside nginx, and beside what undici can drive; and how many at once.

import { type ColdBurstOutcome, measureColdBurst } from '../fixtures/probe/cold-bursts.ts';
import { median } from '../fixtures/probe/quantile.ts';
import { startServer } from '../fixtures/probe/server-process.ts';
import { measureThroughput, startBareServer } from '../fixtures/probe/throughput.ts';
import { driveWithUndici, isInstalled, startNginx, wrkSecond } from './capacity-drivers.ts';
import type { Study } from './study.ts';
import { drawTable } from './table.ts';

interface Contestant {
  readonly name: string;
  readonly origin: string;
  cpuMs(): number | Promise<number>;
  stop(): Promise<void>;
}

interface WrkRow {
  readonly name: string;
  readonly perSecond: number;
  readonly perCpuSecond: number;
  /** Over bare node:http, median of the rounds. */
  readonly ratio: number;
}

async function contestants(withNginx: boolean): Promise<Contestant[]> {
  const nodes = [
    { name: 'bare node:http', server: await startBareServer() },
    { name: 'fixture', server: await startServer() },
  ].map(({ name, server }) => ({
    name,
    origin: server.origin,
    cpuMs: async () => (await server.stats()).cpuMs,
    stop: () => server.close(),
  }));
  return withNginx ? [...nodes, { name: 'nginx, one process', ...(await startNginx()) }] : nodes;
}

async function measureWithWrk(roundCount: number, withNginx: boolean): Promise<WrkRow[]> {
  const all = await contestants(withNginx);
  const rounds: { readonly perSecond: number; readonly perCpuSecond: number }[][] = [];
  try {
    for (const { origin } of all) await wrkSecond(origin);
    for (let round = 0; round < roundCount; round++) {
      const results: (typeof rounds)[number] = [];
      // Forwards and backwards in turn: whatever grows during a round favours each as often.
      for (const [place, { origin, cpuMs }] of round % 2 === 0 ? [...all.entries()] : [...all.entries()].reverse()) {
        const before = await cpuMs();
        const perSecond = await wrkSecond(origin);
        results[place] = { perSecond, perCpuSecond: (perSecond / ((await cpuMs()) - before)) * 1_000 };
      }
      rounds.push(results);
    }
  } finally {
    await Promise.all(all.map((contestant) => contestant.stop()));
  }
  const at = (round: (typeof rounds)[number], place: number) => round[place]?.perCpuSecond ?? Number.NaN;
  return all.map(({ name }, place) => ({
    name,
    perSecond: median(rounds.map((round) => round[place]?.perSecond ?? Number.NaN)),
    perCpuSecond: median(rounds.map((round) => at(round, place))),
    ratio: median(rounds.map((round) => at(round, place) / at(round, 0))),
  }));
}

const thousands = (value: number) => `${(value / 1_000).toFixed(1)} k`;

function burstRow(outcome: ColdBurstOutcome): string[] {
  if (outcome.refused !== null) return [String(outcome.count), `refused: ${outcome.refused}`, '', '', '', ''];
  const { count, errorCount, inFlightMax, listenOverflowCount, askedMs, lastMs, serverBytes } = outcome;
  const late = `${((lastMs - askedMs) / 1_000).toFixed(2)} s`;
  const megabytes = `${(serverBytes / 1e6).toFixed(0)} MB`;
  return [String(count), String(errorCount), String(inFlightMax), String(listenOverflowCount ?? '?'), late, megabytes];
}

export const study: Study = {
  id: 'capacity',
  question: 'How much can the fixture server take before it is what is measured?',
  async run({ long, write }) {
    const throughput = await measureThroughput(long ? 120 : 24, write);
    const [hasWrk, hasNginx] = [await isInstalled('wrk', '-v'), await isInstalled('nginx', '-v')];
    write(hasWrk ? 'capacity: wrk' : 'capacity: wrk skipped: not installed');
    const wrk = hasWrk ? await measureWithWrk(long ? 12 : 4, hasNginx) : [];
    write('capacity: undici');
    const server = await startServer();
    const undici = await driveWithUndici(server, long ? 256_000 : 64_000).finally(() => server.close());
    const bursts: ColdBurstOutcome[] = [];
    for (const count of [1_000, 5_000, 9_000]) {
      write(`capacity: ${count} at once`);
      bursts.push(await measureColdBurst(count));
    }
    const { ratio, ratioLow, ratioHigh, perCpuSecond, barePerCpuSecond, pairCount } = throughput;
    const reserve = undici.serverPerCpuSecond / undici.clientPerCpuSecond;
    const text = [
      drawTable(
        ['requests for each second of server CPU', 'fixture', 'bare node:http', 'ratio', 'middle half'],
        [
          [
            `own driver, ${pairCount} pairs`,
            thousands(perCpuSecond),
            thousands(barePerCpuSecond),
            ratio.toFixed(2),
            `${ratioLow.toFixed(2)} to ${ratioHigh.toFixed(2)}`,
          ],
        ],
      ),
      hasWrk
        ? drawTable(
            ['wrk, 64 connections', 'answers/s', 'per CPU second', 'over bare'],
            wrk.map((row) => [row.name, thousands(row.perSecond), thousands(row.perCpuSecond), row.ratio.toFixed(2)]),
          )
        : 'wrk, and with it nginx: skipped: not installed.',
      ...(hasWrk && !hasNginx ? ['nginx: skipped: not installed.'] : []),
      drawTable(
        ['undici drives, 64 connections', 'per second of its CPU', 'of the server’s CPU', 'reserve'],
        [
          [
            'one process',
            thousands(undici.clientPerCpuSecond),
            thousands(undici.serverPerCpuSecond),
            `${reserve.toFixed(2)}x`,
          ],
        ],
      ),
      drawTable(
        ['cold, at once, 2 s each', 'errors', 'high-water', 'overflows', 'last late by', 'server memory'],
        bursts.map(burstRow),
      ),
    ].join('\n');
    return { text, json: { throughput, wrk, undici, bursts } };
  },
};
