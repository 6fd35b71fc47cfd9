// A reader's guess at a scenario, made before anything was measured, and what became of it. Kept in a file of its own, so
// that nobody can guess after the fact. A guess is a factor over the reference: 20 is twenty times as fast, 0.5 half as fast.

import type { ArmKey } from '../arm-key.ts';
import type { NamedArm, RatioInterval } from '../report/report.ts';
import type { ScenarioParameters } from '../scenario.ts';
import type { Shape } from '../shape.ts';

/** What somebody guessed of one arm. */
export interface ArmGuess extends NamedArm {
  /** Time of the reference over that of the arm, as guessed. */
  readonly ratio: number;
}

/** What a guess comes to: right, near, or neither. */
export type Score = 1 | 0.5 | 0;

/** One arm, guessed or not, beside what theory and the run say of it. */
export interface ScoredArm extends NamedArm {
  /** Null where nothing was guessed. */
  readonly guessRatio: number | null;
  /** What theory expects from the costs of single tasks. */
  readonly theoryRatio: number | null;
  /** Why theory says nothing; null where it does. */
  readonly theoryReason: string | null;
  readonly measured: RatioInterval | null;
  /** Confidence of the measured interval, 0..1. */
  readonly levelRatio: number | null;
  readonly score: Score | null;
  /** Why the guess has no score; null where it has one, and where nothing was guessed. */
  readonly reason: string | null;
}

/** The order that follows from the factors, over the pairs of arms whose order this run decided. */
export interface OrderScore {
  readonly rightCount: number;
  readonly pairCount: number;
  /** The decided pairs that were guessed otherwise. */
  readonly wrong: readonly { readonly faster: string; readonly slower: string }[];
}

/** A belief that a guess shows and this run refutes. */
export interface FoundMisconception {
  readonly id: string;
  /** As somebody would say it: "promises are parallel". */
  readonly belief: string;
  readonly key: ArmKey;
  readonly name: string;
  /** How it is instead, as this run's own numbers show it. */
  readonly truth: string;
}

/** What became of a guess. */
export interface GuessOutcome {
  /** When the run began that it was held against. */
  readonly measuredAt: string;
  readonly arms: readonly ScoredArm[];
  readonly scoreSum: number;
  /** Guesses that have a score. */
  readonly scoredCount: number;
  readonly order: OrderScore;
  readonly misconceptions: readonly FoundMisconception[];
}

/** What the work of a scenario depends on beside its tasks. */
export interface GuessedWork {
  /** Values of its own parameters, by name. */
  readonly parameters: ScenarioParameters;
  /** The server that its tasks ask, as a command or an address; null for the fixture server. */
  readonly target: string | null;
}

/** The file of one guess. */
export interface GuessDocument {
  readonly kind: 'guess';
  readonly schemaVersion: number;
  readonly createdAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly taskCount: number;
    /** Null in files of version 1, which do not say. */
    readonly work: GuessedWork | null;
  };
  /** The arm that factors refer to. */
  readonly reference: string;
  readonly guesses: readonly ArmGuess[];
  /** The reason that was given for it. */
  readonly why: string | null;
  /** Null until something was measured. */
  readonly outcome: GuessOutcome | null;
}

/** An arm that somebody is asked for, and what it does; null where a file holds no shape that this version knows. */
export interface AskedArm extends NamedArm {
  readonly shape: Shape | null;
}

/** What a schedule allows, whatever the work is: known before anything is measured. */
export interface Ceiling {
  readonly name: string;
  /** Tasks that wait at once, at most. */
  readonly waitingCount: number;
  /** Tasks that compute at once, at most. */
  readonly computingCount: number;
}
