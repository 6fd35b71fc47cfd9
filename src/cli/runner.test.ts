// What the command line keeps for itself of a run: its journal, its seed, and that nothing it starts outlives it. The
// measuring itself is replaced; the journal is a real file.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BenchError } from '../errors.ts';
import type { Preflight, ResultDocument } from '../model/document/document.ts';
import { documentOf } from '../report/testing/document-builder.ts';
import { downloadPages } from '../report/testing/sample-documents.ts';
import type { RunRequest } from '../runner/plan/run-settings.ts';
import { Journal, journalPath } from '../runner/recording/journal.ts';
import type { RoundEntry } from '../runner/recording/journal-entry.ts';
import type { RunSurroundings } from '../runner/run-benchmarks.ts';
import { measurePrices, prepareRun } from './runner.ts';

/** What the runner was asked, and what it does. */
const world = vi.hoisted(() => ({
  request: null as RunRequest | null,
  measure: async (_: RunSurroundings): Promise<ResultDocument> => {
    throw new Error('not set');
  },
  price: async (..._: unknown[]): Promise<Preflight> => {
    throw new Error('not set');
  },
  closedCount: 0,
}));
vi.mock('../runner/run-benchmarks.ts', () => ({
  runBenchmarks: (request: RunRequest, surroundings: RunSurroundings) => {
    world.request = request;
    return world.measure(surroundings);
  },
}));
vi.mock('../runner/processes/preflight-process.ts', () => ({
  runPreflight: (...asked: unknown[]) => world.price(...asked),
}));
vi.mock('../runner/processes/fixture-process.ts', () => ({
  FixtureProcess: {
    start: async () => ({
      origin: 'http://127.0.0.1:9',
      close: async () => {
        world.closedCount += 1;
      },
    }),
  },
}));

const signal = new AbortController().signal;
const onProgress = () => {};
const noLoss = (error: BenchError) => {
  throw error;
};
const request = { scenarios: [], strategies: [], settings: {}, seed: 5, tool: {} } as unknown as RunRequest;
const [cell] = documentOf({ scenarios: [downloadPages] }).cells;
/** The entry that finishes a round: one sample of one cell. */
function entry(roundCount: number): RoundEntry {
  if (cell === undefined) throw new Error('no cell');
  const samples = cell.samples.slice(0, 1).map((sample) => ({ ...sample, round: roundCount - 1 }));
  return {
    ...{ scenarioId: 'a', roundCount, plannedRoundCount: 9, begunEpochCount: 1, finishedEpochCount: 0 },
    ...{ calibration: [], sideBySide: [], effectiveCores: [] },
    cells: [
      {
        key: cell.key,
        placebo: false,
        openMs: [],
        setupMs: [],
        teardownMs: [],
        teardownFailure: null,
        warmups: [],
        restedRounds: [],
        samples,
        timelines: [],
        outputDigest: null,
        failure: null,
      },
    ],
  };
}
const document = (complete: boolean) => ({ complete }) as ResultDocument;

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'));
  path = journalPath(folder, request);
  Object.assign(world, { request: null, closedCount: 0 });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Measures two rounds and ends like this. */
function measuring(end: () => ResultDocument) {
  world.measure = async ({ journal }) => {
    journal.append(entry(1));
    journal.append(entry(2));
    return end();
  };
}

const prepare = (resume = false, asked = request) => prepareRun(asked, folder, resume, noLoss);
const start = async () => (await prepare()).start({ onProgress, signal });

describe('a run that is ready', () => {
  it('asks for what was asked of it, and keeps its rounds until they are saved', async () => {
    measuring(() => document(true));
    const ready = await prepare();
    expect(ready).toMatchObject({ keptIn: null, replacedRoundCount: 0 });
    expect(await ready.start({ onProgress, signal })).toEqual(document(true));
    expect(world.request).toEqual(request);
    expect(ready.keptIn).toBe(path);
    await expect(prepare()).rejects.toMatchObject({ code: 'USAGE' });
    ready.forget();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('hands on who is told of progress, and what interrupts it', async () => {
    world.measure = async (surroundings) => {
      expect(surroundings).toMatchObject({ onProgress, signal, earlier: null });
      return document(true);
    };
    await (await prepare()).start({ onProgress, signal });
  });

  it.each([
    ['is interrupted', () => document(false)],
    [
      'fails',
      () => {
        throw new BenchError('FIXTURE_LOST', 'gone', 'Again.');
      },
    ],
  ])('and %s can be resumed at once, with the seed it had', async (_, end) => {
    measuring(end);
    await start().catch((thrown) => expect(thrown).toBeInstanceOf(BenchError));
    measuring(() => document(true));
    const ready = await prepare(true, { ...request, seed: 99 });
    expect(ready.replacedRoundCount).toBe(0);
    expect(ready.keptIn).toBe(path);
    world.measure = async ({ earlier }) => {
      expect(earlier).toMatchObject({ seed: 5, entries: [entry(1), entry(2)] });
      return document(true);
    };
    await ready.start({ onProgress, signal });
    expect(world.request?.seed).toBe(5);
    ready.forget();
  });

  it('tells of the rounds that it replaces, and replaces them with its first', async () => {
    measuring(() => document(false));
    await start();
    const ready = await prepare();
    expect(ready).toMatchObject({ replacedRoundCount: 2, keptIn: null });
    world.measure = async ({ journal }) => {
      journal.append(entry(1));
      return document(false);
    };
    await ready.start({ onProgress, signal });
    const { journal, earlier } = await Journal.resume(path);
    journal.remove();
    expect(earlier.entries).toEqual([entry(1)]);
  });

  it('cannot go on with nothing', async () => {
    await expect(prepare(true)).rejects.toMatchObject({ code: 'USAGE', message: /^--resume: no unfinished run/ });
  });

  it.each([false, true])('tells when its journal cannot be written, with --resume %s', async (resume) => {
    measuring(() => document(false));
    await start();
    const lost: BenchError[] = [];
    const ready = await prepareRun(request, folder, resume, (error) => lost.push(error));
    world.measure = async ({ journal }) => {
      rmSync(path);
      rmSync(folder, { recursive: true });
      journal.append(entry(1));
      return document(false);
    };
    await ready.start({ onProgress, signal });
    expect(lost.map(({ code }) => code)).toEqual(['FILE_WRITE']);
    folder = mkdtempSync(join(tmpdir(), 'runner-'));
  });
});

describe('the prices of this machine', () => {
  const prices = { requestFloorMs: 1 } as Preflight;

  it('are asked of a server that ends with it', async () => {
    world.price = async (...asked) => {
      expect(asked).toEqual(['http://127.0.0.1:9', 3, signal]);
      expect(world.closedCount).toBe(0);
      return prices;
    };
    expect(await measurePrices(3, signal)).toBe(prices);
    expect(world.closedCount).toBe(1);
  });

  it('leave no server behind when they cannot be measured', async () => {
    world.price = () => Promise.reject(new BenchError('MACHINE_LIMIT', 'too many', 'Fewer.'));
    await expect(measurePrices(3, signal)).rejects.toThrow('too many');
    expect(world.closedCount).toBe(1);
  });
});
