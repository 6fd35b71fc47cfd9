// Scores a guess by a run that was saved: nothing is measured.

import { pathToFileURL } from 'node:url';
import { toldRun } from '../../../api/rendering/told-run.ts';
import { readDocument } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { guessableOf } from '../../../guess/guessable.ts';
import type { Report, ScenarioReport } from '../../../model/report/report.ts';
import { isScenarioPath, scenarioIdOf } from '../../../scenario-file.ts';
import type { PredictFlags } from '../../commands/teaching/predict.ts';
import { nearestHint } from '../../runner.ts';
import type { Shell } from '../../shell/shell.ts';
import { assertPlaces } from '../places.ts';
import { isFolder, latestResult } from '../result-place.ts';
import { assertSameQuestion, earlierGuess } from './earlier-guess.ts';
import { takeGuess } from './take-guess.ts';
import { tellPrediction } from './tell-prediction.ts';

/** More names than that are no help. */
const MOST_NAMES = 12;

/** `named` may be undefined where the file holds one scenario. Throws what is wrong with file, scenario or guess. */
export async function predictAgainst(
  shell: Shell,
  named: string | undefined,
  against: string,
  flags: PredictFlags,
): Promise<ExitCode> {
  const path = isFolder(against) ? latestResult(against) : against;
  const read = flags.guessFile === undefined ? [path] : [path, flags.guessFile];
  await assertPlaces({ '--save-guess': savedFile(flags.saveGuess), '--out': flags.out }, read);
  const earlier = await earlierGuess(flags.guessFile);
  const document = await readDocument(path);
  const run = { ...toldRun(path, document), document };
  const scenario = scenarioIn(run.report, named ?? earlier?.guess.scenario.id, path);
  const guessable = guessableOf(scenario, document.cells);
  if (guessable === null || guessable.arms.length === 0) {
    throw new BenchError(
      'FILE_SCHEMA',
      `--against: ${path} has nothing to guess at in ${scenario.id}: ${guessable === null ? 'no reference' : 'one row'}`,
      `Measure it with two strategies at least: overlap predict ${scenario.id}.`,
    );
  }
  const { id, taskCount, parameters, target } = scenario;
  const work = { parameters, target };
  if (earlier !== null) assertSameQuestion(earlier, { id, taskCount, reference: guessable.reference.name, work }, path);
  const kept = earlier ?? (await takeGuess(shell, { ...scenario, guessable, work }, flags, shell.interrupted()));
  await tellPrediction(shell, kept, scenario, run, flags);
  return EXIT.fine;
}

/** The id that a file has. */
function idOf(named: string): string {
  return isScenarioPath(named) ? scenarioIdOf(pathToFileURL(named).href) : named;
}

/** A folder gets a new file. */
export function savedFile(place: string | undefined): string | undefined {
  return place === undefined || isFolder(place) ? undefined : place;
}

function scenarioIn({ scenarios }: Report, named: string | undefined, path: string): ScenarioReport {
  const [only, ...others] = scenarios;
  const ids = scenarios.map(({ id }) => id);
  const listed = ids.slice(0, MOST_NAMES).join(', ') + (ids.length > MOST_NAMES ? ' …' : '');
  if (only === undefined) {
    throw new BenchError('FILE_SCHEMA', `--against: ${path} holds no scenario`, 'Measure one with `overlap run`.');
  }
  if (named === undefined) {
    if (others.length === 0) return only;
    const message = `predict: expected a scenario, since ${path} holds ${ids.length}`;
    throw new BenchError('USAGE', message, `Name one of them: ${listed}.`);
  }
  const found = scenarios.find(({ id }) => id === named || id === idOf(named));
  if (found !== undefined) return found;
  throw new BenchError(
    'UNKNOWN_SCENARIO',
    `--against: ${path} holds no numbers of '${named}'${nearestHint(named, ids)}`,
    `It holds: ${listed}. To measure the other: overlap predict ${named}.`,
  );
}
