import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from './journal.ts';
import type { RoundEntry } from './journal-entry.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function round(roundCount: number): RoundEntry {
  const warmup = { batchCount: 2, steady: null, detail: '' };
  const epochs = { begunEpochCount: 1, finishedEpochCount: 0 };
  return { scenarioId: 'a', roundCount, plannedRoundCount: 9, ...epochs, warmup, calibration: [], cells: [] };
}

describe('the journal', () => {
  it('gives back every finished round', () => {
    const journal = Journal.create(join(folder, 'j'), '2026-01-01T00:00:00Z', 5);
    journal.append(round(1));
    journal.append(round(2));
    const { earlier } = Journal.resume(join(folder, 'j'));
    expect(earlier).toMatchObject({ seed: 5, createdAt: '2026-01-01T00:00:00Z' });
    expect(earlier.entries).toEqual([round(1), round(2)]);
  });

  it('loses only the line that was being written, wherever it was cut', () => {
    const whole = JSON.stringify(round(3));
    for (const length of [0, 1, whole.length >> 1, whole.length - 1]) {
      const path = join(folder, `cut-${length}`);
      const journal = Journal.create(path, '2026-01-01T00:00:00Z', 5);
      journal.append(round(1));
      journal.append(round(2));
      appendFileSync(path, whole.slice(0, length));
      const resumed = Journal.resume(path);
      expect(resumed.earlier.entries).toEqual([round(1), round(2)]);
      resumed.journal.append(round(4));
      expect(Journal.resume(path).earlier.entries).toEqual([round(1), round(2), round(4)]);
    }
  });

  it('is no file before the first round, and replaces an older one', () => {
    const path = join(folder, 'j');
    Journal.create(path, '2026-01-01T00:00:00Z', 5).append(round(1));
    const journal = Journal.create(path, '2026-01-02T00:00:00Z', 6);
    expect(journal.hasEntries).toBe(false);
    expect(() => readFileSync(path)).toThrow(/ENOENT/);
    journal.append(round(2));
    expect(journal.hasEntries).toBe(true);
    expect(Journal.resume(path).earlier).toMatchObject({ seed: 6, entries: [round(2)] });
  });

  it('says what to do when there is nothing to resume', () => {
    expect(() => Journal.resume(join(folder, 'none'))).toThrow(/no unfinished run/);
  });

  it('leaves nothing behind once removed', () => {
    const journal = Journal.create(join(folder, 'j'), '2026-01-01T00:00:00Z', 5);
    journal.append(round(1));
    journal.remove();
    expect(() => readFileSync(join(folder, 'j'))).toThrow(/ENOENT/);
  });
});
