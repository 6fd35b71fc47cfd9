// Whether a history may be trusted to judge: what it says of itself when every run is judged by those before it.

import type { NamedArm } from './report.ts';

/** What a history can tell of one cell of its newest run. */
export interface CellHealth extends NamedArm {
  /** Past runs that would judge its next run. */
  readonly pastCount: number;
  /** Smallest slow-down (above 1) that would be found 9 times in 10; null with too few past runs. */
  readonly detectableRatio: number | null;
  /** Its last run over its first in the window, along the trend; null where there is no steady one. */
  readonly driftRatio: number | null;
}

/** Every run judged by those before it, as `compare` would have done on its day. */
export interface Replay {
  readonly runCount: number;
  /** Verdicts, one for each cell of these runs. */
  readonly verdictCount: number;
  readonly regressedCount: number;
  readonly improvedCount: number;
  /** Of both, those that the next run did not repeat: nobody merged a change for one run only. */
  readonly passingCount: number;
  /** Runs with any of them. */
  readonly alarmedRunCount: number;
  /** What alarms of neighbouring runs have in common: shared over all, mean of the pairs that have any, 0..1; null for none. */
  readonly overlapRatio: number | null;
}

/** May a history be relied on? */
export type Trust = 'yes' | 'not yet' | 'no';

/** The outcome of `overlap baseline health`. */
export interface HistoryHealth {
  readonly runCount: number;
  /** Entries that could not be read. */
  readonly brokenCount: number;
  /** Machine and settings of the newest run, in words, which all that follows is about; null without runs. */
  readonly kind: string | null;
  /** Runs of this kind. */
  readonly likeCount: number;
  /** Other kinds in the same history, the most frequent first. */
  readonly otherKinds: readonly { readonly kind: string; readonly runCount: number }[];
  /** Second copies of an arm within its own run, and how many of them were called different. */
  readonly placebo: { readonly count: number; readonly alarmCount: number };
  readonly replay: Replay;
  /** Cells of the newest run: those that let the largest change pass first. */
  readonly cells: readonly CellHealth[];
  readonly trust: Trust;
  /** The same in one sentence, with the reason. */
  readonly sentence: string;
}
