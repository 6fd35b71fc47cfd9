// Guesses for spreadsheets: one line for each guess at an arm.

import { parameterWords } from '../../model/parameter-words.ts';
import type { GuessDocument, ScoredArm } from '../../model/teaching/guess.ts';
import { type CsvField, csvText } from '../csv/csv-text.ts';

/** A guess, and the path of its file where there are several. */
export interface NamedGuess {
  readonly file: string;
  readonly guess: GuessDocument;
}

interface GuessLine extends NamedGuess {
  readonly arm: GuessDocument['guesses'][number];
  /** Null until something was measured. */
  readonly scored: ScoredArm | null;
}

const FIELDS: readonly CsvField<GuessLine>[] = [
  { name: 'scenario', value: ({ guess }) => guess.scenario.id },
  { name: 'task_count', value: ({ guess }) => guess.scenario.taskCount },
  { name: 'reference', value: ({ guess }) => guess.reference },
  { name: 'strategy', value: ({ arm }) => arm.key.strategyId },
  { name: 'row', value: ({ arm }) => arm.name },
  { name: 'guess_ratio', value: ({ arm }) => arm.ratio },
  { name: 'theory_ratio', value: ({ scored }) => scored?.theoryRatio ?? null },
  { name: 'measured_ratio', value: ({ scored }) => scored?.measured?.ratio ?? null },
  { name: 'measured_low_ratio', value: ({ scored }) => scored?.measured?.low ?? null },
  { name: 'measured_high_ratio', value: ({ scored }) => scored?.measured?.high ?? null },
  { name: 'score', value: ({ scored }) => scored?.score ?? null },
  { name: 'not_scored_since', value: ({ scored }) => scored?.reason ?? null },
  {
    name: 'misconception',
    value: ({ guess, arm }) => guess.outcome?.misconceptions.find(({ name }) => name === arm.name)?.id ?? null,
  },
  { name: 'why', value: ({ guess }) => guess.why },
  { name: 'guessed_at', value: ({ guess }) => guess.createdAt },
  { name: 'measured_at', value: ({ guess }) => guess.outcome?.measuredAt ?? null },
  { name: 'parameters', value: ({ guess: { scenario } }) => scenario.work && parameterWords(scenario.work.parameters) },
  { name: 'target', value: ({ guess: { scenario } }) => scenario.work?.target ?? null },
];

const FILE: CsvField<GuessLine> = { name: 'file', value: ({ file }) => file };

/** One guess. */
export function guessCsv(guess: GuessDocument): string {
  return csvText(FIELDS.map(inert), linesOf({ file: '', guess }));
}

/** Those of a class, with their files. */
export function classCsv(guesses: readonly NamedGuess[]): string {
  return csvText([FILE, ...FIELDS].map(inert), guesses.flatMap(linesOf));
}

/** A spreadsheet takes a text that begins so for a formula, and the texts come from a whole class. */
const FORMULA = /^[=+\-@\t\r]/;

function inert({ name, value }: CsvField<GuessLine>): CsvField<GuessLine> {
  return {
    name,
    value: (line) => {
      const cell = value(line);
      return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
    },
  };
}

function linesOf({ file, guess }: NamedGuess): GuessLine[] {
  return guess.guesses.map((arm) => ({
    ...{ file, guess, arm },
    scored: guess.outcome?.arms.find(({ name }) => name === arm.name) ?? null,
  }));
}
