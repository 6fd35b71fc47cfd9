// The clocks of an arm. Wall time is one clock for all threads and processes of a machine, so that spans recorded by
// workers and by the main thread can be laid side by side; `performance.now()` counts from each thread's own start. They
// are taken when this file loads, before any code of a scenario can replace them.

const readWallNs = process.hrtime.bigint;
const readProcessCpu = process.cpuUsage.bind(process);
const readThreadCpu = process.threadCpuUsage.bind(process);

/** Time in milliseconds. */
export type Clock = () => number;

/** Monotonic time in milliseconds since an arbitrary moment that all threads and processes share. */
export function monotonicMs(): number {
  return Number(readWallNs()) / 1e6;
}

/** CPU time of the whole process, user and system, in milliseconds. */
export function processCpuMs(): number {
  const { user, system } = readProcessCpu();
  return (user + system) / 1e3;
}

/**
 * CPU time of the calling thread, user and system, in milliseconds. Linux brings a thread's own figure up to date only
 * at scheduler ticks, up to 4 ms late, unless the figure of the whole process is asked for first.
 */
export function threadCpuMs(): number {
  readProcessCpu();
  const { user, system } = readThreadCpu();
  return (user + system) / 1e3;
}

/** How busy this thread's event loop has been: since its start, or between two earlier answers. */
export const loopUtilization: typeof performance.eventLoopUtilization =
  performance.eventLoopUtilization.bind(performance);
