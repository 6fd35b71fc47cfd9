// What is known of one task: when it was under way and where its time went. Sums of these are a sample's shares.

/** Times in milliseconds on the shared monotonic clock. Structured-cloneable, since workers send it back. */
export interface TaskSpan {
  startedMs: number;
  endedMs: number;
  /** Length of the waiting part as its thread saw it, and when that ended. */
  ioMs: number;
  ioToMs: number;
  /** Instants of its requests that were answered, `REQUEST_INSTANTS` for each; read with `servedOf`. */
  requests: number[];
  /** Requests to the fixture server within it. */
  requestCount: number;
  /** Thread CPU time of the server within it. */
  serverCpuMs: number;
  /** When the computing part began, and its length in wall time. */
  computeFromMs: number;
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

/** When its output was there for the strategy: for a task in a worker some time after its end. */
export function returnedMsOf({ worker, endedMs, handedMs, handoverMs, workerFromMs, workerToMs }: TaskSpan): number {
  return worker === null ? endedMs : handedMs + handoverMs + (workerToMs - workerFromMs);
}

/**
 * For each answered request: when the task asked, when the server had read the head, when it began to serve, when the last
 * byte was due, and when the task went on.
 */
export const REQUEST_INSTANTS = 5;

/** When the server accounts for a request of the task. */
export function servedOf({ requests }: Pick<TaskSpan, 'requests'>): number[] {
  const served: number[] = [];
  for (let from = 0; from < requests.length; from += REQUEST_INSTANTS) {
    served.push(requests[from + 1] as number, requests[from + 3] as number);
  }
  return served;
}

/** Fields of a span that add up over tasks. */
export type SpanSum = 'ioMs' | 'requestCount' | 'serverCpuMs' | 'computeWallMs' | 'handoverMs';

/** A span that starts now. */
export function startSpan(nowMs: number): TaskSpan {
  return {
    startedMs: nowMs,
    endedMs: nowMs,
    ioMs: 0,
    ioToMs: nowMs,
    requests: [],
    requestCount: 0,
    serverCpuMs: 0,
    computeFromMs: nowMs,
    computeWallMs: 0,
    handoverMs: 0,
    worker: null,
    handedMs: nowMs,
    workerFromMs: nowMs,
    workerToMs: nowMs,
  };
}
