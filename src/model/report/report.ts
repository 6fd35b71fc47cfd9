// What a reader is told. Built from one result document by report/, drawn by render/, printed as is by
// `--format json`. A value that may not be shown is null and the row says why.

import type { ArmKey } from '../arm-key.ts';
import type { ScenarioKind, ScenarioParameters } from '../scenario.ts';
import type { FigureName, Figures } from './figures.ts';

/** A ratio with its interval. */
export interface RatioInterval {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/** How a strategy compares with the reference arm. */
export type StrategyVerdict = 'reference' | 'faster' | 'slower' | 'no gain' | 'undecided';

/** A check that a row must pass before its number may be shown. */
export interface Audit {
  readonly id: string;
  readonly passed: boolean;
  /** One sentence with the figures it looked at. */
  readonly detail: string;
}

/** Something the reader should know that does not stop the analysis. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  /** What to type or change next. */
  readonly remedy: string;
}

/** One of the parts that a row's median is made of. */
export interface LedgerPart {
  readonly name: string;
  readonly ms: number;
  /** Share of the median, 0..1. */
  readonly shareRatio: number;
}

/** Why a figure is not there. */
export interface Absence {
  readonly figure: FigureName;
  readonly reason: string;
}

/** One arm with its figures; a figure is null where the row has no numbers, and where it means nothing for the arm. */
export interface Row extends Figures, NamedArm {
  /** True for the second copy of the reference arm. */
  readonly placebo: boolean;
  readonly status: 'completed' | 'failed' | 'skipped';
  /** Why the row has no numbers: the failure, the reason for skipping, or the failed audit. Null otherwise. */
  readonly reason: string | null;
  readonly sampleCount: number;
  readonly outputDigest: string | null;
  readonly audits: readonly Audit[];
  /**
   * Reference time over this row's time, so above 1 is faster, from rounds in which both ran; the interval is the one that
   * decided, or failed to. Null for the reference itself.
   */
  readonly speedup: RatioInterval | null;
  /** Confidence of that interval, 0..1: 0.95 where it rules out a gain, else higher, the more rows are open. Null where there is none. */
  readonly speedupLevelRatio: number | null;
  /** The batch from which on the row's start-up is earned back; 1 where it pays at once, null where it never does. */
  readonly breakEvenBatchCount: number | null;
  /** The same of the p95 at 95 %, from a bootstrap; to read, never deciding. Null with fewer than 100 rounds. */
  readonly p95Speedup: RatioInterval | null;
  /** The same of the p99. Null with fewer than 500 rounds. */
  readonly p99Speedup: RatioInterval | null;
  /** Smallest factor (1 to 10) from the reference that this run would probably have decided. Null where there is none. */
  readonly smallestEffectRatio: number | null;
  /** Evidence against "same as the reference"; for scripts, never for a table. Null for the reference itself. */
  readonly probability: number | null;
  /** Where the time went: parts that add up to the median, the largest first; null where that was not measured. */
  readonly ledger: readonly LedgerPart[] | null;
  /** The first of them. */
  readonly largestPart: LedgerPart | null;
  /** Figures that this row could have and does not, with the reason; nothing is said of a row without any numbers. */
  readonly absences: readonly Absence[];
  readonly warnings: readonly Warning[];
  /** Null where the row has no numbers. */
  readonly verdict: StrategyVerdict | null;
}

/** What several leaders are to each other; two that are not shown to be alike are undecided. */
export type LeadersAre = 'none' | 'one' | 'alike' | 'undecided';

/** Where the time of a task alone goes, as shares that add up to 1. */
export interface WorkShares {
  readonly waitingRatio: number;
  /** On the thread that runs the task. */
  readonly computingHereRatio: number;
  /** On other threads of the process: libuv's, native ones. */
  readonly computingElsewhereRatio: number;
}

/** An arm by its identity and the name it is told under. */
export interface NamedArm {
  readonly key: ArmKey;
  /** As it stands in tables and sentences: "bounded c8"; "placebo" for the second copy of the reference arm. */
  readonly name: string;
}

/** One scenario: its table and its sentence. */
export interface ScenarioReport {
  readonly id: string;
  readonly title: string;
  readonly kind: ScenarioKind;
  readonly taskCount: number;
  /** Rounds that count: measured and not dropped. */
  readonly roundCount: number;
  /** Rounds dropped whole because the machine was disturbed. */
  readonly droppedRoundCount: number;
  /** The arm that speed-ups refer to; null when no arm could be one. */
  readonly reference: NamedArm | null;
  readonly question: string;
  readonly explanation: string;
  /** The server that its tasks asked, as a command or an address; null for the fixture server. */
  readonly target: string | null;
  /** Values of its own parameters, by name. */
  readonly parameters: ScenarioParameters;
  /** Those of them that `--param` set. */
  readonly setParameters: ScenarioParameters;
  /** Null when none is decidedly the fastest; never an arm whose own row is undecided. */
  readonly winner: NamedArm | null;
  /** Arms that no other is decidedly faster than, the simplest first; holds the winner alone when there is one. */
  readonly leaders: readonly NamedArm[];
  /** "alike": none differs from the fastest of them by more than 5 %. */
  readonly leadersAre: LeadersAre;
  /** The reference over the leaders: the middle of their speed-ups, from the lowest end to the highest. Null with it among them. */
  readonly leadersSpeedup: RatioInterval | null;
  /** Chance, at least, that every "faster" and "slower" of this table is right, all together, 0..1. */
  readonly levelRatio: number;
  /** Null where no task was measured alone. */
  readonly work: WorkShares | null;
  /** What limited a task alone: "waiting", "computing here", "computing on other threads", "server CPU", "a mix". */
  readonly boundBy: string;
  /** Which strategy to reach for, in a few words. */
  readonly advice: string;
  /** One or two sentences with this run's own numbers. */
  readonly why: string;
  /** Id of the rule that wrote `why`. */
  readonly whyRule: string;
  /** The farther end of the placebo's interval from 1, as a share: what two copies of the same code differ by. */
  readonly noiseFloorRatio: number | null;
  readonly rows: readonly Row[];
  readonly warnings: readonly Warning[];
}

/** One run, told. */
export interface Report {
  readonly schemaVersion: number;
  readonly createdAt: string;
  readonly complete: boolean;
  readonly seed: number;
  readonly measuredMs: number;
  /** Label and value pairs that are the same for all rows: machine, runtime, settings. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly scenarios: readonly ScenarioReport[];
  readonly warnings: readonly Warning[];
}
