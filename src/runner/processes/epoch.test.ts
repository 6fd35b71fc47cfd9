// Epochs of real arm processes: what others use during a round, arms that never get ready, files that hold their
// process, and servers that are what a scenario asks for.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ArmParameters } from '../../model/arm-key.ts';
import type { ScenarioKind, ScenarioSummary } from '../../model/scenario.ts';
import { PLAIN_WISHES } from '../../model/testing/plain-wishes.ts';
import { findStrategy } from '../../strategies/registry.ts';
import { MachineWatch } from '../machine/machine-watch.ts';
import { CellRecorder } from '../recording/cell-recorder.ts';
import { isRunning } from '../recording/process-identity.ts';
import { grownStats } from '../servers/arm-server.ts';
import { Epoch, type EpochLimits } from './epoch.ts';
import { FixtureServers } from './fixture-servers.ts';

let folder = '';
let servers = new FixtureServers();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epoch-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  vi.unstubAllEnvs();
  await servers.close();
  servers = new FixtureServers();
});

const LIMITS: EpochLimits = { deadlineMs: 10_000, signal: new AbortController().signal };
const COMPUTE = 'inputs: (n) => Array.from({ length: n }, (_, i) => i), cpu: (i) => i';

let fileCount = 0;
/** The reference arm of a scenario file and its placebo. */
function twins(parts: string, kind: ScenarioKind = 'cpu', fixture = {}, before = '', wishes = {}): CellRecorder[] {
  const summary = summaryOf(parts, kind, fixture, before, wishes);
  return [false, true].map((placebo) => cellOf(summary, 'sequential', {}, placebo));
}

function cellOf(
  summary: ScenarioSummary,
  strategyId: string,
  parameters: ArmParameters,
  placebo = false,
): CellRecorder {
  const strategy = findStrategy(strategyId);
  if (!strategy) throw new Error('no such strategy');
  const key = { scenarioId: summary.id, strategyId, parameters, subject: 'worktree' as const };
  return new CellRecorder(summary, { key, strategy, placebo }, 3);
}

function summaryOf(parts: string, kind: ScenarioKind, fixture = {}, before = '', wishes = {}): ScenarioSummary {
  fileCount += 1;
  const id = `s${fileCount}`;
  const path = join(folder, `${id}.mjs`);
  const words = { title: 'T', question: 'Q?', explanation: 'E' };
  writeFileSync(
    path,
    `${before}\nexport default { ...${JSON.stringify({ ...words, taskCount: 3, fixture })}, ${parts} };`,
  );
  return {
    ...{ id, url: pathToFileURL(path).href, kind, ...words },
    ...{ ...PLAIN_WISHES, ...wishes, taskCount: 3, fixture },
  };
}

describe('a round', () => {
  it('tells every arm how many cores others used in it, whatever our own processes did', async () => {
    const cells = twins(COMPUTE);
    // A second passes between any two readings; of it, others have `foreignMs`, and our own processes a fifth.
    let foreignMs = 0;
    const now = { atMs: 0, usedMs: 0, ownMs: 0 };
    const machine = new MachineWatch(() => {
      now.atMs += 1_000;
      now.usedMs += 200 + foreignMs;
      now.ownMs += 200;
      return { atMs: now.atMs, cpu: { usedMs: now.usedMs, ownMs: now.ownMs } };
    });
    const epoch = await Epoch.open(cells, servers, LIMITS, { machine });
    await epoch.runRound(0, 0, [0, 1]);
    foreignMs = 1_500;
    await epoch.runRound(0, 1, [1, 0]);
    foreignMs = 0;
    await epoch.runRound(0, 2, [0, 1]);
    await epoch.close();
    for (const cell of cells) {
      expect(cell.toCell().samples.map(({ round, foreignCores }) => [round, foreignCores])).toEqual([
        [0, 0],
        [1, 1.5],
        [2, 0],
      ]);
    }
    expect(cells.map((cell) => cell.samples.map(({ slot }) => slot))).toEqual([
      [0, 1, 0],
      [1, 0, 1],
    ]);
  });

  it.each([
    ['that waits is run once untimed right before, and is not counted', {}, 2],
    ['comes after a pause where its server has limits', { inServiceLimit: 50 }, 1],
  ])('a short batch %s', async (_, fixture, batchCount) => {
    const parts =
      "inputs: (n) => Array.from({ length: n }, (_, i) => i), io: async (i, { get }) => (await get('/delay/0')).status";
    const cell = cellOf(summaryOf(parts, 'io', fixture), 'sequential', {});
    const epoch = await Epoch.open([cell], servers, LIMITS);
    await epoch.warmUp(0);
    const server = await servers.for(cell.scenario, cell.arm, cell.taskCount);
    const before = await server.stats();
    await epoch.runRound(0, 0, [0]);
    const after = await server.stats();
    await epoch.close();
    expect(grownStats(before, after).requestCount).toBe(batchCount * 3);
    expect(cell.samples).toMatchObject([{ round: 0, requestCount: 3 }]);
  });
});

