// The journal of a run in progress: a header, then one appended line for each finished round. A run that is killed loses
// at most the round it was in; `--resume` replays the file and goes on. It is removed when the run has ended well.

import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BenchError } from '../../errors.ts';
import type { RunRequest } from '../plan/run-settings.ts';
import { type RoundEntry, roundEntrySchema } from './journal-entry.ts';

const headerSchema = z.object({
  journalVersion: z.literal(1),
  createdAt: z.string(),
  seed: z.int(),
  /** Process that writes the journal. */
  pid: z.int(),
});

/** What is needed to go on with an earlier run. */
export interface EarlierRun {
  readonly createdAt: string;
  readonly seed: number;
  readonly entries: readonly RoundEntry[];
}

/** The journal file of a configuration: everything that decides what is measured, the scenario files included. */
export function journalPath(folder: string, request: Omit<RunRequest, 'seed'>): string {
  const key = createHash('sha256').update(JSON.stringify([request.tool, request.settings]));
  for (const { url } of request.scenarios) key.update(readFileSync(fileURLToPath(url)));
  return join(folder, `.journal-${key.digest('hex').slice(0, 16)}.jsonl`);
}

export class Journal {
  readonly path: string;
  /** Written before the first entry; null once it stands in the file. */
  #header: string | null;

  private constructor(path: string, header: string | null) {
    this.path = path;
    this.#header = header;
  }

  /**
   * Starts a journal. An earlier one of the same configuration stays until the first entry replaces it. Throws `USAGE`
   * when the process that writes it is alive.
   */
  static create(path: string, createdAt: string, seed: number): Journal {
    const existing = read(path);
    if (existing) refuseIfAlive(existing.header.pid);
    return new Journal(path, `${JSON.stringify({ journalVersion: 1, createdAt, seed, pid: process.pid })}\n`);
  }

  /** Rounds that an earlier, unfinished run of the same configuration left behind. */
  static unfinishedRoundCount(path: string): number {
    const { entries = [] } = read(path) ?? {};
    const rounds = new Map(entries.map(({ scenarioId, roundCount }) => [scenarioId, roundCount]));
    return [...rounds.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Goes on with an existing journal. Throws `USAGE` when there is none that can be read, or its writer is alive. */
  static resume(path: string): { journal: Journal; earlier: EarlierRun } {
    const existing = read(path);
    if (!existing) {
      throw new BenchError(
        'USAGE',
        '--resume: no unfinished run with exactly these scenarios and flags',
        'Use the flags of the run that was stopped, or start afresh without --resume.',
      );
    }
    const { header, entries } = existing;
    refuseIfAlive(header.pid);
    const lines = [{ ...header, pid: process.pid }, ...entries].map((line) => `${JSON.stringify(line)}\n`);
    writeFileSync(path, lines.join(''));
    return { journal: new Journal(path, null), earlier: { ...header, entries } };
  }

  /** True when there is something to resume. */
  get hasEntries(): boolean {
    return this.#header === null;
  }

  append(entry: RoundEntry): void {
    if (this.#header !== null) {
      mkdirSync(dirname(this.path), { recursive: true });
      writeFileSync(this.path, this.#header);
      this.#header = null;
    }
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}

/** What a journal holds, as far as it can be read; undefined without a journal. */
function read(path: string): { header: z.infer<typeof headerSchema>; entries: RoundEntry[] } | undefined {
  if (!existsSync(path)) return undefined;
  const [first = '', ...rest] = readFileSync(path, 'utf8').split('\n');
  const header = headerSchema.safeParse(parseLine(first));
  if (!header.success) return undefined;
  const entries: RoundEntry[] = [];
  const lastRounds = new Map<string, number>();
  for (const line of rest) {
    // A line that was cut off by a kill is the round that was lost; one that does not follow the last is no round.
    const entry = roundEntrySchema.safeParse(parseLine(line));
    if (!entry.success || !follows(entry.data, lastRounds.get(entry.data.scenarioId) ?? 0)) continue;
    lastRounds.set(entry.data.scenarioId, entry.data.roundCount);
    entries.push(entry.data);
  }
  return { header: header.data, entries };
}

/** Samples of the next round, or none. */
function follows({ roundCount, cells }: RoundEntry, lastRoundCount: number): boolean {
  const rounds = new Set(cells.flatMap(({ samples }) => samples.map(({ round }) => round)));
  if (rounds.size === 0) return roundCount === lastRoundCount;
  return roundCount === lastRoundCount + 1 && rounds.size === 1 && rounds.has(lastRoundCount);
}

function refuseIfAlive(pid: number): void {
  if (pid === process.pid) return;
  try {
    process.kill(pid, 0);
  } catch {
    return;
  }
  throw new BenchError(
    'USAGE',
    `a run with the same scenarios and flags is under way (process ${pid})`,
    'Wait for it, or use another folder with --save: two runs at once would only disturb each other.',
  );
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
