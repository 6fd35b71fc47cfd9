// What a run is asked to do, resolved: no defaults are left to fill in below this line.

import type { Settings } from '../../model/document/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import type { Strategy } from '../../model/strategy.ts';

/** Everything `runBenchmarks` needs. */
export interface RunRequest {
  readonly scenarios: readonly ScenarioSummary[];
  readonly strategies: readonly Strategy[];
  readonly seed: number;
  readonly settings: Settings;
  readonly tool: { readonly name: string; readonly version: string };
}

/** Where a run stands; sent between samples, never during one. */
export interface Progress {
  readonly scenarioId: string;
  /** From 0. */
  readonly scenarioIndex: number;
  readonly scenarioCount: number;
  readonly phase: 'starting' | 'warming up' | 'measuring';
  /** Rounds done. */
  readonly round: number;
  /** Rounds planned; 0 while unknown. */
  readonly roundCount: number;
  /** Expected time until the whole run ends; null while there is nothing to tell it from. */
  readonly remainingMs: number | null;
}
