// Scores as people write them.

import type { Score } from '../../model/teaching/guess.ts';
import type { Tone } from '../page/page.ts';
import { BLANK } from '../units.ts';

/** One score. */
export const scoreWord = (score: Score | null): string => (score === null ? BLANK : sumWord(score));

/** A sum of them: "2½". */
export function sumWord(sum: number): string {
  const whole = Math.floor(sum);
  if (sum === whole) return String(whole);
  return whole === 0 ? '½' : `${whole}½`;
}

/** Whether a score is good news. */
export function scoreTone(score: Score | null): Tone | null {
  if (score === null) return 'quiet';
  return score === 1 ? 'good' : score === 0 ? 'bad' : 'doubt';
}
