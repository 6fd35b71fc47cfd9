// What a run does where nobody says otherwise. Every default of `overlap run` that decides what is measured, or for how
// long, stands here.

/** Tasks under way at most, for strategies with a bound, where neither the user nor the scenario names one. */
export const DEFAULT_CONCURRENCY = 8;

/** Longest a single batch may take before its arm is ended. */
export const DEFAULT_DEADLINE_MS = 30_000;

/** How long a run may take, and how it spends that time. */
export interface Profile {
  /** Ends with the last round; closing and saving come after it. */
  readonly budgetMs: number;
  readonly epochCount: number;
}

/** `overlap run`: under a minute for the scenarios that come with it. */
export const FULL: Profile = { budgetMs: 57_000, epochCount: 2 };
/** `overlap run --quick`: enough for large differences. */
export const QUICK: Profile = { budgetMs: 17_000, epochCount: 1 };
