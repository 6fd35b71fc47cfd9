// How clients speak to the fixture server: part of what a scenario asks for, and of what an arm is told.

/** One of four: HTTP/1.1 or HTTP/2, in clear text or encrypted. */
export interface Protocol {
  readonly http2: boolean;
  /** The one certificate to trust, as PEM; null in clear text. */
  readonly certificate: string | null;
}

/** What is spoken unless a scenario asks for something else. */
export const HTTP1_IN_CLEAR: Protocol = { http2: false, certificate: null };
