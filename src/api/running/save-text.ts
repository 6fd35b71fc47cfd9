// A result that took minutes is not lost to a disk that filled up meanwhile.

import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';

/** Writes the text of a document; where that fails, beside everybody's temporary files. Throws `FILE_WRITE` all the same. */
export async function saveText(path: string, text: string, elsewhere = tmpdir()): Promise<void> {
  try {
    await writeWhole(path, text);
  } catch (thrown) {
    const kept = join(elsewhere, `overlap-${randomUUID()}.json`);
    const isKept = await writeWhole(kept, text).then(
      () => true,
      () => false,
    );
    if (!isKept || !(thrown instanceof BenchError)) throw thrown;
    throw new BenchError(thrown.code, thrown.message, `${thrown.hint} The numbers are kept in ${kept}.`, thrown);
  }
}
