// The journal of a run in progress: a header, then one appended line for each finished round. A run that is killed loses
// at most the round it was in; `--resume` replays the file and goes on. It is removed when the run has ended well.

import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BenchError } from '../errors.ts';
import { type RoundEntry, roundEntrySchema } from './journal-entry.ts';
import type { RunRequest } from './run-settings.ts';

const headerSchema = z.object({ journalVersion: z.literal(1), createdAt: z.string(), seed: z.int() });

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

  /** Starts a journal, replacing any earlier one of the same configuration. The file appears with the first entry. */
  static create(path: string, createdAt: string, seed: number): Journal {
    rmSync(path, { force: true });
    return new Journal(path, `${JSON.stringify({ journalVersion: 1, createdAt, seed })}\n`);
  }

  /** Goes on with an existing journal. Throws `USAGE` when there is none, `FILE_SCHEMA` when its header is unreadable. */
  static resume(path: string): { journal: Journal; earlier: EarlierRun } {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      throw new BenchError(
        'USAGE',
        '--resume: no unfinished run with exactly these scenarios and flags',
        'Use the flags of the run that was stopped, or start afresh without --resume.',
      );
    }
    const lines = text.split('\n');
    const header = headerSchema.safeParse(parseLine(lines[0] ?? ''));
    if (!header.success) {
      throw new BenchError('FILE_SCHEMA', `${path} is not a journal`, 'Start afresh without --resume.');
    }
    const entries: RoundEntry[] = [];
    for (const line of lines.slice(1)) {
      // A line that was cut off by a kill is the round that was lost.
      const entry = roundEntrySchema.safeParse(parseLine(line));
      if (entry.success) entries.push(entry.data);
    }
    const kept = entries.map((entry) => JSON.stringify(entry));
    writeFileSync(path, [lines[0], ...kept, ''].join('\n'));
    return { journal: new Journal(path, null), earlier: { ...header.data, entries } };
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

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
