// The conductor with real processes. Nothing here asserts how fast anything is.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../document/parse.ts';
import type { Cell, ResultDocument } from '../model/document/document.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import { findScenarios } from './discover.ts';
import type { Progress, RunRequest } from './plan/run-settings.ts';
import { Journal } from './recording/journal.ts';
import { runBenchmarks } from './run-benchmarks.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function requestFor(
  names: string[],
  strategyIds: string[],
  { epochCount = 1, deadlineMs = 10_000 } = {},
): Promise<RunRequest> {
  const paths = names.map((name) => fileURLToPath(new URL(`./testing/${name}.ts`, import.meta.url)));
  const scenarios = await findScenarios(paths);
  return {
    scenarios,
    strategies: STRATEGIES.filter(({ id }) => strategyIds.includes(id)),
    seed: 1,
    tool: { name: 'test', version: '0' },
    settings: {
      profile: 'quick',
      scenarioIds: scenarios.map(({ id }) => id),
      strategyIds,
      taskCount: null,
      concurrencies: [2],
      threadCounts: [2],
      roundCount: 2 * epochCount,
      epochCount,
      budgetMs: 1_000,
      warmupMs: null,
      deadlineMs,
      imports: [],
      ...{ target: null, onPort: null, mostRequestCount: null, parameters: {} },
    },
  };
}

let runCount = 0;
function run(
  request: RunRequest,
  onProgress: (progress: Progress) => void = () => {},
  signal = new AbortController().signal,
): Promise<ResultDocument> {
  runCount += 1;
  const journal = Journal.create(join(folder, String(runCount)), new Date().toISOString(), request.seed);
  return runBenchmarks(request, { journal, earlier: null, onProgress, signal });
}

function cellOf(document: ResultDocument, scenarioId: string, strategyId: string): Cell {
  const cell = document.cells.find(
    ({ key, placebo }) => key.scenarioId === scenarioId && key.strategyId === strategyId && !placebo,
  );
  if (!cell) throw new Error(`no cell ${scenarioId} ${strategyId}`);
  return cell;
}

function failureOf(cell: Cell) {
  return cell.status.state === 'failed' ? cell.status.failure : undefined;
}

describe('a run', () => {
  it('measures every arm in every round, with equal outputs, and its document is valid', async () => {
    const document = await run(
      await requestFor(['fine'], ['sequential', 'gather', 'bounded', 'pool', 'gather+pool'], { epochCount: 2 }),
    );
    expect(document.complete).toBe(true);
    expect(document.cells).toHaveLength(6);
    for (const cell of document.cells) {
      expect(cell.status).toEqual({ state: 'completed' });
      expect(cell.samples.map(({ round }) => round)).toEqual([0, 1, 2, 3]);
      expect(cell.samples.map(({ epoch }) => epoch)).toEqual([0, 0, 1, 1]);
      expect(cell.openMs).toHaveLength(2);
      for (const sample of cell.samples) {
        expect(sample.completedCount).toBe(3);
        expect(sample.connectCount).toBe(0);
        expect(sample.serverMs).toBeGreaterThanOrEqual(3);
      }
    }
    expect(new Set(document.cells.map(({ outputDigest }) => outputDigest)).size).toBe(1);
    expect(document.scenarios[0]?.typicalTasks).toHaveLength(3);
    expect(parseDocument(JSON.stringify(document), 'it')).toEqual(document);
  });

  it('tells in flight, waiting and computing apart', async () => {
    const document = await run(await requestFor(['fine'], ['sequential', 'gather']));
    const [one] = cellOf(document, 'fine', 'sequential').samples;
    const [all] = cellOf(document, 'fine', 'gather').samples;
    expect(one?.inFlightMean).toBeLessThanOrEqual(1);
    expect(all?.inFlightMean).toBeGreaterThan(one?.inFlightMean ?? Infinity);
  });

  it('runs only some tasks alone where all would take too long one by one', async () => {
    const document = await run(await requestFor(['slow-one-by-one'], ['gather'], { deadlineMs: 2_000 }));
    expect(cellOf(document, 'slow-one-by-one', 'gather').samples).toHaveLength(2);
    const [scenario] = document.scenarios;
    expect(scenario?.typicalTasks).toHaveLength(30);
    expect(scenario?.calibratedCount).toBeGreaterThan(0);
    expect(scenario?.calibratedCount).toBeLessThan(30);
  });

  it('skips what does not suit a scenario, and says why', async () => {
    const document = await run(await requestFor(['throws'], ['gather+pool', 'gather']));
    expect(cellOf(document, 'throws', 'gather+pool').status).toEqual({
      state: 'skipped',
      reason: 'for mixed work; this is cpu',
    });
  });
});

