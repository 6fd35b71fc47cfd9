// What a gate is asked to do, resolved: both versions are described, and no defaults are left to fill in below this line.

import type { GateGap, GateSettings, GateSide } from '../../../model/document/gate-document.ts';
import type { ScenarioSummary } from '../../../model/scenario.ts';
import type { Strategy } from '../../../model/strategy.ts';

/** One version: what it is called, and the folder that its files are in and its processes run in. */
export interface GateTree extends GateSide {
  readonly folder: string;
}

/** A scenario that both versions have. */
export interface ScenarioPair {
  readonly base: ScenarioSummary;
  readonly head: ScenarioSummary;
  /** Relative to the folder of either version. */
  readonly file: string;
}

/** Everything `runGate` needs. */
export interface GateRequest {
  readonly pairs: readonly ScenarioPair[];
  /** Scenarios that cannot be compared. */
  readonly gaps: readonly GateGap[];
  readonly strategies: readonly Strategy[];
  readonly settings: GateSettings;
  readonly seed: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly base: GateTree;
  readonly head: GateTree;
}

/** Where a gate stands; sent between pairs. */
export interface GateProgress {
  readonly scenarioId: string;
  /** Pairs of processes measured, and those that the cells need as it looks now. */
  readonly doneCount: number;
  readonly plannedCount: number;
  /** Expected time until the gate ends; null while there is nothing to tell it from. */
  readonly remainingMs: number | null;
}
