// Where the server of a run is and what its clients may expect of it: what an arm, and each of its workers, is told.

import { HTTP1_IN_CLEAR, type Protocol } from './protocol.ts';

export interface ServerAddress {
  /** Scheme, host and port, such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  readonly protocol: Protocol;
  /** True of the fixture server: every answer names the length and checksum of its body, and what it cost. */
  readonly isFixture: boolean;
}

/** The fixture server, spoken to as it is unless a scenario asks for something else. */
export function fixtureAt(origin: string, protocol: Protocol = HTTP1_IN_CLEAR): ServerAddress {
  return { origin, protocol, isFixture: true };
}
