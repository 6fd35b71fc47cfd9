// What a verified answer of the fixture server looks like to a task.

/** The server's own account of one answer, from its `Server-Timing` header. All in milliseconds. */
export interface ServerTiming {
  /** Delay the request asked for. */
  readonly askedMs: number;
  /** Start of service to the moment of writing, CPU time included. Never below `askedMs`. */
  readonly deliveredMs: number;
  /** Time spent in the server's own queue before service. */
  readonly queuedMs: number;
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
