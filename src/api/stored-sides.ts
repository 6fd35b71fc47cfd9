// What a stored comparison is made from: head, a document or a history as base, and the past runs to judge by.

import { stat } from 'node:fs/promises';
import { BenchError } from '../errors.ts';
import { type History, readHistory, runsOf } from '../history/history.ts';
import { DEFAULT_PLACE, isOnBranch, placeOf } from '../history/place.ts';
import type { ResultDocument } from '../model/document/document.ts';
import type { HistoryRun } from '../model/document/history-run.ts';
import type { FileUrl } from '../model/file-url.ts';
import { documentFrom } from './documents.ts';
import type { DocumentSource } from './other-options.ts';
import { pathOf } from './path-of.ts';

/** Everything that a comparison is built from. */
export interface StoredSides {
  /** Null where the past runs themselves are the base. */
  readonly base: ResultDocument | null;
  readonly head: ResultDocument;
  readonly pastRuns: readonly HistoryRun[];
  /** What lies in the history and is no run, in words. */
  readonly unreadable: readonly string[];
}

/** How messages call the place of the history. */
interface Named {
  readonly history: string;
}

/** Reads all of them. Throws as `readDocument` does, and `USAGE` for two histories. */
export async function storedSides(
  base: DocumentSource,
  head: DocumentSource,
  history: string | FileUrl | undefined,
  named: Named,
): Promise<StoredSides> {
  const place = await historyNamedBy(base);
  if (place !== null && history !== undefined) {
    const message = `${named.history}: base is a history already (${place}), expected one of both`;
    throw new BenchError('USAGE', message, `Leave ${named.history} out, or give a result document as base.`);
  }
  const read = place === null ? await given(history, named) : await readHistory(placeOf(place, 'base'));
  const past = { pastRuns: read === null ? [] : runsOf(read), unreadable: read === null ? [] : wordsFor(read) };
  if (place !== null && past.pastRuns.length === 0) {
    const hint = 'Keep a run there: `overlap baseline add RESULT.json --history PLACE`.';
    throw new BenchError('FILE_READ', `${place} holds no run yet`, hint);
  }
  return {
    base: place === null ? await documentFrom(base, 'base') : null,
    head: await documentFrom(head, 'head'),
    ...past,
  };
}

/** The place that base names where it is a history: a folder, or a file on a branch. */
async function historyNamedBy(base: DocumentSource): Promise<string | null> {
  if (typeof base !== 'string' && !(base instanceof URL)) return null;
  const path = pathOf(base);
  const found = await stat(path).catch(() => null);
  if (found !== null) return found.isDirectory() ? path : null;
  return isOnBranch(path) ? path : null;
}

/** The history that was asked for; else the one in the usual place, if there is any. */
async function given(history: string | FileUrl | undefined, named: Named): Promise<History | null> {
  if (history !== undefined) {
    return readHistory(placeOf(pathOf(history), named.history));
  }
  const usual = await readHistory(placeOf(DEFAULT_PLACE, named.history));
  return usual.exists ? usual : null;
}

function wordsFor({ broken }: History): string[] {
  return broken.map(({ problem }) => problem.message);
}
