// What one process of vitest is asked for by the study, and what it answers.

import type { WorkSize } from './work.ts';

/** Where the settings stand, as JSON. */
export const SETTINGS_VARIABLE = 'OVERLAP_VITEST_STUDY';

export interface TrialSettings extends WorkSize {
  /** How many times as long the second function takes. */
  readonly factor: number;
  readonly trialCount: number;
  /** Whether this package measures, or vitest itself. */
  readonly isOurs: boolean;
  /** Takes one line of JSON a trial. */
  readonly answersPath: string;
}

/** What matchers said of the two functions of a trial. */
export interface TrialAnswer {
  readonly firstIsFaster: boolean;
  readonly secondIsFaster: boolean;
  /** Vitest's own matcher with a margin of 1 %, which is ours by default. */
  readonly firstIsFasterBeyondMargin: boolean;
  /** Whether the same code was called different from itself; false without the provider. */
  readonly placeboDiffers: boolean;
  /** Mean latency of the second over that of the first. */
  readonly meanRatio: number;
  readonly elapsedMs: number;
}
