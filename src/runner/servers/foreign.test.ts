// Whole runs against a server that is not the fixture server, with real processes: what is recorded of it, and that a run may
// not send more than it was allowed. The server is on this machine and is only treated as if it were on another.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import type { BenchError } from '../../errors.ts';
import type { ResultDocument, Settings } from '../../model/document/document.ts';
import { buildReport } from '../../report/build-report.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { findScenarios } from '../discover.ts';
import { runBenchmarks } from '../run-benchmarks.ts';

const SHOP = `'${process.execPath}' '${fileURLToPath(new URL('testing/shop.mjs', import.meta.url))}'`;

let folder = '';
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreign-'));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true });
});

async function listening(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Runs a scenario of four tasks whose `io` is given. */
async function run(io: string, asked: Partial<Settings>, more = '', strategyIds = ['sequential', 'gather', 'pool']) {
  const path = join(folder, 'pages.mjs');
  const words = { title: 'T', question: 'Q?', explanation: 'E', taskCount: 4 };
  writeFileSync(
    path,
    `export default { ...${JSON.stringify(words)}, ${more} inputs: (n) => Array.from({ length: n }, (_, i) => i), io: ${io} };`,
  );
  const scenarios = await findScenarios([path]);
  const settings: Settings = {
    ...{ profile: 'quick', scenarioIds: ['pages'], strategyIds, taskCount: null, concurrencies: null },
    ...{
      threadCounts: [2],
      roundCount: 3,
      epochCount: 1,
      budgetMs: 1_000,
      warmupMs: 1,
      deadlineMs: 10_000,
      imports: [],
    },
    ...{ target: null, onPort: null, mostRequestCount: null, parameters: {}, ...asked },
  };
  const ended: BenchError[] = [];
  const strategies = STRATEGIES.filter(({ id }) => strategyIds.includes(id));
  const tool = { name: 'test', version: '0' };
  const document = await runBenchmarks(
    { scenarios, strategies, seed: 1, tool, settings },
    {
      ...{ journal: { append: () => {} }, earlier: null, onProgress: () => {} },
      ...{ signal: new AbortController().signal, onRequestsSpent: (error) => ended.push(error) },
    },
  );
  return { document, ended };
}

const GET = "async (i, { get }) => (await get('/page/' + i)).text()";
const failuresOf = ({ cells }: ResultDocument) =>
  cells.flatMap(({ status }) => (status.state === 'failed' ? `${status.failure.code}: ${status.failure.message}` : []));

describe('a run against a service of the scenario', () => {
  it('records who was asked, what the arms counted, and nothing that the server does not tell', async () => {
    const { document } = await run(GET, {}, `service: ${JSON.stringify(SHOP)},`);
    expect(failuresOf(document)).toEqual([]);
    expect(parseDocument(JSON.stringify(document), 'run.json')).toEqual(document);
    expect(document.scenarios).toMatchObject([{ target: SHOP, fixture: {} }]);
    const samples = document.cells.flatMap((cell) => cell.samples);
    expect(samples.length).toBeGreaterThan(9);
    for (const sample of samples) {
      expect(sample).toMatchObject({ completedCount: 4, requestCount: 4, connectCount: null, serverMs: 0 });
      if (process.platform === 'linux') expect(sample.serverCpuMs).not.toBeNull();
    }
    expect(document.scenarios[0]?.typicalTasks).toMatchObject(
      Array(4).fill({ serverMs: 0, serverCpuMs: 0, requestCount: 1 }),
    );
    const [report] = buildReport(document).scenarios;
    expect(report?.target).toBe(SHOP);
    const words = [report?.why, report?.advice, ...(report?.warnings ?? []).map(({ message }) => message)].join('\n');
    expect(words).not.toMatch(/the server (accounts|computed|used)|idle server|fixture server/);
    const audits = report?.rows.flatMap((row) => row.audits.map(({ id }) => id));
    expect(audits).not.toContain('server-bound');
    expect(audits).not.toContain('reconnects');
  });

  it('ends with its last words where the server ends', async () => {
    await expect(run(GET, {}, `service: ${JSON.stringify(`${SHOP} dies`)},`, ['sequential'])).rejects.toMatchObject({
      code: 'SERVICE_LOST',
      message: expect.stringContaining('out of cheese'),
    });
  });
});

describe('a run against a server by its address', () => {
  it('follows no redirect and says where it led', async () => {
    const asked: (string | undefined)[] = [];
    const target = await listening(({ url, method }, response) => {
      if (method === 'GET') asked.push(url);
      response.writeHead(302, { location: 'http://elsewhere.invalid/x' }).end();
    });
    const { document } = await run(GET, { target }, 'fixture: { inServiceLimit: 2 },', ['sequential']);
    expect(document.scenarios).toMatchObject([{ target, fixture: {} }]);
    const [failure] = failuresOf(document);
    expect(failure).toMatch(
      /^HTTP_STATUS: GET \/page\/0 answered 302 and sends to http:\/\/elsewhere\.invalid\/x\. No redirect is followed/,
    );
    expect(new Set(asked)).toEqual(new Set(['/page/0']));
  });

  it('is refused before arms start where nobody listens', async () => {
    const target = await listening(() => {});
    await new Promise((resolve) => server?.close(resolve));
    await expect(run(GET, { target })).rejects.toMatchObject({ code: 'TARGET_UNUSABLE' });
  });
});

describe('a run that may send few requests', () => {
  /** A server that counts what it gets, and how much of it at once. */
  async function counting() {
    const counts = { all: 0, underWay: 0, mostAtOnce: 0 };
    const target = await listening(({ method }, response) => {
      if (method === 'GET') counts.all += 1;
      counts.underWay += 1;
      counts.mostAtOnce = Math.max(counts.mostAtOnce, counts.underWay);
      setTimeout(() => {
        counts.underWay -= 1;
        response.end('page');
      }, 5);
    });
    return { target, counts };
  }

  it('sends no more, pauses in between, and ends whole with what it has', async () => {
    const { target, counts } = await counting();
    const fromMs = performance.now();
    // Two arms of four tasks: eleven rounds were asked for, which this does not hold.
    const asked = { target, mostRequestCount: 34, roundCount: 11 };
    const { document, ended } = await run(GET, asked, '', ['sequential']);
    expect(ended).toMatchObject([{ code: 'REQUESTS_SPENT' }]);
    expect(document.complete).toBe(true);
    expect(failuresOf(document)).toEqual([]);
    const rounds = new Set(document.cells.flatMap(({ samples }) => samples.map(({ round }) => round)));
    expect(rounds.size).toBeGreaterThanOrEqual(2);
    for (const { samples } of document.cells) expect(samples).toHaveLength(rounds.size);
    expect(counts.all).toBeLessThanOrEqual(34);
    // At ten a second; the last batch is not waited for.
    expect(performance.now() - fromMs).toBeGreaterThan(((counts.all - 4) / 10) * 1_000);
  });

  it('holds tasks back that send more than anybody could know', async () => {
    const { target, counts } = await counting();
    const many = 'async (i, { get }) => { for (let n = 0; n < 100; n++) await get("/"); return i; }';
    const { document, ended } = await run(many, { target, mostRequestCount: 60 }, '', ['sequential', 'pool']);
    expect(ended).toHaveLength(1);
    expect(document.complete).toBe(false);
    expect(counts.all).toBe(60);
  });

  it('fails tasks that send too many at once, in workers as well', async () => {
    const { target, counts } = await counting();
    const burst = 'async (i, { get }) => { await Promise.all(Array.from({ length: 60 }, () => get("/"))); return i; }';
    const { document } = await run(burst, { target, mostRequestCount: 1_000 }, '', ['pool']);
    expect(failuresOf(document)).toEqual(
      Array(2).fill(expect.stringMatching(/^REQUEST_BOUND: .*at most 50 requests under way at once/)),
    );
    expect(counts.mostAtOnce).toBeLessThanOrEqual(50);
  });
});
