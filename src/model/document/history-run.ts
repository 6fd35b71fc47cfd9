// What is kept of a past run: little enough to be committed by the hundred, and all that judging a later run needs.

import type { ArmKey } from '../arm-key.ts';
import type { ScenarioParameters } from '../scenario.ts';
import type { Environment, Settings } from './document.ts';

/** Version written today. */
export const HISTORY_SCHEMA_VERSION = 1;

/** What the tasks of a scenario spend their time on. */
export type KindOfWork = 'waiting' | 'computing' | 'mixed';

/** Why a cell has a median, or none: it failed or an audit withholds it, it does not suit, it was never reached. */
export type HistoryCellState = 'measured' | 'faulty' | 'skipped' | 'not reached';

/** One arm of a past run. */
export interface HistoryCell {
  readonly key: ArmKey;
  readonly taskCount: number;
  readonly outputDigest: string | null;
  readonly state: HistoryCellState;
  /** Median makespan; null unless it was measured. */
  readonly medianMs: number | null;
  /** Rounds that it is the median of. */
  readonly sampleCount: number;
  readonly work: KindOfWork;
  /** Why it has no median; null where it has one. */
  readonly reason: string | null;
}

/** What makes the work of a scenario the same or another. */
export interface HistoryScenario {
  readonly id: string;
  readonly file: string | null;
  readonly parameters: ScenarioParameters;
  readonly target: string | null;
}

/** The second copy of an arm, as its run judged it: anything but "no gain" or "undecided" was a false alarm. */
export interface HistoryPlacebo {
  readonly scenarioId: string;
  readonly verdict: 'faster' | 'slower' | 'no gain' | 'undecided';
  /** The arm's time over its copy's. */
  readonly ratio: number;
  readonly low: number;
  /** Null where the interval is open. */
  readonly high: number | null;
  /** Confidence of the interval, 0..1. */
  readonly levelRatio: number;
}

/** What the machine charged on the day: prices that the run measured before anything else. */
export interface HistoryReferences {
  /** CPU time of a thousand units of the kernel. */
  readonly computingMs: number;
  /** Round trip of an empty request. */
  readonly requestMs: number;
}

/** One past run. */
export interface HistoryRun {
  readonly schemaVersion: number;
  readonly createdAt: string;
  readonly commit: string | null;
  readonly toolVersion: string;
  readonly complete: boolean;
  readonly environment: Pick<Environment, 'cpuModel' | 'coreCount' | 'os' | 'runtime'>;
  /** Those that a median depends on. */
  readonly settings: Pick<Settings, 'profile' | 'roundCount' | 'epochCount' | 'budgetMs' | 'warmupMs'>;
  /** Cores that the machine gave when probed; null where it was not. */
  readonly effectiveCores: number | null;
  /** Null where the run was told not to measure them. */
  readonly references: HistoryReferences | null;
  readonly scenarios: readonly HistoryScenario[];
  readonly cells: readonly HistoryCell[];
  readonly placebos: readonly HistoryPlacebo[];
}
