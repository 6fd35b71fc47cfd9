// Measures, saves the document, prints the report. Whatever fails on the way must not take the numbers with it.

import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { isEmptyHanded, outcomeOfRun } from '../../api/outcome.ts';
import { toldRun } from '../../api/rendering/told-run.ts';
import { planRun } from '../../api/running/plan-run.ts';
import { isRegularPlace, writeDocument } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { ResultDocument } from '../../model/document.ts';
import type { RunFlags } from '../commands/run.ts';
import { assertGentle, prepareRun, type ReadyRun } from '../runner.ts';
import { drawingFor } from '../shell/drawing.ts';
import { openProgressLine } from '../shell/progress.ts';
import { type Shell, say } from '../shell/shell.ts';
import { budgetWarning, overrunWarning } from './budget.ts';
import { deliver, findRenderer } from './deliver.ts';
import { flagOf, measureOptionsOf } from './measure-flags.ts';
import { assertPlaces } from './places.ts';
import { makeOwnFolder, resultPath } from './result-place.ts';
import { serverNotes } from './server-notes.ts';

const RESUME_HINT = 'go on with the same flags and --resume.';

export async function run(shell: Shell, names: string[], flags: RunFlags): Promise<ExitCode> {
  const renderer = await findRenderer(flags.format, flags);
  const savePath = resultPath(flags.save);
  await assertPlaces({ '--save': flags.save && savePath, '--out': flags.out }, names);
  const interrupt = shell.interrupted();
  const request = await planRun(names, measureOptionsOf(flags), flagOf, interrupt, {
    tags: flags.tag,
    kinds: flags.kind,
  });
  if (flags.save === undefined) await makeOwnFolder(savePath);
  // Beside a device there is no place for a journal.
  const folder = (await isRegularPlace(savePath)) ? dirname(savePath) : tmpdir();
  const ready = await prepareRun(request, folder, flags.resume ?? false, ({ message, hint }) =>
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
  const document = await measure(shell, ready, interrupt);
  const overrun = overrunWarning(document);
  if (overrun !== null) say(shell, overrun);
  if (isEmptyHanded(document)) {
    say(shell, `Interrupted before the first sample: nothing was measured, and ${savePath} is as it was.`);
    return EXIT.interrupted;
  }
  const unsaved = await save(shell, document, savePath, ready);
  const told = toldRun(savePath, document);
  const text = renderer.renderReports([told], drawingFor(shell, flags));
  try {
    await deliver(shell, text, flags.out);
  } catch (thrown) {
    shell.stdout.write(text);
    throw unsaved ?? thrown;
  }
  if (unsaved !== undefined) throw unsaved;
  if (!document.complete && ready.keptIn !== null) say(shell, `Interrupted: ${RESUME_HINT}`);
  return outcomeOfRun(told.report);
}

async function measure(shell: Shell, ready: ReadyRun, signal: AbortSignal): Promise<ResultDocument> {
  const line = openProgressLine(shell);
  try {
    const onRequestsSpent = ({ message, hint }: BenchError) => {
      line.clear();
      say(shell, `The run ends here: ${message}. ${hint}`);
    };
    return await ready.start({ onProgress: line.update, signal, onRequestsSpent });
  } catch (thrown) {
    if (ready.keptIn !== null) say(shell, `What was measured so far is kept in ${ready.keptIn}: ${RESUME_HINT}`);
    throw thrown;
  } finally {
    line.clear();
  }
}

/** Saves the document; what stands in the way is returned, since the report is still to be printed. */
async function save(shell: Shell, document: ResultDocument, path: string, ready: ReadyRun): Promise<unknown> {
  try {
    await writeDocument(path, document);
  } catch (thrown) {
    const keptIn = ready.keptIn;
    ready.leave();
    if (!(thrown instanceof BenchError) || thrown.code !== 'FILE_WRITE' || keptIn === null) return thrown;
    const { code, message, hint } = thrown;
    return new BenchError(code, message, `${hint} The numbers are kept in ${keptIn}: ${RESUME_HINT}`, thrown);
  }
  if (document.complete) ready.forget();
  say(shell, `Saved ${path}. Show it again: overlap show ${path}`);
  return undefined;
}
