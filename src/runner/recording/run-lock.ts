// One run at a time for one journal. The lock is a file of its own, there from the first moment of a run and gone with
// it; one that was left behind by a killed run is told from one that is held, and taken over.

import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BenchError } from '../../errors.ts';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** More takers than this at one moment are refused one by one anyway. */
const MOST_ATTEMPTS = 5;

export class RunLock {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Takes the lock of a journal. Throws `USAGE` while another run holds it, or the system's own error. */
  static take(journalPath: string): RunLock {
    const path = join(dirname(journalPath), `.lock-${basename(journalPath).replace(/^\./, '')}`);
    const own = `${path}.${randomUUID()}`;
    try {
      // Linked into its place, the file is there with all of its text or not at all.
      writeFileSync(own, JSON.stringify(ownIdentity()));
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        if (isLinked(own, path)) return new RunLock(path);
        const holder = readHolder(path);
        if (holder && isRunning(holder)) throw underWay(journalPath, holder);
        removeStale(path);
      }
      throw underWay(journalPath, null);
    } finally {
      rmSync(own, { force: true });
    }
  }

  /** Lets the next run have the journal. */
  release(): void {
    rmSync(this.#path, { force: true });
  }
}

function isLinked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  }
}

function readHolder(path: string): ProcessIdentity | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessIdentity>;
    return typeof holder.pid === 'number' ? { startTicks: null, bootId: null, ...holder, pid: holder.pid } : null;
  } catch {
    return null;
  }
}

/** Two runs may find the same stale lock; what the slower one moves away is then the faster one's, and goes back. */
function removeStale(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && isRunning(moved)) isLinked(aside, path);
  rmSync(aside, { force: true });
}

function underWay(journalPath: string, holder: ProcessIdentity | null): BenchError {
  return new BenchError(
    'USAGE',
    `a run with the same scenarios and flags is under way (process ${holder?.pid ?? 'unknown'}, journal ${journalPath})`,
    'Wait for it, or use another folder with --save: two runs at once would only disturb each other.',
  );
}
