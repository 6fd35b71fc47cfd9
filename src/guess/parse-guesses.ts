// What somebody types as a guess: strict, and refused with what was expected. `Number()` alone accepts '', '1e9', '0x10' and
// 'Infinity'.

import { BenchError } from '../errors.ts';
import type { NamedArm } from '../model/report/report.ts';
import type { ArmGuess } from '../model/teaching/guess.ts';
import { nearestHint } from '../runner/nearest-hint.ts';
import type { Guessable } from './guessable.ts';

/** A batch has at most 10,000 tasks, so that no schedule is faster by more, nor is one slower that is worth a guess. */
const [LEAST_FACTOR, MOST_FACTOR] = [0.0001, 10_000];

/** A factor such as `20`, `1.5` or `20x`; null for anything else. */
export function factorOf(text: string): number | null {
  const [, digits = ''] = /^(\d{1,9}(?:\.\d{1,9})?) ?[x×]?$/.exec(text.trim()) ?? [];
  const factor = digits === '' ? Number.NaN : Number(digits);
  return factor >= LEAST_FACTOR && factor <= MOST_FACTOR ? factor : null;
}

/** What a factor has to be, for messages. */
export const FACTOR_WORDS = `a factor over the reference from ${LEAST_FACTOR} to ${MOST_FACTOR}, such as 20 or 0.5`;

/**
 * Guesses such as `gather=20,pool w2=1.5`: arms by the id of their strategy, or by name where it has several. Those that are
 * not named are not guessed. Throws `USAGE`, and `UNKNOWN_STRATEGY` for an arm that is not there.
 */
export function parseGuesses(text: string, guessable: Guessable): ArmGuess[] {
  const guesses = text.split(',').map((part) => guessOf(part.trim(), guessable));
  const twice = guesses.find(({ name }, index) => guesses.findIndex((other) => other.name === name) !== index);
  if (twice === undefined) return guesses;
  throw refuse(`expected each arm once, and ${twice.name} is there twice`, 'Leave one of them out.');
}

function guessOf(part: string, guessable: Guessable): ArmGuess {
  const cut = part.lastIndexOf('=');
  if (cut < 0) throw refuse(`expected NAME=FACTOR, got '${part}'`, 'Such as --guess gather=20,pool=2.');
  const arm = armNamed(part.slice(0, cut).trim(), guessable);
  const ratio = factorOf(part.slice(cut + 1));
  if (ratio !== null) return { key: arm.key, name: arm.name, ratio };
  throw refuse(`${arm.name}: expected ${FACTOR_WORDS}, got '${part.slice(cut + 1)}'`, 'Correct it, or leave it out.');
}

function armNamed(word: string, { reference, arms }: Guessable): NamedArm {
  const named = arms.find(({ name }) => name === word);
  if (named !== undefined) return named;
  const ofStrategy = arms.filter(({ key }) => key.strategyId === word);
  const [only, ...others] = ofStrategy;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    throw refuse(`'${word}' has ${ofStrategy.length} rows`, `Name one: ${namesOf(ofStrategy)}.`);
  }
  if (word === reference.name || word === reference.key.strategyId) {
    throw refuse(`${reference.name} is the reference: it is 1 for whoever guesses`, `Guess at ${namesOf(arms)}.`);
  }
  const known = arms.flatMap(({ key, name }) => [name, key.strategyId]);
  throw new BenchError(
    'UNKNOWN_STRATEGY',
    `--guess: no row is called '${word}'${nearestHint(word, known)}`,
    `Expected some of: ${namesOf(arms)}.`,
  );
}

const namesOf = (arms: readonly NamedArm[]) => arms.map(({ name }) => name).join(', ');

const refuse = (message: string, hint: string) => new BenchError('USAGE', `--guess: ${message}`, hint);
