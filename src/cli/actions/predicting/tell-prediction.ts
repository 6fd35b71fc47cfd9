// What became of a guess: scored, added to its file, and told.

import { BenchError } from '../../../errors.ts';
import { outcomeOfGuess } from '../../../guess/outcome.ts';
import { keyText } from '../../../model/arm-key.ts';
import type { ResultDocument } from '../../../model/document/document.ts';
import type { ScenarioReport } from '../../../model/report/report.ts';
import type { TimelineReport } from '../../../model/report/timeline-report.ts';
import type { GuessOutcome } from '../../../model/teaching/guess.ts';
import type { NamedReport } from '../../../render/renderer.ts';
import type { PredictFlags } from '../../commands/teaching/predict.ts';
import { drawingFor } from '../../shell/drawing.ts';
import type { Shell } from '../../shell/shell.ts';
import { deliver } from '../deliver.ts';
import { writeGuess } from './guess-file.ts';
import { findGuessFormat } from './guess-format.ts';
import type { KeptGuess } from './take-guess.ts';

/** Tells it, whatever becomes of the file; throws `FILE_WRITE` after that. */
export async function tellPrediction(
  shell: Shell,
  { guess, path }: KeptGuess,
  scenario: ScenarioReport,
  run: NamedReport & { readonly document: ResultDocument },
  flags: Pick<PredictFlags, 'format' | 'out'>,
): Promise<void> {
  const { cells, createdAt } = run.document;
  const outcome = outcomeOfGuess({ scenario, measuredAt: createdAt, cells }, guess.guesses);
  const scored = { ...guess, outcome };
  const told = { guess: scored, outcome, scenario, refuting: refutingOf(outcome, run) };
  const text = findGuessFormat(flags.format).prediction(told, drawingFor(shell, flags));
  const unwritten = await writeGuess(path, scored).catch((thrown: unknown) => thrown);
  try {
    await deliver(shell, text, flags.out);
  } catch (thrown) {
    shell.stdout.write(text);
    throw thrown;
  }
  if (unwritten instanceof BenchError) throw unwritten;
}

/** A sample of each arm that refutes a belief: the typical one stands before the slowest. */
function refutingOf({ misconceptions }: GuessOutcome, { timelines = [] }: NamedReport): TimelineReport[] {
  const kept = timelines.flatMap((scenario) => scenario.timelines);
  return misconceptions.flatMap(({ key }) => kept.find((each) => keyText(each.key) === keyText(key)) ?? []);
}
