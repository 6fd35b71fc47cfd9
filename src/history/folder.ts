// A history in a folder: a small file for each run, called by its date and commit, so that the names sort as the runs came,
// two jobs never write the same file, and a merge of two branches is the union of their runs.

import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assertWritable, writeWhole } from '../document/store.ts';
import { BenchError, messageOf } from '../errors.ts';
import type { HistoryRun } from '../model/document/history-run.ts';
import type { Entry } from './history.ts';

const COMMIT_LENGTH = 12;

/** What lies in the folder; null where there is none. Throws `FILE_READ`. */
export async function entriesIn(folder: string): Promise<Entry[] | null> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    const names = found.filter((each) => !each.isDirectory()).map(({ name }) => name);
    const paths = names
      .filter(isRunName)
      .sort()
      .map((name) => join(folder, name));
    return await Promise.all(paths.map(async (path) => ({ name: path, text: await readFile(path, 'utf8') })));
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    const what = code === 'ENOTDIR' ? 'is a file, expected the folder of a history' : messageOf(thrown);
    throw new BenchError('FILE_READ', `${folder} ${what}`, 'Name a folder, or BRANCH:FILE.', thrown);
  }
}

/** Others may keep a README beside the runs. */
function isRunName(name: string): boolean {
  return name.endsWith('.json') && !name.startsWith('.');
}

/** Where a run goes: `2026-11-29T16-45-26.000Z_0123456789ab.json`. */
export function fileName({ createdAt, commit }: Pick<HistoryRun, 'createdAt' | 'commit'>): string {
  const time = createdAt.replace(/[^\dTZ.-]/g, '-');
  const version = (commit ?? 'no-commit').replace(/[^\w.-]/g, '-').slice(0, COMMIT_LENGTH);
  return `${time}_${version}.json`;
}

/** Writes the file of a run, whole or not at all. Throws `FILE_WRITE`. */
export async function addTo(folder: string, run: HistoryRun): Promise<string> {
  const path = join(folder, fileName(run));
  await assertWritable(path, 'kept');
  await writeWhole(path, `${JSON.stringify(run)}\n`);
  return path;
}

/** Removes files of runs. Throws `FILE_WRITE`. */
export async function removeFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      await rm(path, { force: true });
    } catch (thrown) {
      throw new BenchError(
        'FILE_WRITE',
        `cannot remove ${path}: ${messageOf(thrown)}`,
        'Make the folder writable.',
        thrown,
      );
    }
  }
}
