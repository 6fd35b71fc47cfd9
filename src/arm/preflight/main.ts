// Entry of the preflight's process: measures the price list of this machine in the same kind of process that an arm
// is, sends it to the runner and leaves.

import type { Preflight } from '../../model/document.ts';
import { probeEffectiveCores } from './cores.ts';
import { probeKernel, probeTimer } from './main-thread.ts';
import { probePool } from './pool.ts';
import { probeRequests } from './requests.ts';
import { readSteal } from './steal.ts';

/** What the runner asks for. */
export interface PreflightRequest {
  readonly origin: string;
  readonly threads: number;
}

async function measurePrices({ origin, threads }: PreflightRequest): Promise<Preflight> {
  const fromMs = performance.now();
  const before = await readSteal();
  const effectiveCores = await probeEffectiveCores(threads);
  const prices = {
    effectiveCores,
    ...(await probeRequests(origin)),
    timerLatenessMs: await probeTimer(),
    ...(await probePool()),
    kernelUnitsPerMs: probeKernel(),
  };
  const after = await readSteal();
  const stealRatio =
    before && after ? Math.max(0, after.steal - before.steal) / Math.max(1, after.total - before.total) : null;
  return { ...prices, stealRatio, durationMs: performance.now() - fromMs };
}

process.on('message', (request: PreflightRequest) => {
  measurePrices(request).then(
    (preflight) => process.send?.({ type: 'prices', preflight }),
    (thrown) => process.send?.({ type: 'failed', message: String(thrown) }),
  );
});
process.on('disconnect', () => process.exit(0));
