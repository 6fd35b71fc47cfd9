// What a run does where nobody says otherwise, and how far it may be asked to do otherwise. Every default of `overlap run`
// that decides what is measured, or for how long, stands here.

/** Tasks under way at most, for strategies with a bound, where neither the user nor the scenario names one. */
export const DEFAULT_CONCURRENCY = 8;

/** Longest a single batch may take before its arm is ended. */
export const DEFAULT_DEADLINE_MS = 30_000;

/** Requests of a whole run to a server on another machine. */
export const DEFAULT_MOST_REQUESTS = 1_000;

/** How long a run may take, and how it spends that time. */
export interface Profile {
  /** Ends with the last round; closing and saving come after it. */
  readonly budgetMs: number;
}

/** `overlap run`: under a minute for the scenarios that come with it. */
export const FULL: Profile = { budgetMs: 57_000 };
/** `overlap run --quick`: enough for large differences. */
export const QUICK: Profile = { budgetMs: 15_000 };

/** An epoch of less time goes to starting processes and warming them up, and has few rounds left (study `warmup`). */
const EPOCH_MS = 6_000;
/** More tell little more of how processes differ. */
export const MOST_DEFAULT_EPOCHS = 5;

/** Epochs of each scenario where nobody says how many: about as many as its part of the budget holds. */
export function defaultEpochCount(budgetMs: number, scenarioCount: number): number {
  const fitting = Math.round(budgetMs / Math.max(1, scenarioCount) / EPOCH_MS);
  return Math.min(MOST_DEFAULT_EPOCHS, Math.max(1, fitting));
}

/** The least and the most that a number may be. */
export type Range = readonly [least: number, most: number];

/** What each number may be that a run is asked for; durations in milliseconds. */
export const RANGES = {
  tasks: [1, 10_000],
  concurrency: [1, 10_000],
  threads: [1, 128],
  rounds: [1, 100_000],
  epochs: [1, 1_000],
  budgetMs: [1_000, 86_400_000],
  warmupMs: [1, 3_600_000],
  deadlineMs: [100, 3_600_000],
  seed: [0, 2 ** 32 - 1],
  maxRequests: [1, 1_000_000],
} as const satisfies Readonly<Record<string, Range>>;
