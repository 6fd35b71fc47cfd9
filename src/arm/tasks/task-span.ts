// What is known of one task: when it was under way and where its time went. Sums of these are a sample's shares.

/** Times in milliseconds on the shared monotonic clock. Structured-cloneable, since workers send it back. */
export interface TaskSpan {
  startedMs: number;
  endedMs: number;
  /** Length of the waiting part as its thread saw it. */
  ioMs: number;
  /** When the server accounts for a request of it: from, to, from, to. */
  served: number[];
  /** Requests to the fixture server within it. */
  requestCount: number;
  /** Thread CPU time of the server within it. */
  serverCpuMs: number;
  /** Length of the computing part in wall time. */
  computeWallMs: number;
  /** Between handing to a pool and the start in a worker, and on the way back. */
  handoverMs: number;
  /** Which worker ran it, from 0; null where the main thread did. */
  worker: number | null;
  /** When it was handed to the pool, and when that worker began and ended; equal where the main thread ran it. */
  handedMs: number;
  workerFromMs: number;
  workerToMs: number;
}

/** Fields of a span that add up over tasks. */
export type SpanSum = 'ioMs' | 'requestCount' | 'serverCpuMs' | 'computeWallMs' | 'handoverMs';

/** A span that starts now. */
export function startSpan(nowMs: number): TaskSpan {
  return {
    startedMs: nowMs,
    endedMs: nowMs,
    ioMs: 0,
    served: [],
    requestCount: 0,
    serverCpuMs: 0,
    computeWallMs: 0,
    handoverMs: 0,
    worker: null,
    handedMs: nowMs,
    workerFromMs: nowMs,
    workerToMs: nowMs,
  };
}
