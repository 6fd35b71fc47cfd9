// What an empty request costs on this machine's loopback, on a warm connection and on a new one.

import { openClient } from '../../http.ts';
import { fixtureAt } from '../../model/server/server-address.ts';
import { median } from '../../stats/quantile.ts';

const WARM_COUNT = 60;
const COLD_COUNT = 15;
const PATH = '/healthz';

/** Median round trip over a warm connection, and how much more a first request on a new connection takes. */
export async function probeRequests(origin: string): Promise<{ requestFloorMs: number; connectMs: number }> {
  const never = new AbortController().signal;
  const client = openClient(fixtureAt(origin));
  for (let count = 0; count < WARM_COUNT / 2; count++) await client.request(PATH, {}, never);
  const warmMs: number[] = [];
  for (let count = 0; count < WARM_COUNT; count++) warmMs.push(await timed(() => client.request(PATH, {}, never)));
  await client.close();
  const coldMs: number[] = [];
  for (let count = 0; count < COLD_COUNT; count++) {
    const fresh = openClient(fixtureAt(origin));
    coldMs.push(await timed(() => fresh.request(PATH, {}, never)));
    await fresh.close();
  }
  const requestFloorMs = median(warmMs);
  return { requestFloorMs, connectMs: median(coldMs) - requestFloorMs };
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const fromMs = performance.now();
  await action();
  return performance.now() - fromMs;
}
