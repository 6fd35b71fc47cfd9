// Result files on disk. A file is whole or absent: written beside its place, flushed, then renamed.

import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  access,
  constants,
  mkdir,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { BenchError, messageOf } from '../errors.ts';
import type { ResultDocument } from '../model/document/document.ts';
import type { GateDocument } from '../model/document/gate-document.ts';
import type { GuessDocument } from '../model/teaching/guess.ts';

/** Names for streams that are open already: what stands behind one, even a file, is added to. */
const IS_OPEN_STREAM = /^\/dev\/(stdout|stderr|fd\/\d+)$|^\/proc\/(self|\d+)\/fd\/\d+$/;

/** Links that lead to links, at most: as many as Linux follows. */
const MOST_LINKS = 40;

/** Reads a result document, also one within a page. Throws `FILE_READ` or what `parseDocument` throws. */
export async function readDocument(path: string): Promise<ResultDocument> {
  const text = await readText(path);
  const { parseDocument } = await import('./parse.ts');
  return parseDocument(text, path);
}

/** Reads what was saved: a result document, or a gate's. Throws `FILE_READ` or what their parsers throw. */
export async function readSaved(path: string): Promise<ResultDocument | GateDocument> {
  const text = await readText(path);
  const { parseDocument, parseJson } = await import('./parse.ts');
  const { isGate, parseGateDocument } = await import('./gate/parse.ts');
  return isGate(parseJson(text, path)) ? parseGateDocument(text, path) : parseDocument(text, path);
}

/** Reads the file of a guess. Throws `FILE_READ` or what its parser throws. */
export async function readGuess(path: string): Promise<GuessDocument> {
  const text = await readText(path);
  const { parseGuessDocument } = await import('./guess/parse.ts');
  return parseGuessDocument(text, path);
}

async function readText(path: string): Promise<string> {
  const text = await readRaw(path);
  if (!text.slice(0, 200).includes('<')) return text;
  const { documentTextOf } = await import('./from-page.ts');
  return documentTextOf(text, path);
}

async function readRaw(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    const what =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a directory, expected a file' : messageOf(thrown);
    throw new BenchError(
      'FILE_READ',
      `${path} ${what}`,
      '`overlap show` without a file shows the latest result.',
      thrown,
    );
  }
}

/** Writes a result document whole or not at all. Throws `FILE_WRITE` or `DOCUMENT_INVALID`. */
export async function writeDocument(path: string, document: ResultDocument): Promise<void> {
  const { documentText } = await import('./parse.ts');
  await writeWhole(path, documentText(document));
}

/** Writes a text file whole or not at all, making its folder; a device or pipe is written to. Throws `FILE_WRITE`. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const existing = await statIfThere(path);
    if (IS_OPEN_STREAM.test(resolve(path)) || (existing && !existing.isFile())) {
      return await writeFile(path, text, { flag: 'a' });
    }
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

/**
 * Finds out, without leaving a trace, whether a file could be written: `kept` to be read again, or only `printed`, for
 * which a pipe will do. Throws `FILE_WRITE`.
 */
export async function assertWritable(path: string, purpose: 'kept' | 'printed'): Promise<void> {
  try {
    const existing = await statIfThere(path);
    if (existing?.isDirectory()) throw new Error('it is a directory');
    if (purpose === 'kept' && (existing?.isFIFO() || existing?.isSocket())) {
      throw new Error('it is a pipe, expected a file that can be read again');
    }
    if (existing) await access(path, constants.W_OK);
    if (existing?.isFile() !== false && !IS_OPEN_STREAM.test(resolve(path))) {
      await tryFolder(dirname(existing ? await realpath(path) : resolve(path)));
    }
  } catch (thrown) {
    throw writeError(path, messageOf(thrown), thrown);
  }
}

/** Makes a file in the nearest folder that exists, and removes it: permissions alone do not tell what a disk allows. */
async function tryFolder(folder: string): Promise<void> {
  const existing = await statIfThere(folder);
  if (!existing) return tryFolder(dirname(folder));
  const trial = join(folder, `.${randomUUID()}.tmp`);
  await writeFile(trial, '', { flag: 'wx' });
  await rm(trial, { force: true });
}

/** True for a place where a file is, or could be: no device, no pipe. */
export async function isRegularPlace(path: string): Promise<boolean> {
  const existing = await statIfThere(path);
  return existing === undefined || existing.isFile();
}

/** True when both paths lead to one file, through links of either kind, or will once it is written. Devices hold nothing. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const identity = await identityOf(one);
  return identity !== null && identity === (await identityOf(other));
}

async function identityOf(path: string, hops = MOST_LINKS): Promise<string | null> {
  // What cannot be looked at is refused by whoever reads or writes it.
  const existing = await stat(path, { bigint: true }).catch(() => undefined);
  if (existing) return existing.isFile() ? `${existing.dev}:${existing.ino}` : null;
  // A link to what is not there yet is that file as soon as it is written.
  const target = await readlink(path).catch(() => null);
  if (target !== null && hops > 0) return identityOf(resolve(dirname(path), target), hops - 1);
  const folder = dirname(resolve(path));
  return join(await realpath(folder).catch(() => folder), basename(path));
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}

function writeError(path: string, why: string, cause?: unknown): BenchError {
  return new BenchError('FILE_WRITE', `cannot write ${path}: ${why}`, 'Choose a place you may write to.', cause);
}
