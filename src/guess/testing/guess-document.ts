// A guess as its file holds it, scored by a run of that scenario, for tests of what is made of such files.

import { GUESS_SCHEMA_VERSION } from '../../document/guess/version.ts';
import type { GuessDocument } from '../../model/teaching/guess.ts';
import type { DocumentWords, ScenarioWords } from '../../report/testing/document-builder.ts';
import { outcomeOfGuess } from '../outcome.ts';
import { guessesAt, measuredScenario } from './measured-scenario.ts';

/** Somebody's guess at it. */
export function guessDocument(
  words: ScenarioWords,
  guess: string,
  document: Partial<DocumentWords> = {},
  why: string | null = null,
): GuessDocument {
  const measured = measuredScenario(words, document);
  const { id, title, question, taskCount, reference, parameters, target } = measured.scenario;
  const guesses = guessesAt(measured, guess);
  return {
    kind: 'guess',
    schemaVersion: GUESS_SCHEMA_VERSION,
    createdAt: '2026-11-22T09:59:00.000Z',
    tool: { name: 'overlap-bench', version: '0.1.0' },
    scenario: { id, title, question, taskCount, work: { parameters, target } },
    reference: reference?.name ?? '',
    guesses,
    why,
    outcome: outcomeOfGuess(measured, guesses),
  };
}
