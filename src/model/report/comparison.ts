// Two versions held against each other, whichever way: side by side in one job (`overlap gate`), or as stored results
// (`overlap compare`). Ratios are head over base: above 1 is slower.

import type { NamedArm, RatioInterval, Warning } from './report.ts';

/** How a cell changed between two versions. */
export type VersionVerdict = 'regressed' | 'improved' | 'within margin' | 'inconclusive';

/** How the numbers came about: both versions in turn in one job, or each in a run of its own. */
export type ComparisonTier = 'side by side' | 'stored';

/** What a cell without a verdict is a sign of, the gravest first. */
export type UnmatchedNews = 'broken' | 'outputs changed' | 'removed' | 'added' | 'not comparable';

/** Where a cell's scenario is, for whoever points at it. */
interface ComparedArm extends NamedArm {
  /** File of the scenario in head, relative to the folder of the comparison; null where it is not known. */
  readonly file: string | null;
}

/** One arm that has numbers on both sides. */
export interface ComparedCell extends ComparedArm {
  readonly baseMs: number;
  readonly headMs: number;
  /** head over base; above 1 is slower. */
  readonly change: RatioInterval;
  /** Confidence of its interval, 0..1. */
  readonly levelRatio: number;
  readonly verdict: VersionVerdict;
  /** Smallest slow-down (head over base, above 1) that this would find 9 times in 10; null where that is not known. */
  readonly detectableRatio: number | null;
  /** What the verdict rests on: pairs of fresh processes side by side, or past runs. */
  readonly basedOnCount: number;
  /** Why it is inconclusive, in one sentence; null for any other verdict. */
  readonly reason: string | null;
}

/** A cell that has no verdict, and why. */
export interface UnmatchedCell extends ComparedArm {
  /** `broken` is the worst news there is: numbers in base; in head it failed, or a failed audit withholds them. */
  readonly news: UnmatchedNews;
  readonly reason: string;
}

/** One of the two versions. */
export interface ComparedSide {
  /** What it was asked for as: `HEAD^1`, `working tree`, `base.json`, `14 past runs`. */
  readonly label: string;
  readonly createdAt: string;
  readonly commit: string | null;
  readonly machine: string;
}

/** What a gate showed of itself before it was believed. */
export interface SelfTest {
  readonly passed: boolean;
  /** The cell that it was shown with. */
  readonly key: NamedArm['key'];
  readonly name: string;
  /** Base against base: must not be called changed. */
  readonly identical: { readonly change: RatioInterval; readonly verdict: VersionVerdict };
  /** Base against base with this much (0.1 is 10 %) added to every batch: must be called regressed. */
  readonly slowed: { readonly injectedRatio: number; readonly change: RatioInterval; readonly verdict: VersionVerdict };
  /** Damage done on purpose to the run's own data, all of which must be noticed. */
  readonly faults: { readonly faultCount: number; readonly missed: readonly string[] };
}

/** The past runs that a stored comparison is judged by. */
export interface HistoryUsed {
  /** Runs in the history. */
  readonly runCount: number;
  /** Those of this kind of machine and these settings, in the rolling window. */
  readonly likeCount: number;
  /** Fewer are not enough for a verdict. */
  readonly neededCount: number;
}

/** The outcome of `overlap gate` or `overlap compare`. */
export interface Comparison {
  readonly tier: ComparisonTier;
  readonly createdAt: string;
  readonly base: ComparedSide;
  readonly head: ComparedSide;
  /** A change must exceed this share before it counts, 0..1. */
  readonly marginRatio: number;
  /** The worst news first; empty when the versions are not comparable. */
  readonly cells: readonly ComparedCell[];
  /** The gravest first. */
  readonly unmatched: readonly UnmatchedCell[];
  /** What makes the comparison doubtful. */
  readonly warnings: readonly Warning[];
  /** False when the machines differ, so that no cell is compared. */
  readonly comparable: boolean;
  /** False when it was interrupted: no verdict is given then. */
  readonly complete: boolean;
  /** Wall time of the measuring; null for stored results. */
  readonly measuredMs: number | null;
  /** Null where it was not asked for, and for stored results. */
  readonly selfTest: SelfTest | null;
  /** Null side by side. */
  readonly history: HistoryUsed | null;
}
