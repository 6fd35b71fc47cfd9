// Where a command may write, looked at before it reads or measures anything: a result that took minutes is not lost to a
// name that cannot be written, and no report replaces what it was made from.

import { assertWritable, isSameFile } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import { isOwnStream } from './deliver.ts';

/** Files to write, by the flags that named them. */
export interface Places {
  readonly '--save'?: string | undefined;
  readonly '--raw'?: string | undefined;
  readonly '--save-guess'?: string | undefined;
  readonly '--out'?: string | undefined;
}

/** Throws `FILE_WRITE` for a place that cannot be written, `USAGE` for one that is also read or written twice. */
export async function assertPlaces(places: Places, inputPaths: readonly string[]): Promise<void> {
  const { '--out': out, ...kept } = places;
  for (const [flag, path] of Object.entries(places)) {
    if (path === undefined) continue;
    for (const inputPath of inputPaths) {
      if (await isSameFile(path, inputPath)) throw refuse(flag, `another file than ${inputPath}, which is read`, path);
    }
  }
  const entries = Object.entries(kept);
  for (const [index, [flag, path]] of entries.entries()) {
    if (path === undefined) continue;
    for (const [earlierFlag, earlier] of entries.slice(0, index)) {
      if (earlier !== undefined && (await isSameFile(path, earlier))) {
        throw refuse(flag, `another file than ${earlierFlag} ${earlier}`, path);
      }
    }
    if (out !== undefined && (await isSameFile(path, out))) {
      throw refuse('--out', `another file than ${flag} ${path}, which holds the numbers`, out);
    }
    await assertWritable(path, 'kept');
  }
  if (out !== undefined && !isOwnStream(out)) await assertWritable(out, 'printed');
}

function refuse(flag: string, expected: string, got: string): BenchError {
  return new BenchError('USAGE', `${flag}: expected ${expected}, got '${got}'`, 'Choose another name.');
}
