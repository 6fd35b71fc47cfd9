// Writes a file that was not there; what is there stays as it is.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BenchError, messageOf } from '../../errors.ts';

/** Makes its folders, too. `another` says how to name another place. Throws `FILE_WRITE`. */
export async function writeNew(path: string, text: string, another: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (thrown) {
    const isThere = (thrown as NodeJS.ErrnoException).code === 'EEXIST';
    const why = isThere ? 'it is there already, and stays as it is' : messageOf(thrown);
    const hint = isThere ? `Give another name: ${another}` : `Choose a place you may write to: ${another}`;
    throw new BenchError('FILE_WRITE', `cannot write ${path}: ${why}`, hint, thrown);
  }
}
