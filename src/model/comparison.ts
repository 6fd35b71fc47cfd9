// Two documents held against each other. Ratios are head over base: above 1 is slower.

import type { NamedArm, RatioInterval, Warning } from './report.ts';

/** How a cell changed between two versions. */
export type VersionVerdict = 'regressed' | 'improved' | 'within margin' | 'inconclusive';

/** One arm that is in both documents. */
export interface ComparedCell extends NamedArm {
  readonly baseMs: number;
  readonly headMs: number;
  /** head over base; above 1 is slower. */
  readonly change: RatioInterval;
  readonly verdict: VersionVerdict;
}

/** A cell that could not be compared, and why. */
export interface UnmatchedCell extends NamedArm {
  /** True for the worst news there is: numbers in base; in head it failed, or a failed audit withholds them. */
  readonly broken: boolean;
  readonly reason: string;
}

/** The outcome of `overlap compare BASE HEAD`. */
export interface Comparison {
  readonly base: { readonly createdAt: string; readonly commit: string | null; readonly machine: string };
  readonly head: { readonly createdAt: string; readonly commit: string | null; readonly machine: string };
  /** A change must exceed this share before it counts, 0..1. */
  readonly marginRatio: number;
  /** Empty when the runs are not comparable. */
  readonly cells: readonly ComparedCell[];
  /** Broken cells first. */
  readonly unmatched: readonly UnmatchedCell[];
  /** Differences between the machines or settings that make a comparison doubtful. */
  readonly warnings: readonly Warning[];
  /** False when the machines differ, so that no cell is compared. */
  readonly comparable: boolean;
}
