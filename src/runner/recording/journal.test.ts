import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BenchError } from '../../errors.ts';
import type { Sample, Settings } from '../../model/document/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { PLAIN_SAMPLE } from '../../model/testing/plain-sample.ts';
import { PLAIN_WISHES } from '../../model/testing/plain-wishes.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { Journal, journalPath } from './journal.ts';
import type { RoundEntry } from './journal-entry.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  path = join(folder, 'j');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The entry that finishes a round: one sample of one cell. */
function round(roundCount: number): RoundEntry {
  const epochs = { begunEpochCount: 1, finishedEpochCount: 0 };
  const samples: Sample[] = [{ ...PLAIN_SAMPLE, round: roundCount - 1 }];
  const key = { scenarioId: 'a', strategyId: 'gather', parameters: {}, subject: 'worktree' as const };
  const cells = [
    {
      ...{ key, placebo: false, openMs: [], setupMs: [], teardownMs: [], teardownFailure: null, warmups: [] },
      ...{ restedRounds: [], samples, timelines: [], outputDigest: null, failure: null },
    },
  ];
  return {
    scenarioId: 'a',
    roundCount,
    plannedRoundCount: 9,
    ...epochs,
    calibration: [],
    sideBySide: [],
    effectiveCores: [],
    cells,
  };
}

function start(seed = 5, onLost?: (error: BenchError) => void): Journal {
  return Journal.create(path, '2026-01-01T00:00:00Z', seed, onLost);
}

/** What another run would find now. */
async function resumed() {
  const { journal, earlier } = await Journal.resume(path);
  journal.close();
  return earlier;
}

describe('the journal', () => {
  it('gives back every finished round', async () => {
    const journal = start();
    journal.append(round(1));
    journal.append(round(2));
    journal.close();
    expect(await resumed()).toMatchObject({
      seed: 5,
      createdAt: '2026-01-01T00:00:00Z',
      entries: [round(1), round(2)],
    });
  });

  it('loses only the line that was being written, wherever it was cut', async () => {
    const whole = JSON.stringify(round(3));
    for (const length of [0, 1, whole.length >> 1, whole.length - 1]) {
      const journal = start();
      journal.append(round(1));
      journal.append(round(2));
      journal.close();
      appendFileSync(path, whole.slice(0, length));
      const again = await Journal.resume(path);
      expect(again.earlier.entries).toEqual([round(1), round(2)]);
      again.journal.append(round(3));
      again.journal.close();
      expect((await resumed()).entries).toEqual([round(1), round(2), round(3)]);
      again.journal.remove();
    }
  });

  it('does not believe a round that comes twice, is skipped, or goes back', async () => {
    const journal = start();
    for (const count of [1, 1, 2, 4, 1, 3]) journal.append(round(count));
    journal.append({ ...round(3), roundCount: -5 });
    journal.close();
    expect((await resumed()).entries).toEqual([round(1), round(2), round(3)]);
  });

  it('is no file before the first round, and keeps an older one until then', async () => {
    const older = start();
    older.append(round(1));
    older.close();
    const journal = start(6);
    expect(journal.hasEntries).toBe(false);
    expect(await Journal.unfinishedRoundCount(path)).toBe(1);
    journal.append(round(1));
    expect(journal.hasEntries).toBe(true);
    journal.close();
    expect(await resumed()).toMatchObject({ seed: 6, entries: [round(1)] });
  });

  it('says what to do when there is nothing to resume', async () => {
    await expect(resumed()).rejects.toThrow(/no unfinished run/);
    writeFileSync(path, 'not a journal\n');
    await expect(resumed()).rejects.toThrow(/no unfinished run/);
    expect(readdirSync(folder)).toEqual(['j']);
  });

  it('leaves nothing behind once removed', () => {
    const journal = start();
    journal.append(round(1));
    journal.remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not go on with another machine’s run', async () => {
    const journal = start();
    journal.append(round(1));
    journal.close();
    const { machine } = JSON.parse(readFileSync(path, 'utf8').split('\n')[0] ?? '') as {
      machine: { cpuModel: string };
    };
    writeFileSync(path, readFileSync(path, 'utf8').replace(JSON.stringify(machine.cpuModel), '"Abacus 3"'));
    await expect(resumed()).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringMatching(/was made on Abacus 3, .*; this is .*, \d+ cores, node .*j\)$/),
    });
    // The next who asks must not meet a lock.
    await expect(resumed()).rejects.toThrow(/Abacus/);
  });
});

describe('a journal that cannot be written', () => {
  it('costs the safety and not the run, and is told of once', () => {
    const told: BenchError[] = [];
    const journal = start(5, (error) => told.push(error));
    journal.append(round(1));
    rmSync(path);
    mkdirSync(path);
    journal.append(round(2));
    journal.append(round(3));
    // What it holds is not all, and nobody may be sent to it for the numbers.
    expect(journal.hasEntries).toBe(false);
    expect(told).toMatchObject([
      { code: 'FILE_WRITE', message: expect.stringContaining(`the journal ${path}: EISDIR`) },
    ]);
    journal.remove();
    expect(readdirSync(folder)).toEqual(['j']);
  });

  it('may be so from the start', async () => {
    const told: BenchError[] = [];
    writeFileSync(join(folder, 'file'), '');
    path = join(folder, 'file', 'j');
    const journal = start(5, (error) => told.push(error));
    journal.append(round(1));
    expect(journal.hasEntries).toBe(false);
    journal.remove();
    expect(told).toMatchObject([{ code: 'FILE_WRITE' }]);
    expect(await Journal.unfinishedRoundCount(path)).toBe(0);
  });

  it('is a named file where --resume needs it', async () => {
    mkdirSync(path);
    await expect(resumed()).rejects.toMatchObject({ code: 'FILE_READ', message: expect.stringContaining(path) });
  });
});

describe('the key of a journal', () => {
  it('is another for other arms, other wishes and another text', () => {
    const file = join(folder, 'work.mjs');
    writeFileSync(file, 'export default 1;');
    const scenario: ScenarioSummary = {
      ...{ id: 'work', url: pathToFileURL(file).href, kind: 'io', title: 'T', question: 'Q?', explanation: 'E' },
      ...{ ...PLAIN_WISHES, taskCount: 1 },
    };
    const settings = { concurrencies: null, threadCounts: [2] } as unknown as Settings;
    const request = { tool: { name: 'test', version: '0' }, strategies: STRATEGIES, scenarios: [scenario], settings };
    const paths = [
      journalPath(folder, request),
      journalPath(folder, { ...request, settings: { ...settings, concurrencies: [4, 8] } }),
      journalPath(folder, { ...request, strategies: STRATEGIES.slice(0, 2) }),
      journalPath(folder, { ...request, settings: { ...request.settings, imports: ['tsx'] } }),
      journalPath(folder, { ...request, scenarios: [{ ...scenario, concurrency: 3 }] }),
      journalPath(folder, { ...request, scenarios: [{ ...scenario, fixture: { connectionLimit: 2 } }] }),
    ];
    writeFileSync(file, 'export default 2;');
    paths.push(journalPath(folder, request));
    expect(new Set(paths).size).toBe(7);
    expect(journalPath(folder, request)).toBe(paths[6]);
  });
});
