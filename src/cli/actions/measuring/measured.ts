// Measures what was planned and saves the document, for `run` and for what measures as it does. Whatever fails on the way must
// not take the numbers with it.

import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { isEmptyHanded } from '../../../api/outcome.ts';
import { isRegularPlace, writeDocument } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import type { ResultDocument } from '../../../model/document/document.ts';
import type { RunRequest } from '../../../runner/plan/run-settings.ts';
import { programWords } from '../../init/program-words.ts';
import type { MeasureFlags } from '../../run-flags.ts';
import { assertGentle, prepareRun, type ReadyRun } from '../../runner.ts';
import { openProgressLine } from '../../shell/progress.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { budgetWarning, overrunWarning } from './budget.ts';
import { serverNotes } from './server-notes.ts';

/** How a run is to be kept. */
export interface Keeping {
  readonly savePath: string;
  readonly resume: boolean;
  /** How to go on with it after an interrupt, as the end of a sentence. */
  readonly resumeHint: string;
}

/** A run that left something behind. */
export interface Measured {
  readonly document: ResultDocument;
  /** What stood in the way of saving it, to be thrown once the numbers are told; undefined for nothing. */
  readonly unsaved: unknown;
  /** How to go on with a run that was interrupted; null where there is nothing to go on with. */
  readonly resumeHint: string | null;
}

/** Null for a run that was interrupted before its first sample: it says so, and leaves everything as it was. */
export async function measured(
  shell: Shell,
  request: RunRequest,
  flags: Pick<MeasureFlags, 'budget' | 'rounds'>,
  keeping: Keeping,
  interrupt: AbortSignal,
): Promise<Measured | null> {
  const { savePath, resume, resumeHint } = keeping;
  // Beside a device there is no place for a journal.
  const folder = (await isRegularPlace(savePath)) ? dirname(savePath) : tmpdir();
  const ready = await prepareRun(request, folder, resume, ({ message, hint }) =>
    say(shell, `warning: ${message}\n${hint}`),
  );
  if (ready.replacedRoundCount > 0) {
    const rounds = `An unfinished run with ${ready.replacedRoundCount} rounds`;
    say(shell, `${rounds} is here and will be replaced; --resume goes on with it.`);
  }
  // The defaults are chosen to be kept; a number of rounds is kept whatever it takes.
  if (flags.budget !== undefined && flags.rounds === undefined) {
    const warning = budgetWarning(flags.budget, request);
    if (warning !== null) say(shell, warning);
  }
  const { scenarios, strategies, settings } = request;
  assertGentle(scenarios, strategies, settings);
  for (const line of serverNotes(scenarios, settings)) say(shell, line);
  const document = await measure(shell, ready, keeping, interrupt);
  const overrun = overrunWarning(document);
  if (overrun !== null) say(shell, overrun);
  if (isEmptyHanded(document)) {
    say(shell, `Interrupted before the first sample: nothing was measured, and ${savePath} is as it was.`);
    return null;
  }
  const unsaved = await save(shell, document, keeping, ready);
  const isOpen = !document.complete && ready.keptIn !== null;
  return { document, unsaved, resumeHint: isOpen ? `Interrupted: ${resumeHint}` : null };
}

async function measure(
  shell: Shell,
  ready: ReadyRun,
  { resumeHint }: Keeping,
  signal: AbortSignal,
): Promise<ResultDocument> {
  const line = openProgressLine(shell);
  try {
    const onRequestsSpent = ({ message, hint }: BenchError) => {
      line.clear();
      say(shell, `The run ends here: ${message}. ${hint}`);
    };
    return await ready.start({ onProgress: line.update, signal, onRequestsSpent });
  } catch (thrown) {
    if (ready.keptIn !== null) say(shell, `What was measured so far is kept in ${ready.keptIn}: ${resumeHint}`);
    throw thrown;
  } finally {
    line.clear();
  }
}

/** Saves the document; what stands in the way is returned, since the report is still to be printed. */
async function save(
  shell: Shell,
  document: ResultDocument,
  { savePath, resumeHint }: Keeping,
  ready: ReadyRun,
): Promise<unknown> {
  try {
    await writeDocument(savePath, document);
  } catch (thrown) {
    const keptIn = ready.keptIn;
    ready.leave();
    if (!(thrown instanceof BenchError) || thrown.code !== 'FILE_WRITE' || keptIn === null) return thrown;
    const { code, message, hint } = thrown;
    return new BenchError(code, message, `${hint} The numbers are kept in ${keptIn}: ${resumeHint}`, thrown);
  }
  if (document.complete) ready.forget();
  say(shell, `Saved ${savePath}. Show it again: ${programWords(shell.env)} show ${savePath}`);
  return undefined;
}
