// Reading a journal back, as far as it can be read. Apart from its writing, because only this needs the library that
// checks what others may have written.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BenchError, messageOf } from '../../errors.ts';
import { type RoundEntry, roundEntrySchema } from './journal-entry.ts';

const headerSchema = z.object({
  journalVersion: z.literal(4),
  createdAt: z.iso.datetime(),
  seed: z.int(),
  machine: z.object({ cpuModel: z.string(), coreCount: z.number(), runtime: z.string() }),
});

/** What stands in the first line. */
export type JournalHeader = z.infer<typeof headerSchema>;

/** What a journal holds; undefined where there is none, or one that is not ours. Throws `FILE_READ`. */
export function readJournal(path: string): { header: JournalHeader; entries: RoundEntry[] } | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const hint = 'Move it away, or use another folder with --save.';
    throw new BenchError('FILE_READ', `cannot read the journal ${path}: ${messageOf(thrown)}`, hint, thrown);
  }
  const [first = '', ...rest] = text.split('\n');
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

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
