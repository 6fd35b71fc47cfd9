// How a tool decides that two arms differ, as a function of samples: the same samples for every rule. Some tools
// measure all of A and then all of B, some take turns; a trial holds both views of one pair of arms.

import type { Pair } from '../../src/stats/paired/paired-ratio.ts';

/** Samples of a reference `a` and an arm `b`. */
export interface Trial {
  /** Consecutive samples of one process of each, all of `a` before all of `b`; milliseconds in the order of time. */
  readonly blocked: { readonly a: readonly number[]; readonly b: readonly number[] };
  /** Rounds that ran both, in random order, over several epochs; `a` is the numerator. */
  readonly rounds: readonly Pair[];
}

/** What a rule said about `b`, and after how many rounds. */
export interface Call {
  readonly called: 'faster' | 'slower' | null;
  readonly roundCount: number;
}

/** One way to decide. */
export interface Rule {
  readonly id: string;
  /** The tool or habit that it stands for, and its design. */
  readonly standsFor: string;
  /** Samples a side that it must have; a trial with fewer is not shown to it. */
  readonly needs: { readonly blockedCount: number; readonly roundCount: number };
  /** Decides; `random` is for rules that resample. */
  decide(trial: Trial, random: () => number): Call;
}

/** The call that follows from a change of b over a (above 1 is slower) once a rule finds it real. */
export function callOf(changeRatio: number, real: boolean, roundCount: number): Call {
  if (!real || changeRatio === 1) return { called: null, roundCount };
  return { called: changeRatio > 1 ? 'slower' : 'faster', roundCount };
}
