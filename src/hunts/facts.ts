// What is known of one run of a learner's program: what its process recorded, and what the server says of it. Verdicts are
// made of counts, orders and the server's own instants, so that a slow machine gives the same ones as a fast one.

/** One request, as the program made it and as the server answered it. */
export interface AskedRequest {
  readonly path: string;
  /** Its place, and that of its end, in the order of everything that happened; null while it has none. */
  readonly asked: number;
  readonly ended: number | null;
  /** Null where there was no answer. */
  readonly status: number | null;
  /** How long a refusal asks to wait. */
  readonly retryAfterMs: number | null;
  /** Characters of the answer, decoded. */
  readonly characterCount: number | null;
  /** When the server had read it and when it sent the answer, and when the program went on; on one clock. Null without an answer. */
  readonly receivedMs: number | null;
  readonly sentMs: number | null;
  readonly seenMs: number | null;
  /** Made by a call that blocks its thread. */
  readonly blocking: boolean;
  /** Given up by the program through its signal, before the end was known. */
  readonly givenUp: boolean;
}

/** A stretch of computing on the loop, on the same clock. */
export interface Computed {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One piece of computing that was handed to threads, in the order of everything. */
export interface Job {
  readonly asked: number;
  readonly ended: number | null;
}

/** How `run` ended; what it returned is JSON as it was then, null where it was no plain data. */
export type Outcome =
  | { readonly type: 'returned'; readonly json: string | null; readonly kind: string }
  | { readonly type: 'threw'; readonly message: string; readonly status: number | null };

/** What the process of the program recorded. */
export interface LearnerRecord {
  readonly outcome: Outcome;
  /** Place of the end of `run` in the order of everything. */
  readonly settledAt: number;
  readonly requests: readonly AskedRequest[];
  readonly computed: readonly Computed[];
  readonly jobs: readonly Job[];
  readonly threadStartCount: number;
  readonly clientCount: number;
  /** What was rejected and caught by nobody. */
  readonly unhandled: readonly string[];
  /** The first thing that it tried and was refused, such as `reach 192.0.2.1`; null for nothing. */
  readonly refused: string | null;
}

/** The server's account, as far as verdicts are made of it. */
export interface ServerAccount {
  readonly requestCount: number;
  readonly servedCount: number;
  readonly abortedCount: number;
  readonly refusedCount: number;
  /** Most requests under way at once. */
  readonly inFlightMax: number;
  readonly connectionCount: number;
}

/** All that a verdict is made of. */
export interface Facts extends LearnerRecord {
  readonly server: ServerAccount;
}
