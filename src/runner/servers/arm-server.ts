// A server as an epoch sees it, whoever runs it: where it is, and what it tells of itself.

import type { ServerAddress } from '../../model/server/server-address.ts';

/** A server's account of itself since it started; two of them can be subtracted. Null of what it does not tell. */
export interface ServerStats {
  readonly cpuMs: number | null;
  readonly connectionCount: number | null;
  readonly requestCount: number | null;
  readonly refusedCount: number;
  readonly faultCount: number;
}

export interface ArmServer {
  readonly address: ServerAddress;
  /** Throws `FIXTURE_LOST` or `SERVICE_LOST` where it is known to be gone. */
  stats(): Promise<ServerStats>;
  /** Throws `SERVICE_LOST` when it goes within a moment: an arm that failed may have failed of that. */
  assertStays?(): Promise<void>;
}

/** What came between two accounts, by the names that samples have for it. */
export function grownStats(before: ServerStats, after: ServerStats) {
  const grown = (field: 'cpuMs' | 'connectionCount' | 'requestCount'): number | null => {
    const [one, other] = [before[field], after[field]];
    return one === null || other === null ? null : other - one;
  };
  return {
    serverCpuMs: grown('cpuMs'),
    connectCount: grown('connectionCount'),
    requestCount: grown('requestCount'),
    refusedCount: after.refusedCount - before.refusedCount,
    faultCount: after.faultCount - before.faultCount,
  };
}
