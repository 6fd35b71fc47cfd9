// A run that a program asked for: planned as the command plans it, measured by the same conductor, told by the same
// report. What a terminal needs is left out, and nothing is written that was not asked for.

import { resolve } from 'node:path';
import { assertWritable, isSameFile } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import type { ResultDocument } from '../../model/document/document.ts';
import { buildReport } from '../../report/build-report.ts';
import type { RunRequest } from '../../runner/plan/run-settings.ts';
import { runBenchmarks } from '../../runner/run-benchmarks.ts';
import { checkedOptions } from '../checks/check-options.ts';
import { isEmptyHanded, outcomeOfRun } from '../outcome.ts';
import { pathOf } from '../path-of.ts';
import type { RunOptions, RunOutcome, ScenarioSource } from '../run-options.ts';
import { inTurn } from './in-turn.ts';
import { planRun } from './plan-run.ts';
import { refuseInsideScenario } from './refuse-inside.ts';
import { RUN_CHECKS } from './run-checks.ts';
import { saveText } from './save-text.ts';
import { namesOf } from './sources.ts';

/** In a program, an option is called what it is called. */
const ownName = (option: string): string => option;

/** Rejects as `runScenario` says. */
export async function runAll(sources: readonly ScenarioSource[], options: RunOptions): Promise<RunOutcome> {
  refuseInsideScenario();
  const names = namesOf(sources);
  const {
    signal = new AbortController().signal,
    onProgress = () => {},
    saveTo,
    ...asked
  } = checkedOptions<RunOptions>(options, RUN_CHECKS);
  // The program may go to another folder meanwhile.
  const savePath = saveTo === undefined ? null : resolve(pathOf(saveTo));
  if (savePath !== null) await assertPlace(savePath, names);
  return inTurn(signal, async () => {
    const document = await orReason(signal, async () => {
      const request = await planRun(names, asked, ownName, signal);
      return measure(request, signal, onProgress);
    });
    // A document that nobody could read again is none, whether it is saved or not.
    const { documentText } = await import('../../document/parse.ts');
    const text = documentText(document);
    if (savePath !== null) await saveText(savePath, text);
    const report = buildReport(document);
    return { document, report, exitCode: outcomeOfRun(report) };
  });
}

/** Throws `INTERRUPTED` where there is nothing to hand back. */
async function measure(
  request: RunRequest,
  signal: AbortSignal,
  onProgress: NonNullable<RunOptions['onProgress']>,
): Promise<ResultDocument> {
  const document = await runBenchmarks(request, { journal: { append() {} }, earlier: null, onProgress, signal });
  if (isEmptyHanded(document)) {
    throw new BenchError('INTERRUPTED', 'interrupted before the first sample', 'Nothing was measured.');
  }
  return document;
}

/** What was interrupted rejects with the reason that its program gave. */
async function orReason<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (signal.aborted && thrown instanceof BenchError && thrown.code === 'INTERRUPTED') throw signal.reason;
    throw thrown;
  }
}

async function assertPlace(savePath: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (!(await isSameFile(savePath, name))) continue;
    const message = `saveTo: expected another file than ${name}, which is measured, got '${savePath}'`;
    throw new BenchError('USAGE', message, 'Choose another name.');
  }
  await assertWritable(savePath, 'kept');
}
