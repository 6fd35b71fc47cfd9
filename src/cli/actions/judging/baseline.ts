// Keeps, shows and looks over the past runs that others are judged by.

import { readDocument } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { addRun, assertFit, type Changed, keepOnly } from '../../../history/change.ts';
import { type History, readHistory } from '../../../history/history.ts';
import { DEFAULT_PLACE, placeOf } from '../../../history/place.ts';
import { pullRequestSign } from '../../../history/pull-request.ts';
import { toJson } from '../../../render/json.ts';
import { healthPage, historyPage } from '../../../render/page/health-page.ts';
import { pageText } from '../../../render/terminal/page-text.ts';
import { buildHealth } from '../../../report/history/build-health.ts';
import { historyRunOf } from '../../../report/history/history-run-of.ts';
import { newestOfEachKind } from '../../../report/history/newest-of-each-kind.ts';
import type { BASELINE_STEPS, BaselineFlags } from '../../commands/judging/baseline.ts';
import { drawingFor } from '../../shell/drawing.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { makeOwnFolder } from '../result-place.ts';
import { isJson } from '../starting/list.ts';

type Step = (typeof BASELINE_STEPS)[number];

export async function baseline(
  shell: Shell,
  step: Step,
  result: string | undefined,
  flags: BaselineFlags,
): Promise<ExitCode> {
  if ((step === 'add') !== (result !== undefined)) {
    const got =
      result === undefined ? 'expected the result to keep, got none' : `expected nothing after it, got '${result}'`;
    throw new BenchError('USAGE', `baseline ${step}: ${got}`, 'Such as: overlap baseline add head.json');
  }
  if ((step === 'prune') !== (flags.keep !== undefined)) {
    const got = step === 'prune' ? 'expected how many runs to keep, got none' : 'is for prune';
    throw new BenchError('USAGE', `--keep: ${got}`, 'Such as: overlap baseline prune --keep 100');
  }
  const asJson = isJson(flags.format);
  const place = placeOf(flags.history, '--history');
  if (result !== undefined) return add(shell, result, place);
  const history = await readHistory(place);
  for (const { problem } of history.broken) say(shell, `warning: ${problem.message}\n${problem.hint}`);
  if (!history.exists && flags.history !== DEFAULT_PLACE) {
    const hint = 'Keep a run there: `overlap baseline add RESULT.json --history PLACE`.';
    throw new BenchError('FILE_READ', `there is no history at ${place.text}`, hint);
  }
  if (flags.keep !== undefined) return prune(shell, history, flags.keep);
  const runs = history.kept.map(({ run }) => run);
  if (step === 'list') {
    shell.stdout.write(asJson ? toJson(runs) : pageText(historyPage(place.text, runs), drawingFor(shell)));
    return EXIT.fine;
  }
  const health = buildHealth(runs, { marginRatio: flags.margin, brokenCount: history.broken.length });
  shell.stdout.write(asJson ? toJson(health) : pageText(healthPage(health), drawingFor(shell)));
  return EXIT.fine;
}

async function add(shell: Shell, path: string, place: History['place']): Promise<ExitCode> {
  const sign = pullRequestSign(shell.env);
  if (sign !== null) {
    throw new BenchError(
      'USAGE',
      `a baseline never moves from a change that is not merged, and this is the job of one (${sign})`,
      'Add runs in the job of the main branch only.',
    );
  }
  const run = historyRunOf(await readDocument(path), { withPlacebos: true });
  assertFit(run, path);
  const history = await readHistory(place);
  for (const { problem } of history.broken) say(shell, `warning: ${problem.message}\n${problem.hint}`);
  if (place.text === DEFAULT_PLACE) await makeOwnFolder(`${place.path}/run.json`);
  const added = await addRun(history, run);
  shell.stdout.write(`${addedWords(added, history, path)}\n`);
  return EXIT.fine;
}

function addedWords({ path, push }: Changed, { place, kept }: History, result: string): string {
  if (path === null) return `${place.text} holds the run of ${result} already; nothing is added.`;
  const count = kept.length + 1;
  const words = `Kept in ${path}: ${count} ${count === 1 ? 'run' : 'runs'} now.`;
  return push === null ? words : `${words} To share it: ${push}`;
}

async function prune(shell: Shell, history: History, keepCount: number): Promise<ExitCode> {
  const wanted = newestOfEachKind(history.kept, keepCount);
  const push = await keepOnly(history, wanted);
  const removedCount = history.kept.length - wanted.size;
  const words = `${removedCount} ${removedCount === 1 ? 'run' : 'runs'} removed from ${history.place.text}, ${wanted.size} left.`;
  shell.stdout.write(`${words}${push === null ? '' : ` To share it: ${push}`}\n`);
  return EXIT.fine;
}
