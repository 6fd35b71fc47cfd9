// What a class guessed: the guesses of many, side by side with what they measured.

import type { NamedArm, RatioInterval } from '../report/report.ts';
import type { GuessedWork } from './guess.ts';

/** Guesses between two factors, the lower among them. */
export interface GuessBin {
  readonly fromRatio: number;
  readonly toRatio: number;
  readonly guessCount: number;
  /** Whether the measured interval reaches into it. */
  readonly isMeasured: boolean;
}

/** What runs measured of one arm. */
export interface ClassMeasured extends RatioInterval {
  readonly runCount: number;
}

/** One arm and all that was guessed of it. */
export interface ClassArm extends NamedArm {
  readonly guessCount: number;
  /** Median of the guesses. */
  readonly guessRatio: number;
  /** The median of the runs, from the lowest end of their intervals to the highest; null where none has any. */
  readonly measured: ClassMeasured | null;
  readonly rightCount: number;
  readonly nearCount: number;
  readonly wrongCount: number;
  /** Guesses, without a gap from the lowest to the highest and to what was measured. */
  readonly bins: readonly GuessBin[];
}

/** Guesses that can stand side by side: at one scenario with so many tasks and the same work, over one reference. */
export interface ClassScenario {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly taskCount: number;
  /** Null in files that do not say. */
  readonly work: GuessedWork | null;
  readonly reference: string;
  /** How many guessed at it. */
  readonly guesserCount: number;
  readonly arms: readonly ClassArm[];
  /** Beliefs that guesses showed, by how many guessers, the most frequent first. */
  readonly misconceptions: readonly { readonly id: string; readonly belief: string; readonly guesserCount: number }[];
}

/** Everything that a class guessed. */
export interface GuessClass {
  readonly guesserCount: number;
  readonly scenarios: readonly ClassScenario[];
}
