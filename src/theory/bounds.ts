// Lower bounds that hold for every order in which work may be done; a measured time below one of them is a broken
// measurement, not a fast schedule. Classical results on parallel machines: Graham, "Bounds on multiprocessing timing
// anomalies" (SIAM J. Appl. Math. 17, 1969); Brucker, "Scheduling Algorithms", sections 4.2 and 5.1.

/** A computation that cannot begin before its input has arrived. */
export interface Release {
  /** Earliest start, in milliseconds from the start of the batch. */
  readonly atMs: number;
  /** Time on one core, in milliseconds. */
  readonly computeMs: number;
}

/**
 * Least makespan, in milliseconds, of tasks that each hold one of `machineCount` machines from start to end: the
 * average load, the longest task, and for each k the pigeonhole: of the k·m + 1 longest tasks, some machine gets k + 1.
 */
export function machineBoundMs(durationsMs: readonly number[], machineCount: number): number {
  const longestFirst = [...durationsMs].sort((a, b) => b - a);
  // Sums of the first so many: batches of thousands of tasks would be added up thousands of times.
  const sums = [0];
  for (const durationMs of longestFirst) sums.push((sums.at(-1) ?? 0) + durationMs);
  let bound = sum(durationsMs) / machineCount;
  for (let k = 0; k * machineCount < longestFirst.length; k++) {
    const last = k * machineCount;
    bound = Math.max(bound, (sums[last + 1] ?? 0) - (sums[last - k] ?? 0));
  }
  return bound;
}

/**
 * Least time, in milliseconds, to finish computations that become available one by one, on `coreCount` cores: whatever
 * arrives from some moment on must be computed after it, and each for itself needs its arrival and its own time.
 */
export function releaseBoundMs(releases: readonly Release[], coreCount: number): number {
  const latestFirst = [...releases].sort((a, b) => b.atMs - a.atMs);
  let bound = 0;
  let computeMs = 0;
  for (const release of latestFirst) {
    computeMs += release.computeMs;
    bound = Math.max(bound, release.atMs + computeMs / coreCount, release.atMs + release.computeMs);
  }
  return bound;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
