// A history as it is read: all runs in the order of time, and what could not be read, by name. One file of rubbish among many
// is passed over and named; a newer format is refused, since all that matters may be in it.

import { BenchError } from '../errors.ts';
import type { HistoryRun } from '../model/document/history-run.ts';
import type { Place } from './place.ts';

/** One run as it lies there. */
export interface Entry {
  /** How messages call it: the path of its file, or the line of the file on the branch. */
  readonly name: string;
  readonly text: string;
}

/** A run and where it lies. */
export interface KeptRun extends Entry {
  readonly run: HistoryRun;
}

/** All of a place. */
export interface History {
  readonly place: Place;
  /** False where there is no such place yet. */
  readonly exists: boolean;
  /** The commit that was read, of a branch that is there; null for any other place. */
  readonly tip: string | null;
  /** In the order of time. */
  readonly kept: readonly KeptRun[];
  /** What is no run, and why; it is left as it is. */
  readonly broken: readonly (Entry & { readonly problem: BenchError })[];
}

/** Reads whatever lies in a place. Throws `FILE_READ`, and `FILE_NEWER` for a format that this version does not know. */
export async function readHistory(place: Place): Promise<History> {
  const { entries, tip } = await entriesOf(place);
  const { parseRun } = await import('./schema.ts');
  const kept: KeptRun[] = [];
  const broken: (Entry & { problem: BenchError })[] = [];
  for (const entry of entries ?? []) {
    try {
      kept.push({ ...entry, run: parseRun(entry.text, entry.name) });
    } catch (thrown) {
      if (!(thrown instanceof BenchError) || thrown.code === 'FILE_NEWER') throw thrown;
      broken.push({ ...entry, problem: thrown });
    }
  }
  kept.sort((one, other) => Date.parse(one.run.createdAt) - Date.parse(other.run.createdAt));
  return { place, exists: entries !== null, tip, kept, broken };
}

async function entriesOf(place: Place): Promise<{ entries: Entry[] | null; tip: string | null }> {
  if (place.kind === 'branch') return (await import('./branch.ts')).entriesOn(place);
  return { entries: await (await import('./folder.ts')).entriesIn(place.path), tip: null };
}

/**
 * The runs to judge by. Throws `FILE_READ` for a place that is not there, and for one where nothing is a run but
 * something lies there: that is no history, whatever it is.
 */
export function runsOf({ place, exists, kept, broken }: History): HistoryRun[] {
  const hint = 'Keep a run there: `overlap baseline add RESULT.json --history PLACE`.';
  if (!exists) throw new BenchError('FILE_READ', `there is no history at ${place.text}`, hint);
  const [first] = broken;
  if (kept.length === 0 && first !== undefined) {
    throw new BenchError('FILE_SCHEMA', `${place.text} is no history: ${first.problem.message}`, first.problem.hint);
  }
  return kept.map(({ run }) => run);
}

/** True where the same run lies there already. */
export function holds({ kept }: History, { createdAt, commit }: HistoryRun): boolean {
  return kept.some(({ run }) => run.createdAt === createdAt && run.commit === commit);
}
