// What a task asks of a server, and what a verified answer looks like to it.

/** How a request is to be made. */
export interface RequestOptions {
  /** Default `GET`. */
  readonly method?: string;
  /** By name, in any case. Default: none of its own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as UTF-8. Default: none. */
  readonly body?: string | Uint8Array;
  /** Answers that are no error. Default 200 to 299. */
  readonly statuses?: readonly number[];
}

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

/** What comes before a body. */
export interface AnswerHead {
  readonly status: number;
  /** By name in small letters; what came several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
}

/** One answer whose body is complete and, from the fixture server, whose length and checksum were right. */
export interface Answer extends AnswerHead {
  readonly bytes: Uint8Array;
  /** All 0 from a server that gives no account. */
  readonly timing: ServerTiming;
  /** The body decoded as UTF-8. */
  text(): string;
  /** The body parsed as JSON. Throws a `SyntaxError` where it is none. */
  json(): unknown;
}

/** One answer whose body is read as it comes. */
export interface StreamedAnswer extends AnswerHead {
  readonly body: AsyncIterable<Uint8Array>;
}
