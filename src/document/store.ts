// Result files on disk. A file is whole or absent: written beside its place, flushed, then renamed.

import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BenchError, messageOf } from '../errors.ts';
import type { ResultDocument } from '../model/document.ts';

/** Reads a result document. Throws `FILE_READ` or what `parseDocument` throws. */
export async function readDocument(path: string): Promise<ResultDocument> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    const what =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a directory, expected a file' : messageOf(thrown);
    throw new BenchError('FILE_READ', `${path} ${what}`, 'Result files are listed by `ls results`.', thrown);
  }
  const { parseDocument } = await import('./parse.ts');
  return parseDocument(text, path);
}

/** Writes a result document whole or not at all. Throws `FILE_WRITE` or `DOCUMENT_INVALID`. */
export async function writeDocument(path: string, document: ResultDocument): Promise<void> {
  const { documentText } = await import('./parse.ts');
  await writeWhole(path, documentText(document));
}

/** Writes a text file whole or not at all, making its folder; a device or pipe is written to. Throws `FILE_WRITE`. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const existing = await stat(path).catch(() => undefined);
    if (existing && !existing.isFile()) return await writeFile(path, text);
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(existing ? await realpath(path) : path, text);
  } catch (thrown) {
    throw writeError(path, messageOf(thrown), thrown);
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => {});
    throw thrown;
  }
}

/** Finds out before a run whether its result could be written. Throws `FILE_WRITE`. */
export async function assertWritable(path: string): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory()) throw writeError(path, 'it is a directory');
  try {
    await mkdir(dirname(path), { recursive: true });
    await access(dirname(path), constants.W_OK);
    if (existing) await access(path, constants.W_OK);
  } catch (thrown) {
    throw writeError(path, messageOf(thrown), thrown);
  }
}

function writeError(path: string, why: string, cause?: unknown): BenchError {
  return new BenchError('FILE_WRITE', `cannot write ${path}: ${why}`, 'Choose a place you may write to.', cause);
}
