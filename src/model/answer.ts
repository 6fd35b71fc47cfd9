// What a verified answer of the fixture server looks like to a task.

/**
 * The server's own account of one answer, from its `Server-Timing` header. All in milliseconds. The server was at it from
 * `receivedMs` for `queuedMs + deliveredMs + bodyMs`; intervals of answers that were under way together overlap, so that
 * their union and not their sum is what the server accounts for.
 */
export interface ServerTiming {
  /** When the server had read the request's head, on the monotonic clock that all processes of the machine share. */
  readonly receivedMs: number;
  /** Delay the request asked for. */
  readonly askedMs: number;
  /** Start of service to the moment of writing, CPU time included. Never below `askedMs`. */
  readonly deliveredMs: number;
  /** Time spent in the server's own queue before service. */
  readonly queuedMs: number;
  /** Least time from the head to the last byte of a body that is sent over time; 0 for one sent at once. */
  readonly bodyMs: number;
  /** Thread CPU time the server spent computing the answer. */
  readonly cpuMs: number;
}

/** One answer whose body is complete and whose length and checksum were right. */
export interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly timing: ServerTiming;
  /** The body decoded as UTF-8. */
  text(): string;
}
