// How a history changes: a run is added, or the oldest are removed. Never otherwise: a history that keeps the best calls the
// ordinary a regression.

import { BenchError } from '../errors.ts';
import type { HistoryRun } from '../model/document/history-run.ts';
import { type History, holds, type KeptRun } from './history.ts';

/** What was done. */
export interface Changed {
  /** Where the run lies; null where it lay there already. */
  readonly path: string | null;
  /** The command that shares it; null for a folder. */
  readonly push: string | null;
}

/** Adds a run that is not there yet. Throws `FILE_WRITE`. */
export async function addRun(history: History, run: HistoryRun): Promise<Changed> {
  const { place, kept, broken, tip } = history;
  if (holds(history, run)) return { path: null, push: null };
  if (place.kind === 'folder') {
    const { addTo } = await import('./folder.ts');
    return { path: await addTo(place.path, run), push: null };
  }
  const { writeLines } = await import('./branch.ts');
  const lines = [...[...kept, ...broken].map(({ text }) => text), JSON.stringify(run)];
  return {
    path: place.text,
    push: await writeLines(place, { lines, tip, message: `Keep the run of ${run.createdAt}` }),
  };
}

/** Removes all runs but these; what is no run stays. Throws `FILE_WRITE`. */
export async function keepOnly(
  { place, kept, broken, tip }: History,
  wanted: ReadonlySet<KeptRun>,
): Promise<string | null> {
  const removed = kept.filter((each) => !wanted.has(each));
  if (removed.length === 0) return null;
  if (place.kind === 'folder') {
    await (await import('./folder.ts')).removeFiles(removed.map(({ name }) => name));
    return null;
  }
  const lines = [...kept.filter((each) => wanted.has(each)), ...broken].map(({ text }) => text);
  const message = `Remove ${removed.length} ${removed.length === 1 ? 'run' : 'runs'} from the history`;
  return (await import('./branch.ts')).writeLines(place, { lines, tip, message });
}

/** Throws `USAGE` for a run that is no measure of the main branch. */
export function assertFit(run: HistoryRun, name: string): void {
  if (!run.complete) {
    throw new BenchError(
      'USAGE',
      `${name} was interrupted: it holds fewer rounds than others`,
      'Add a run that went to its end.',
    );
  }
  if (run.commit?.endsWith('-dirty')) {
    throw new BenchError(
      'USAGE',
      `${name} was made of files that were not committed (${run.commit}): no other run is of that code`,
      'Commit them, and measure again.',
    );
  }
  if (run.cells.every(({ state }) => state !== 'measured')) {
    throw new BenchError('USAGE', `${name} has no cell with numbers`, 'Add a run whose cells were measured.');
  }
}