describe('what a scenario set up', () => {
  const withTeardown = (teardown: string, cpu = '(i) => i'): CellRecorder[] => {
    const parts = `inputs: (n) => Array.from({ length: n }, (_, i) => i), cpu: ${cpu}, setup: () => 1, teardown: ${teardown}`;
    return twins(parts, 'cpu', {}, '', { hasTeardown: true }).slice(0, 1);
  };

  it('is undone with a time of its own', async () => {
    const [cell] = withTeardown('() => {}') as [CellRecorder];
    const epoch = await Epoch.open([cell], servers, LIMITS);
    await epoch.runRound(0, 0, [0]);
    expect(cell.toCell()).toMatchObject({ setupMs: [expect.any(Number)], teardownMs: [] });
    await epoch.close();
    expect(cell.toCell()).toMatchObject({ teardownMs: [expect.any(Number)], teardownFailure: null, samples: [{}] });
  });

  it('and cannot be undone is told, and its numbers stand', async () => {
    const [cell] = withTeardown("() => { throw new Error('busy'); }") as [CellRecorder];
    const epoch = await Epoch.open([cell], servers, LIMITS);
    await epoch.runRound(0, 0, [0]);
    await epoch.close();
    expect(cell.toCell()).toMatchObject({
      status: { state: 'completed' },
      teardownFailure: { code: 'TEARDOWN_THREW', message: expect.stringContaining('`teardown` threw: busy') },
    });
  });

  it.each([
    ['a task has failed', "() => { throw new Error('broken'); }"],
    ['the run is interrupted', '(i) => i'],
  ])('is undone when %s', async (what, cpu) => {
    const path = join(folder, `undone-${what}`);
    const write = `async () => (await import('node:fs')).writeFileSync(${JSON.stringify(path)}, 'x')`;
    const cells = withTeardown(write, cpu);
    const epoch = await Epoch.open(cells, servers, LIMITS);
    if (what.startsWith('a task')) await epoch.warmUp(0);
    else await epoch.kill();
    expect(existsSync(path)).toBe(true);
    await epoch.kill();
  });
});

describe('tasks side by side', () => {
  it('are put there in threads, and not in processes, whose messages take another way', async () => {
    const summary = summaryOf(COMPUTE, 'cpu');
    const probed = async (strategyId: string) => {
      const epoch = await Epoch.open([cellOf(summary, strategyId, { threads: 2 })], servers, LIMITS);
      const probes = await epoch.probeSideBySide(20, { inWorkers: true, onLoop: true });
      await epoch.close();
      return probes.map(({ threads }) => threads);
    };
    expect(await probed('pool')).toEqual([2]);
    expect(await probed('processes')).toEqual([]);
  });
});

