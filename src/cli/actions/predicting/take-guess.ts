// The guess, from the command line or from the keyboard, written down before anything is measured or told.

import { GUESS_SCHEMA_VERSION } from '../../../document/guess/version.ts';
import { BenchError } from '../../../errors.ts';
import type { Guessable } from '../../../guess/guessable.ts';
import { parseGuesses } from '../../../guess/parse-guesses.ts';
import type { GuessDocument, GuessedWork } from '../../../model/teaching/guess.ts';
import { type Question, questionPage } from '../../../render/guess/question-page.ts';
import { pageText } from '../../../render/terminal/page-text.ts';
import { TOOL } from '../../../tool.ts';
import type { PredictFlags } from '../../commands/teaching/predict.ts';
import { drawingFor } from '../../shell/drawing.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { askGuess, type TakenGuess } from './ask-guess.ts';
import { guessPlace, writeGuess } from './guess-file.ts';

/** A line on a page. */
const MOST_WHY_LENGTH = 300;

/** What is guessed at. */
export interface GuessedScenario extends Omit<Question, 'reference' | 'arms'> {
  readonly guessable: Guessable;
  readonly work: GuessedWork;
}

/** A guess that is written down, and where. */
export interface KeptGuess {
  readonly guess: GuessDocument;
  readonly path: string;
}

/** Takes it and writes it. Throws what is wrong with it, `USAGE` where nobody can be asked, and `FILE_WRITE`. */
export async function takeGuess(
  shell: Shell,
  scenario: GuessedScenario,
  flags: Pick<PredictFlags, 'guess' | 'why' | 'saveGuess'>,
  interrupt: AbortSignal,
): Promise<KeptGuess> {
  const path = await guessPlace(flags.saveGuess, scenario.id);
  const { guesses, why } = await takenGuess(shell, scenario, flags, interrupt);
  const { id, title, question, taskCount, work, guessable } = scenario;
  const guess: GuessDocument = {
    kind: 'guess',
    schemaVersion: GUESS_SCHEMA_VERSION,
    createdAt: new Date().toISOString(),
    tool: TOOL,
    scenario: { id, title, question, taskCount, work },
    reference: guessable.reference.name,
    guesses,
    why: why === null ? null : shortened(why),
    outcome: null,
  };
  await writeGuess(path, guess);
  say(shell, `Your guess is kept in ${path}.`);
  return { guess, path };
}

async function takenGuess(
  shell: Shell,
  { guessable, ...scenario }: GuessedScenario,
  { guess, why }: Pick<PredictFlags, 'guess' | 'why'>,
  interrupt: AbortSignal,
): Promise<TakenGuess> {
  if (guess !== undefined) return { guesses: parseGuesses(guess, guessable), why: why?.trim() || null };
  const asked = guessable.arms.filter(({ runs }) => runs);
  if (!shell.stdin.isTTY || !shell.stderr.isTTY) {
    const names = asked.map(({ name }) => name).join(', ');
    throw new BenchError(
      'USAGE',
      '--guess: expected a guess, since there is no terminal to ask on',
      `Such as --guess gather=20,pool=2; the rows are ${names}.`,
    );
  }
  const page = questionPage({ ...scenario, reference: guessable.reference.name, arms: asked });
  shell.stderr.write(pageText(page, { ...drawingFor(shell), color: false }));
  return askGuess(shell, asked, why, interrupt);
}

function shortened(why: string): string {
  const characters = Array.from(why);
  return characters.length <= MOST_WHY_LENGTH ? why : `${characters.slice(0, MOST_WHY_LENGTH).join('')}…`;
}
