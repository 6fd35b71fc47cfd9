import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sample } from '../../model/document.ts';
import { Journal } from './journal.ts';
import type { RoundEntry } from './journal-entry.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  path = join(folder, 'j');
});
afterEach(() => rmSync(folder, { recursive: true }));

const NOTHING = {
  epoch: 0,
  slot: 0,
  wallMs: 1,
  cpuMs: 0,
  loopUtilizationRatio: 0,
  gcMs: 0,
  completedCount: 1,
  failedCount: 0,
  wastedMs: 0,
  inFlightMean: 1,
  taskMs: 1,
  longestTaskMs: 1,
  ioMs: 0,
  serverMs: 0,
  computeWallMs: 0,
  handoverMs: 0,
  connectCount: 0,
  serverCpuMs: 0,
};

/** The entry that finishes a round: one sample of one cell. */
function round(roundCount: number): RoundEntry {
  const warmup = { batchCount: 2, steady: null, detail: '' };
  const epochs = { begunEpochCount: 1, finishedEpochCount: 0 };
  const samples: Sample[] = [{ ...NOTHING, round: roundCount - 1 }];
  const key = { scenarioId: 'a', strategyId: 'gather', parameters: {}, subject: 'worktree' as const };
  const cells = [{ key, placebo: false, openMs: [], samples, outputDigest: null, failure: null }];
  return { scenarioId: 'a', roundCount, plannedRoundCount: 9, ...epochs, warmup, calibration: [], cells };
}

function start(seed = 5): Journal {
  return Journal.create(path, '2026-01-01T00:00:00Z', seed);
}

describe('the journal', () => {
  it('gives back every finished round', () => {
    const journal = start();
    journal.append(round(1));
    journal.append(round(2));
    const { earlier } = Journal.resume(path);
    expect(earlier).toMatchObject({ seed: 5, createdAt: '2026-01-01T00:00:00Z' });
    expect(earlier.entries).toEqual([round(1), round(2)]);
  });

  it('loses only the line that was being written, wherever it was cut', () => {
    const whole = JSON.stringify(round(3));
    for (const length of [0, 1, whole.length >> 1, whole.length - 1]) {
      const journal = start();
      journal.append(round(1));
      journal.append(round(2));
      appendFileSync(path, whole.slice(0, length));
      const resumed = Journal.resume(path);
      expect(resumed.earlier.entries).toEqual([round(1), round(2)]);
      resumed.journal.append(round(3));
      expect(Journal.resume(path).earlier.entries).toEqual([round(1), round(2), round(3)]);
      journal.remove();
    }
  });

  it('does not believe a round that comes twice, is skipped, or goes back', () => {
    const journal = start();
    for (const count of [1, 1, 2, 4, 1, 3]) journal.append(round(count));
    journal.append({ ...round(3), roundCount: -5 });
    expect(Journal.resume(path).earlier.entries).toEqual([round(1), round(2), round(3)]);
  });

  it('is no file before the first round, and keeps an older one until then', () => {
    start().append(round(1));
    const journal = start(6);
    expect(journal.hasEntries).toBe(false);
    expect(Journal.unfinishedRoundCount(path)).toBe(1);
    journal.append(round(1));
    expect(journal.hasEntries).toBe(true);
    expect(Journal.resume(path).earlier).toMatchObject({ seed: 6, entries: [round(1)] });
  });

  it('belongs to one run at a time', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    start().append(round(1));
    writeFileSync(path, readFileSync(path, 'utf8').replace(`"pid":${process.pid}`, `"pid":${other.pid}`));
    expect(() => start()).toThrow(`is under way (process ${other.pid})`);
    expect(() => Journal.resume(path)).toThrow(/is under way/);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(Journal.resume(path).earlier.entries).toEqual([round(1)]);
  });

  it('says what to do when there is nothing to resume', () => {
    expect(() => Journal.resume(join(folder, 'none'))).toThrow(/no unfinished run/);
  });

  it('leaves nothing behind once removed', () => {
    const journal = start();
    journal.append(round(1));
    journal.remove();
    expect(() => readFileSync(path)).toThrow(/ENOENT/);
  });
});