describe('a task that misbehaves fails its cell with the reason, and the others finish', () => {
  let document: ResultDocument;
  const of = (scenarioId: string, strategyId: string) => cellOf(document, scenarioId, strategyId);

  beforeAll(async () => {
    const faults = ['throws', 'uncloneable', 'worker-exits', 'process-exits', 'wrong-output', 'differs-in-pool'];
    const oddities = ['rejects-null', 'short-inputs', 'talks-to-parent'];
    document = await run(await requestFor([...faults, ...oddities, 'fine'], ['sequential', 'pool']));
    // Ten scenarios start twenty arms, some of which are waited for in vain.
  }, 120_000);

  it('by throwing', () => {
    expect(failureOf(of('throws', 'sequential'))?.message).toBe('task two is broken');
    expect(failureOf(of('throws', 'pool'))?.message).toBe('task two is broken');
  });

  it('by rejecting with nothing', () => {
    for (const id of ['sequential', 'pool']) {
      expect(failureOf(of('rejects-null', id))?.message).toBe('threw null, not an Error');
    }
  });

  it('by making fewer inputs than tasks', () => {
    for (const id of ['sequential', 'pool']) {
      expect(failureOf(of('short-inputs', id))?.message).toContain('`inputs(4)` must return an array of 4, got 1');
    }
  });

  it('but not by talking to its parent', () => {
    for (const id of ['sequential', 'pool']) expect(of('talks-to-parent', id).status.state).toBe('completed');
  });

  it('by returning what cannot be cloned', () => {
    expect(of('uncloneable', 'sequential').status.state).toBe('completed');
    expect(failureOf(of('uncloneable', 'pool'))).toMatchObject({
      code: 'NOT_CLONEABLE',
      message: expect.stringContaining('which a worker cannot send back'),
    });
  });

  it('by ending its worker', () => {
    expect(of('worker-exits', 'sequential').status.state).toBe('completed');
    expect(failureOf(of('worker-exits', 'pool'))?.message).toMatch(/worker exited with code: 3/);
  });

  it('by ending its process', () => {
    expect(failureOf(of('process-exits', 'sequential'))).toEqual({
      code: 'ARM_EXIT',
      message: "the arm's process exited with code 1",
    });
  });

  it('by giving outputs that its check refuses', () => {
    expect(failureOf(of('wrong-output', 'sequential'))?.code).toBe('OUTPUT_WRONG');
  });

  it('by giving other outputs than the reference: the digests stand in the document', () => {
    expect(of('differs-in-pool', 'sequential').outputDigest).not.toBe(of('differs-in-pool', 'pool').outputDigest);
  });

  it('while the last scenario is measured to the end', () => {
    for (const id of ['sequential', 'pool']) expect(of('fine', id).samples).toHaveLength(2);
    expect(document.complete).toBe(true);
  });
});

describe('a task that never ends fails its cell at the deadline', () => {
  it('whether it waits or spins, here or in a pool', async () => {
    const document = await run(await requestFor(['never-ends', 'spins'], ['pool'], { deadlineMs: 300 }));
    for (const cell of document.cells) expect(failureOf(cell)?.code).toBe('DEADLINE');
  });
});

describe('an interrupted run', () => {
  it('keeps whole rounds, marks itself partial, and ends promptly', async () => {
    const controller = new AbortController();
    const request = await requestFor(['fine'], ['sequential', 'gather']);
    const long = { ...request, settings: { ...request.settings, roundCount: 10_000 } };
    const document = await run(long, ({ round }) => round === 3 && controller.abort(), controller.signal);
    expect(document.complete).toBe(false);
    for (const cell of document.cells) expect(cell.samples).toHaveLength(3);
    expect(document.scenarios[0]?.plannedRoundCount).toBe(10_000);
    expect(parseDocument(JSON.stringify(document), 'it')).toEqual(document);
  });

  it('goes on where it was when resumed', async () => {
    const controller = new AbortController();
    const request = await requestFor(['fine'], ['sequential', 'gather'], { epochCount: 2 });
    const path = join(folder, 'resumable');
    const journal = Journal.create(path, '2026-01-01T00:00:00.000Z', 1);
    const stopAtThird = ({ round, phase }: Progress) => round === 3 && phase === 'measuring' && controller.abort();
    await runBenchmarks(request, { journal, earlier: null, onProgress: stopAtThird, signal: controller.signal });
    journal.close();
    const resumed = await Journal.resume(path);
    const document = await runBenchmarks(request, {
      ...resumed,
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    expect(document).toMatchObject({ complete: true, createdAt: '2026-01-01T00:00:00.000Z' });
    for (const cell of document.cells) expect(cell.samples.map(({ round }) => round)).toEqual([0, 1, 2, 3]);
  });
});
