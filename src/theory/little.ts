// Little's law, the cheapest lie detector there is: tasks under way on average = sum of task durations / makespan
// (Little, Operations Research 9, 1961). It holds for any schedule whose tasks all begin and end inside the window, so
// a gauge that disagrees has lost a task, counted one twice, or timed another window.

/** Average number of tasks under way; 0 for a window of no length. */
export function littleInFlight({ taskMs, wallMs }: { readonly taskMs: number; readonly wallMs: number }): number {
  return wallMs > 0 ? taskMs / wallMs : 0;
}

/** How far a measured gauge is from the law, as a share of the law's figure; Infinity when only one of them is 0. */
export function littleGapRatio(sums: { readonly taskMs: number; readonly wallMs: number }, gaugeMean: number): number {
  const expected = littleInFlight(sums);
  if (expected === 0) return gaugeMean === 0 ? 0 : Infinity;
  return Math.abs(gaugeMean - expected) / expected;
}
