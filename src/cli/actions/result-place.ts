// Where a result goes that nobody gave a place, and where the latest one is: in a folder of our own beside the user's work,
// which tells git to pass it over. A run of minutes is worth keeping, and one that is stopped can be resumed.

import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertWritable } from '../../document/store.ts';
import { BenchError, messageOf } from '../../errors.ts';

/** Where results go by themselves, below the working folder. */
export const OWN_FOLDER = '.overlap/';

/** What a result is called by itself: the time of its run, so that the names sort as they came. */
const IS_RESULT = /^\d{4}-\d\d-\d\dT[\d-]+(\.\d+)?Z\.json$/;

/** Whether a place names a folder that is to hold results, under names of their own. */
export function isFolder(place: string): boolean {
  return /[\\/]$/.test(place);
}

/** The file that a result goes to. */
export function resultPath(place: string = OWN_FOLDER): string {
  return isFolder(place) ? join(place, `${new Date().toISOString().replaceAll(':', '-')}.json`) : place;
}

/** Makes our own folder for a result, with a `.gitignore` for itself. Throws `FILE_WRITE`. */
export async function makeOwnFolder(path: string): Promise<void> {
  try {
    await mkdir(OWN_FOLDER, { recursive: true });
    await writeFile(join(OWN_FOLDER, '.gitignore'), '*\n', { flag: 'wx' }).catch(unlessThere);
    await assertWritable(path, 'kept');
  } catch (thrown) {
    const message = thrown instanceof BenchError ? thrown.message : `cannot write ${OWN_FOLDER}: ${messageOf(thrown)}`;
    throw new BenchError('FILE_WRITE', message, 'Name a place for the result: --save FILE, or --save FOLDER/.', thrown);
  }
}

function unlessThere(thrown: NodeJS.ErrnoException): void {
  if (thrown.code !== 'EEXIST') throw thrown;
}

/** The latest result in a folder that results went to by themselves. Throws `FILE_READ` where there is none. */
export function latestResult(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const latest = names
    .filter((name) => IS_RESULT.test(name))
    .sort()
    .at(-1);
  if (latest !== undefined) return join(folder, latest);
  throw new BenchError(
    'FILE_READ',
    `no result in ${folder}`,
    '`overlap run` makes one; or name a file: overlap show FILE.',
  );
}
