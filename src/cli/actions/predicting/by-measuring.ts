// Takes a guess, tells what theory says, then measures as `overlap run` does, and scores the guess.

import { outcomeOfRun } from '../../../api/outcome.ts';
import { toldRun } from '../../../api/rendering/told-run.ts';
import { planRun } from '../../../api/running/plan-run.ts';
import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { ceilingsOf } from '../../../guess/ceiling.ts';
import type { Guessable } from '../../../guess/guessable.ts';
import { armName } from '../../../model/arm-key.ts';
import type { ScenarioSummary } from '../../../model/scenario.ts';
import { quotedWord } from '../../../quoted-word.ts';
import { ceilingPage } from '../../../render/guess/ceiling-page.ts';
import { pageText } from '../../../render/terminal/page-text.ts';
import type { RunRequest } from '../../../runner/plan/run-settings.ts';
import { askedServer, nameOfServer } from '../../../runner/plan/servers/asked-server.ts';
import type { PredictFlags } from '../../commands/teaching/predict.ts';
import { planArms } from '../../runner.ts';
import { drawingFor } from '../../shell/drawing.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { flagOf, measureOptionsOf } from '../measuring/measure-flags.ts';
import { measured } from '../measuring/measured.ts';
import { assertPlaces } from '../places.ts';
import { makeOwnFolder, resultPath } from '../result-place.ts';
import { savedFile } from './against.ts';
import { assertSameQuestion, earlierGuess, scoringCommand } from './earlier-guess.ts';
import { takeGuess } from './take-guess.ts';
import { tellPrediction } from './tell-prediction.ts';

/** The guess is made; what is left to do is to measure. */
const RESUME_HINT = 'go on with `overlap run`, the same measuring flags and --resume.';

/** Throws what is wrong with scenario, flags or guess, and what measuring throws. */
export async function predictByMeasuring(shell: Shell, named: string, flags: PredictFlags): Promise<ExitCode> {
  const savePath = resultPath(flags.save);
  await assertPlaces(
    { '--save': flags.save && savePath, '--save-guess': savedFile(flags.saveGuess), '--out': flags.out },
    flags.guessFile === undefined ? [named] : [named, flags.guessFile],
  );
  const earlier = await earlierGuess(flags.guessFile);
  const interrupt = shell.interrupted();
  const request = await planRun([named], measureOptionsOf(flags), flagOf, interrupt);
  const scenario = onlyOne(request.scenarios);
  const taskCount = request.settings.taskCount ?? scenario.taskCount;
  const guessable = guessableIn(scenario, request);
  const work = { parameters: scenario.parameters, target: nameOfServer(askedServer(scenario, request.settings)) };
  const question = { id: scenario.id, taskCount, reference: guessable.reference.name, work };
  if (earlier !== null) assertSameQuestion(earlier, question, 'what would be measured');
  if (flags.save === undefined) await makeOwnFolder(savePath);
  const kept = earlier ?? (await takeGuess(shell, { ...scenario, taskCount, guessable, work }, flags, interrupt));
  shell.stderr.write(
    `\n${pageText(ceilingPage(ceilingsOf(guessable.arms, taskCount)), { ...drawingFor(shell), color: false })}\n`,
  );
  const keeping = { savePath, resume: false, resumeHint: RESUME_HINT };
  const sayItStays = () => {
    const command = scoringCommand(shell, kept, 'FILE');
    say(shell, `Your guess stays in ${kept.path}. To score it by a run that is made later: ${command}`);
  };
  const run = await measured(shell, request, flags, keeping, interrupt).catch((thrown: unknown) => {
    sayItStays();
    throw thrown;
  });
  if (run === null) {
    sayItStays();
    return EXIT.interrupted;
  }
  const told = { ...toldRun(savePath, run.document), document: run.document };
  const [report] = told.report.scenarios;
  if (report !== undefined) await tellPrediction(shell, kept, report, told, flags);
  if (run.unsaved !== undefined) throw run.unsaved;
  if (run.resumeHint !== null) {
    say(shell, run.resumeHint);
    say(shell, `Then score your guess by the whole of it: ${scoringCommand(shell, kept, quotedWord(savePath))}`);
  }
  return outcomeOfRun(told.report);
}

function onlyOne(scenarios: readonly ScenarioSummary[]): ScenarioSummary {
  const [only, ...others] = scenarios;
  if (only !== undefined && others.length === 0) return only;
  const ids = scenarios.map(({ id }) => id).join(', ');
  throw new BenchError('USAGE', `predict: expected one scenario, got ${ids}`, 'Guess at one after the other.');
}

/** The rows that the run will have; the first is the reference. */
function guessableIn(scenario: ScenarioSummary, { strategies, settings }: RunRequest): Guessable {
  const { arms, skipped } = planArms(scenario, strategies, settings);
  const named = [...arms.filter(({ placebo }) => !placebo), ...skipped].map((arm) => ({
    ...{ key: arm.key, name: armName(arm.key), shape: arm.strategy.shape },
    runs: arms.includes(arm),
  }));
  const [reference, ...others] = named;
  if (reference !== undefined && others.some(({ runs }) => runs)) return { reference, arms: others };
  throw new BenchError(
    'USAGE',
    `--strategy: expected two strategies at least that suit ${scenario.id}, since a guess is a factor over the first`,
    'Name another, or leave the flag out.',
  );
}
