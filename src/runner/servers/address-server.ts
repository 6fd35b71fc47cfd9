// A server that the user named: it is asked, and tells nothing of itself.

import { HTTP1_IN_CLEAR } from '../../model/server/protocol.ts';
import type { ServerAddress } from '../../model/server/server-address.ts';
import { assertAnswersHttp, type ProbePatience } from './answers-http.ts';
import type { ArmServer, ServerStats } from './arm-server.ts';

/** What is known of a server that says nothing. */
export const SILENT_STATS: ServerStats = {
  ...{ cpuMs: null, connectionCount: null, requestCount: null },
  ...{ refusedCount: 0, faultCount: 0 },
};

export class AddressServer implements ArmServer {
  readonly address: ServerAddress;

  private constructor(origin: string) {
    this.address = otherServerAt(origin);
  }

  /** Throws `TARGET_UNUSABLE` where nothing speaks HTTP there, `INTERRUPTED` when the signal is aborted. */
  static async reach(origin: string, patience: ProbePatience = {}): Promise<AddressServer> {
    await assertAnswersHttp(origin, patience);
    return new AddressServer(origin);
  }

  async stats(): Promise<ServerStats> {
    return SILENT_STATS;
  }
}

/** A server that is not the fixture server, spoken to in HTTP/1.1; over TLS with the system's trust. */
export function otherServerAt(origin: string): ServerAddress {
  return { origin, protocol: HTTP1_IN_CLEAR, isFixture: false };
}
