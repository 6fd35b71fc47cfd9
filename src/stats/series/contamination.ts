// Which rounds were disturbed from outside. A rule that looked at times would drop the slow rounds of one arm and so
// invent a winner; this one sees only what others did to the machine inside the window, and drops all arms of the
// round together. Limits are shares of the window's CPU time. Misleads where the system reports neither.

/** What was going on in one round's window, apart from the suite's own processes; null where the system is silent. */
export interface RoundWindow {
  /** Share of CPU time the hypervisor gave to others, 0..1. */
  readonly stealRatio: number | null;
  /** Mean number of runnable threads that are not the suite's. */
  readonly foreignRunnable: number | null;
}

/** The most of each that a kept round may show. */
export interface ContaminationLimits {
  readonly stealRatio: number;
  readonly foreignRunnable: number;
}

/** Whether a round counts, and if not, why. */
export type RoundDecision = { readonly keep: true } | { readonly keep: false; readonly reason: string };

/**
 * Limits for a shared machine of a few cores; stricter ones drop rounds without making the rest any truer. A hosted
 * machine often loses a tenth of its CPU to its neighbours for minutes: pairing takes care of that, dropping cannot.
 */
export const DEFAULT_LIMITS: ContaminationLimits = { stealRatio: 0.25, foreignRunnable: 1.5 };

/** Beyond this share of dropped rounds, what is left is no longer a sample of anything. */
export const MOST_DROPPED_RATIO = 0.2;

/** Decides about one round from its window alone. */
export function judgeRound(window: RoundWindow, limits: ContaminationLimits = DEFAULT_LIMITS): RoundDecision {
  if ((window.stealRatio ?? 0) > limits.stealRatio) {
    return drop(`the hypervisor gave ${percent(window.stealRatio)} of the CPU to others`, percent(limits.stealRatio));
  }
  if ((window.foreignRunnable ?? 0) > limits.foreignRunnable) {
    return drop(
      `${window.foreignRunnable?.toFixed(1)} foreign threads wanted a CPU`,
      limits.foreignRunnable.toFixed(1),
    );
  }
  return { keep: true };
}

function drop(what: string, limit: string): RoundDecision {
  return { keep: false, reason: `${what} (limit ${limit})` };
}

function percent(share: number | null): string {
  return `${((share ?? 0) * 100).toFixed(0)} %`;
}
