// The journal of a run in progress: a header, then one appended line for each finished round. A run that is killed loses
// at most the round it was in; `--resume` replays the file and goes on. It is removed when the run has ended well. A
// journal that cannot be written costs the safety, never the run.

import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError, messageOf } from '../../errors.ts';
import { keyText } from '../../model/arm-key.ts';
import type { Environment } from '../../model/document/document.ts';
import { describeMachine } from '../environment.ts';
import { planArms } from '../plan/arms.ts';
import type { RunRequest } from '../plan/run-settings.ts';
import type { RoundEntry } from './journal-entry.ts';
import type { JournalHeader } from './journal-file.ts';
import { RunLock } from './run-lock.ts';

/** What is needed to go on with an earlier run. */
export interface EarlierRun {
  readonly createdAt: string;
  readonly seed: number;
  readonly entries: readonly RoundEntry[];
}

/** Told once, with a `FILE_WRITE`, when the journal cannot be written and the run goes on without it. */
export type OnLost = (error: BenchError) => void;

/** The journal file of a configuration: everything that decides what is measured, the scenario files included. */
export function journalPath(folder: string, request: Omit<RunRequest, 'seed'>): string {
  const { tool, settings, scenarios, strategies } = request;
  const key = createHash('sha256').update(JSON.stringify([tool, settings]));
  for (const { url, ...scenario } of scenarios) {
    const { arms } = planArms(scenario, strategies, settings);
    key.update(JSON.stringify([scenario, arms.map((arm) => [keyText(arm.key), arm.strategy.shape])]));
    key.update(readFileSync(fileURLToPath(url)));
  }
  return join(folder, `.journal-${key.digest('hex').slice(0, 16)}.jsonl`);
}

export class Journal {
  readonly path: string;
  readonly #lock: RunLock | null;
  readonly #onLost: OnLost;
  /** Written before the first entry; null once it stands in the file. */
  #header: string | null;
  #isLost = false;

  private constructor(path: string, lock: RunLock | null, header: string | null, onLost: OnLost) {
    this.path = path;
    this.#lock = lock;
    this.#header = header;
    this.#onLost = onLost;
  }

  /**
   * Starts a journal, for this run alone. An earlier one of the same configuration stays until the first entry replaces
   * it. Throws `USAGE` while another run has it.
   */
  static create(path: string, createdAt: string, seed: number, onLost: OnLost = () => {}): Journal {
    const header: JournalHeader = { journalVersion: 4, createdAt, seed, machine: describeMachine() };
    try {
      mkdirSync(dirname(path), { recursive: true });
      return new Journal(path, RunLock.take(path), `${JSON.stringify(header)}\n`, onLost);
    } catch (thrown) {
      if (thrown instanceof BenchError) throw thrown;
      const journal = new Journal(path, null, null, onLost);
      journal.#lose(thrown);
      return journal;
    }
  }

  /** Rounds that an earlier, unfinished run of the same configuration left behind; 0 where nothing can be read. */
  static async unfinishedRoundCount(path: string): Promise<number> {
    const { readJournal } = await import('./journal-file.ts');
    try {
      const { entries = [] } = readJournal(path) ?? {};
      const rounds = new Map(entries.map(({ scenarioId, roundCount }) => [scenarioId, roundCount]));
      return [...rounds.values()].reduce((sum, count) => sum + count, 0);
    } catch {
      return 0;
    }
  }

  /**
   * Goes on with an existing journal, for this run alone. Throws `USAGE` when there is none, another run has it, or it is
   * another machine's; `FILE_READ` or `FILE_WRITE` when it cannot be read or rewritten.
   */
  static async resume(path: string, onLost: OnLost = () => {}): Promise<{ journal: Journal; earlier: EarlierRun }> {
    const { readJournal } = await import('./journal-file.ts');
    if (!readJournal(path)) throw nothingToResume();
    let lock: RunLock | undefined;
    try {
      lock = RunLock.take(path);
      // Whoever had it may have written, or removed it, until now.
      const existing = readJournal(path);
      if (!existing) throw nothingToResume();
      const { header, entries } = existing;
      refuseOtherMachine(path, header.machine);
      writeFileSync(path, [header, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(''));
      return { journal: new Journal(path, lock, null, onLost), earlier: { ...header, entries } };
    } catch (thrown) {
      lock?.release();
      throw thrown instanceof BenchError ? thrown : writeError(path, thrown);
    }
  }

  /** True when there is something to resume, and it is all there is. */
  get hasEntries(): boolean {
    return this.#header === null && this.#lock !== null && !this.#isLost;
  }

  /** Writes what one round added. Never throws: a journal that is lost is lost once. */
  append(entry: RoundEntry): void {
    if (this.#isLost) return;
    try {
      if (this.#header !== null) writeFileSync(this.path, this.#header);
      this.#header = null;
      appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
    } catch (thrown) {
      this.#lose(thrown);
    }
  }

  /** Lets another run have the journal; what it holds can be resumed. */
  close(): void {
    this.#lock?.release();
  }

  /** Removes the journal of a run whose result is safe. */
  remove(): void {
    try {
      if (this.#lock !== null) rmSync(this.path, { force: true });
    } catch {
      // What could not be written may be what cannot be removed; the result is safe elsewhere.
    }
    this.close();
  }

  #lose(thrown: unknown): void {
    this.#isLost = true;
    this.#onLost(writeError(this.path, thrown));
  }
}

function nothingToResume(): BenchError {
  return new BenchError(
    'USAGE',
    '--resume: no unfinished run with exactly these scenarios and flags',
    'Use the flags and the config file of the run that was stopped, or start afresh without --resume.',
  );
}

/** Samples of two machines in one result would be compared as if they were one's. */
function refuseOtherMachine(path: string, machine: JournalHeader['machine']): void {
  const here = describeMachine();
  const words = (each: Pick<Environment, 'cpuModel' | 'coreCount' | 'runtime'>) =>
    `${each.cpuModel}, ${each.coreCount} cores, ${each.runtime}`;
  if (words(machine) === words(here)) return;
  throw new BenchError(
    'USAGE',
    `--resume: the unfinished run was made on ${words(machine)}; this is ${words(here)} (${path})`,
    'Go on where it was begun, or start afresh without --resume.',
  );
}

function writeError(path: string, thrown: unknown): BenchError {
  const hint = 'The run goes on without it: what it measures is kept only if it ends by itself or by Ctrl-C.';
  return new BenchError('FILE_WRITE', `cannot write the journal ${path}: ${messageOf(thrown)}`, hint, thrown);
}
