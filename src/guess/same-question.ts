// Whether a guess that was made earlier answers the question that is asked now: where the scenario, its work or the reference
// is another, its factors are about something else.

import { parameterWords } from '../model/parameter-words.ts';
import type { GuessDocument, GuessedWork } from '../model/teaching/guess.ts';

/** What factors are guessed at. */
export interface GuessQuestion {
  readonly id: string;
  readonly taskCount: number;
  /** Name of the arm that factors refer to. */
  readonly reference: string;
  /** Null where nobody knows. */
  readonly work: GuessedWork | null;
}

/** One thing in which two questions differ, in words. */
export interface QuestionDifference {
  readonly guessed: string;
  readonly asked: string;
}

/** The first thing in which they differ; null where they are one. */
export function differenceOf(guessed: GuessQuestion, asked: GuessQuestion): QuestionDifference | null {
  const [one, other] = [wordsOf(guessed), wordsOf(asked)];
  for (const [index, words] of one.entries()) {
    const asked = other[index];
    // What an older file does not say is no difference.
    if (words !== null && asked !== null && asked !== undefined && words !== asked) return { guessed: words, asked };
  }
  return null;
}

/** The question that the file of a guess answers. */
export function questionOf({ scenario, reference }: Pick<GuessDocument, 'scenario' | 'reference'>): GuessQuestion {
  return { ...scenario, reference };
}

/** One text for questions that are the same, for grouping. */
export function questionKey(question: GuessQuestion): string {
  return JSON.stringify(wordsOf(question));
}

function wordsOf({ id, taskCount, reference, work }: GuessQuestion): readonly (string | null)[] {
  return [
    `scenario ${id}`,
    `${taskCount} tasks`,
    `factors over ${reference}`,
    work && (parameterWords(work.parameters) || 'no parameters'),
    work && (work.target === null ? 'the fixture server' : `the server ${work.target}`),
  ];
}