describe('an arm', () => {
  it('that never gets ready fails its cell by the open deadline', async () => {
    const cells = twins('inputs: () => { for (;;); }, cpu: (i) => i');
    const epoch = await Epoch.open(cells.slice(0, 1), servers, { ...LIMITS, openDeadlineMs: 500 });
    expect(epoch.liveCount).toBe(0);
    await epoch.kill();
    expect(cells[0]?.toCell().status).toMatchObject({
      state: 'failed',
      failure: {
        code: 'DEADLINE',
        message: expect.stringMatching(/loading the scenario or making its inputs did not end/),
      },
    });
  });

  it('that does harm fails with its reason, whenever it does it, and the others go on', async () => {
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=64');
    const port = new URL((await servers.plain()).origin).port;
    const inputs = (code: string) => `inputs: (n) => { ${code}; return [1, 2, 3]; }, cpu: (i) => i`;
    const task = (code: string) => `inputs: () => [1, 2, 3], cpu: (i) => { ${code}; return i; }`;
    const memory = 'const kept = []; for (;;) kept.push(new Array(1e5).fill(0.5 + kept.length))';
    const harm: readonly (readonly [before: string, parts: string, code: string, message: RegExp])[] = [
      ["throw new Error('boom')", COMPUTE, 'SCENARIO_LOAD', /does not load: boom, in line 1/],
      ['process.exit(3)', COMPUTE, 'ARM_EXIT', /the arm's process exited with code 3/],
      [
        `import('node:net').then((net) => net.createServer().listen(${port}, '127.0.0.1'))`,
        COMPUTE,
        'ARM_EXIT',
        /EADDRINUSE.*listen on port 0/,
      ],
      ["setTimeout(() => { throw new Error('late'); })", COMPUTE, 'ARM_EXIT', /exited with code 1: Error: late/],
      ['', inputs("throw new Error('no inputs')"), 'SCENARIO_INVALID', /`inputs\(3\)` threw: no inputs/],
      ['', inputs("process.kill(process.pid, 'SIGKILL')"), 'ARM_EXIT', /was ended by SIGKILL/],
      ['', inputs(memory), 'ARM_EXIT', /SIGABRT: FATAL ERROR: .*heap/],
      ['', task('process.abort()'), 'ARM_EXIT', /was ended by SIGABRT/],
    ];
    const cells = [...harm, ['', COMPUTE] as const].map(
      ([before, parts]) => twins(parts, 'cpu', {}, `${before};`)[0],
    ) as CellRecorder[];
    const epoch = await Epoch.open(cells, servers, LIMITS);
    await epoch.runRound(0, 0, [...cells.keys()]);
    await epoch.close();
    const statuses = cells.map((cell) => cell.toCell().status);
    expect(statuses.pop()).toMatchObject({ state: 'completed' });
    expect(statuses).toMatchObject(
      harm.map(([, , code, message]) => ({
        state: 'failed',
        failure: { code, message: expect.stringMatching(message) },
      })),
    );
  });

  it('that measures what no clock gives fails alone, and the document of all others can be saved', async () => {
    const [broken] = twins(COMPUTE, 'cpu', {}, 'Math.max = () => NaN;');
    const [sound] = twins(COMPUTE);
    const epoch = await Epoch.open([broken, sound] as [CellRecorder, CellRecorder], servers, LIMITS);
    await epoch.runRound(0, 0, [0, 1]);
    await epoch.close();
    expect(broken?.toCell()).toMatchObject({
      samples: [],
      status: { state: 'failed', failure: { code: 'CLOCK_REPLACED', message: expect.stringMatching(/\w+ NaN: look/) } },
    });
    expect(sound?.toCell()).toMatchObject({ samples: [{ round: 0 }], status: { state: 'completed' } });
  });

  it('whose file holds its process ends all the same, with all that it started', async () => {
    const holding = `import { spawn } from 'node:child_process'; import { createServer } from 'node:net';
      setInterval(() => {}, 1000); createServer().listen(0, '127.0.0.1');
      const child = spawn('sleep', ['60'], { stdio: 'inherit' });`;
    const pid =
      "inputs: (n) => Array.from({ length: n }, (_, i) => i), cpu: () => 1, check: () => { throw new Error('pid ' + child.pid); }";
    const cells = twins(pid, 'cpu', {}, holding);
    const epoch = await Epoch.open(cells, servers, LIMITS);
    await epoch.runRound(0, 0, [0, 1]);
    await epoch.close();
    for (const cell of cells) {
      const { status } = cell.toCell();
      const started = status.state === 'failed' ? Number(/pid (\d+)/.exec(status.failure.message)?.[1]) : 0;
      expect(started).toBeGreaterThan(1);
      await expect.poll(() => isRunning({ pid: started, startTicks: null, bootId: null })).toBe(false);
    }
  });
});

describe('the server of an arm', () => {
  const cellsOf = (fixture: object) => twins('inputs: () => [1, 2, 3], io: async (i) => i', 'io', fixture);
  const serverOf = ({ scenario, arm }: CellRecorder) => servers.for(scenario, arm, 3);

  it('is one for all that ask for the same, in whatever order', async () => {
    const [a, placebo] = cellsOf({ inServiceLimit: 2, queueLimit: 8 }) as [CellRecorder, CellRecorder];
    const [b] = cellsOf({ queueLimit: 8, inServiceLimit: 2 }) as [CellRecorder];
    const [c] = cellsOf({}) as [CellRecorder];
    const server = await serverOf(a);
    expect(await serverOf(placebo)).toBe(server);
    expect(await serverOf(b)).toBe(server);
    expect(await serverOf(c)).toBe(await servers.plain());
    expect(await serverOf(c)).not.toBe(server);
  });

  it('is its own where the server remembers connections or tokens', async () => {
    for (const fixture of [{ connectionLimit: 4 }, { ratePerSecond: 50 }]) {
      const [a, placebo] = cellsOf(fixture) as [CellRecorder, CellRecorder];
      expect(await serverOf(a)).not.toBe(await serverOf(placebo));
      expect(await serverOf(a)).toBe(await serverOf(a));
    }
  });

  it('is its own where batches are large', async () => {
    const [a, placebo] = cellsOf({}) as [CellRecorder, CellRecorder];
    const forMany = ({ scenario, arm }: CellRecorder) => servers.for(scenario, arm, 2_000);
    expect(await forMany(a)).not.toBe(await forMany(placebo));
    expect(await forMany(a)).not.toBe(await servers.plain());
  });

  it('is refused with the scenario, the option and the range', async () => {
    const [a] = cellsOf({ inServiceLimit: 0 }) as [CellRecorder];
    await expect(serverOf(a)).rejects.toMatchObject({
      code: 'SCENARIO_INVALID',
      message: expect.stringMatching(/Scenario 's\d+', `fixture`: inServiceLimit: expected a whole number from 1/),
    });
  });

  it('is what its tasks meet, and each sample counts its own', async () => {
    const overLimit =
      "inputs: (n) => Array.from({ length: n }, () => 0), io: async (i, { get }) => (await get('/delay/1')).status";
    const cells = twins(overLimit, 'io', { ratePerSecond: 0.01, rateBurst: 4 });
    const epoch = await Epoch.open(cells, servers, LIMITS);
    // Three tasks each: the first batch of either arm fits its own bucket, the second does not.
    await epoch.runRound(0, 0, [0, 1]);
    expect(epoch.liveCount).toBe(2);
    expect(
      cells.map(({ samples }) => samples.map(({ completedCount, connectCount }) => [completedCount, connectCount])),
    ).toEqual([[[3, 0]], [[3, 0]]]);
    await epoch.runRound(0, 1, [0, 1]);
    await epoch.close();
    for (const cell of cells) {
      expect(cell.toCell().status).toMatchObject({ state: 'failed', failure: { code: 'HTTP_STATUS' } });
    }
  });
});
