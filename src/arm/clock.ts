// The clocks of an arm. Wall time is one clock for all threads and processes of a machine, so that spans recorded by
// workers and by the main thread can be laid side by side; `performance.now()` counts from each thread's own start.

/** Monotonic time in milliseconds since an arbitrary moment that all threads and processes share. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Enough to make the kernel switch to another thread and back. */
const SWITCH_MS = 0.05;
const neverNotified = new Int32Array(new SharedArrayBuffer(4));

/**
 * Makes the kernel book this thread's CPU time up to now, by sleeping for a moment (about 0.1 ms). Some Linux kernels
 * book a running thread's time only every 4 ms and whenever it sleeps, so that the CPU time of a 1 ms task reads 0 or 4.
 * Never called inside a timed window.
 */
export function settleCpuAccounting(): void {
  Atomics.wait(neverNotified, 0, 0, SWITCH_MS);
}

/** CPU time of the calling thread, user and system, in milliseconds, after settling. */
export function settledThreadCpuMs(): number {
  settleCpuAccounting();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e3;
}

/** CPU time of the whole process, user and system, in milliseconds, after settling this thread's share. */
export function settledProcessCpuMs(): number {
  settleCpuAccounting();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}
