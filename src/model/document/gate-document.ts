// What `overlap gate` measured, raw: pairs of fresh processes, one of each version, whose batches took turns in an order
// decided by a coin. Everything that a gate says follows from this alone.

import type { ArmKey } from '../arm-key.ts';
import type { CellFailure, Environment } from './document.ts';

/** Which of the two stages a pair belongs to: all cells are screened; what looks changed is measured afresh. */
export type GateStage = 'screen' | 'confirm';

/** One process of each version, alive together, and the batches that they ran in turn. */
export interface GatePair {
  readonly stage: GateStage;
  /** Times of head's and of base's batches by round, in milliseconds; of equal length. */
  readonly baseMs: readonly number[];
  readonly headMs: readonly number[];
  /** Whether head went first, by round. */
  readonly headFirst: readonly boolean[];
  /** Tasks that failed without failing their batch, over all rounds. */
  readonly baseFailedCount: number;
  readonly headFailedCount: number;
  /** Cores that others used meanwhile, mean over the rounds; null where the system does not tell. */
  readonly foreignCores: number | null;
}

/** One version's side of a cell. */
export interface GateArm {
  /** Null where nothing failed. */
  readonly failure: CellFailure | null;
  /** Null before every task had an output. */
  readonly outputDigest: string | null;
}

/** One arm in both versions. */
export interface GateCell {
  /** Its subject is the worktree: the cell stands for both. */
  readonly key: ArmKey;
  readonly taskCount: number;
  readonly base: GateArm;
  readonly head: GateArm;
  /** In the order in which they were measured. */
  readonly pairs: readonly GatePair[];
  /** When it was first called much slower, since the start of the measuring; null where it never was. */
  readonly namedAtMs: number | null;
}

/** A scenario that is not on both sides, or cannot be loaded on one. */
export interface GateGap {
  readonly scenarioId: string;
  /** Relative to the folder of the comparison; null for one that comes with the suite. */
  readonly file: string | null;
  readonly news: 'broken' | 'removed' | 'added' | 'not comparable';
  readonly reason: string;
}

/** One version. */
export interface GateSide {
  readonly label: string;
  readonly commit: string | null;
}

/** Settings as resolved. */
export interface GateSettings {
  /** A change must exceed this share before it counts, 0..1. */
  readonly marginRatio: number;
  readonly strategyIds: readonly string[];
  /** Null: each scenario's own. */
  readonly taskCount: number | null;
  readonly concurrencies: readonly number[] | null;
  readonly threadCounts: readonly number[];
  readonly screenPairCount: number;
  readonly confirmPairCount: number;
  readonly deadlineMs: number;
  readonly imports: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether cells that are not clear get fresh pairs, too, though nothing is suspected of them. */
  readonly confirmsUnclear: boolean;
  /** Whether the gate was to show first that it can pass and fail. */
  readonly selfTest: boolean;
}

/** What the gate did to itself: base against base, and base against base made slower. */
export interface GateSelfTest {
  /** 0.1 is 10 %. */
  readonly injectedRatio: number;
  readonly identical: GateCell;
  readonly slowed: GateCell;
  /** Damage done on purpose to copies of this document and to what was made of it, and what of it went unnoticed. */
  readonly faults: { readonly faultCount: number; readonly missed: readonly string[] };
}

/** The whole of one gate. */
export interface GateDocument {
  readonly kind: 'gate';
  readonly schemaVersion: number;
  readonly createdAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** Decides the order in every round. */
  readonly seed: number;
  /** False when it was interrupted. */
  readonly complete: boolean;
  readonly measuredMs: number;
  readonly environment: Environment;
  readonly settings: GateSettings;
  readonly base: GateSide;
  readonly head: GateSide;
  readonly scenarios: readonly { readonly id: string; readonly title: string; readonly file: string | null }[];
  /** Cells that were planned: a document that holds fewer has lost some. */
  readonly cellCount: number;
  readonly cells: readonly GateCell[];
  readonly gaps: readonly GateGap[];
  /** Null where it was not asked for, or not reached. */
  readonly selfTest: GateSelfTest | null;
}
