// A scenario that was measured, for tests that hold guesses against it.

import type { ArmGuess } from '../../model/teaching/guess.ts';
import { buildReport } from '../../report/build-report.ts';
import { type DocumentWords, documentOf, type ScenarioWords } from '../../report/testing/document-builder.ts';
import { guessableOf } from '../guessable.ts';
import { type MeasuredScenario, outcomeOfGuess } from '../outcome.ts';
import { parseGuesses } from '../parse-guesses.ts';

/** What a run of this scenario alone says of it. */
export function measuredScenario(words: ScenarioWords, document: Partial<DocumentWords> = {}): MeasuredScenario {
  const { cells, createdAt, ...rest } = documentOf({ scenarios: [words], ...document });
  const [scenario] = buildReport({ cells, createdAt, ...rest }).scenarios;
  if (scenario === undefined) throw new Error('no scenario');
  return { scenario, cells, measuredAt: createdAt };
}

/** The guesses that these words are. */
export function guessesAt({ scenario, cells }: MeasuredScenario, words: string): ArmGuess[] {
  const guessable = guessableOf(scenario, cells);
  if (guessable === null) throw new Error('no reference');
  return parseGuesses(words, guessable);
}

/** What becomes of them. */
export function outcomeAt(measured: MeasuredScenario, words: string) {
  return outcomeOfGuess(measured, guessesAt(measured, words));
}
