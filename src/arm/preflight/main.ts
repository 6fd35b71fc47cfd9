// Entry of the preflight's process: measures the price list of this machine in the same kind of process that an arm
// is, sends it to the runner and leaves.

import { messageOf } from '../../errors.ts';
import type { Preflight } from '../../model/document.ts';
import { probeEffectiveCores } from './cores.ts';
import { probeKernel, probeTimer } from './main-thread.ts';
import { probePool } from './pool.ts';
import { probeRequests } from './requests.ts';
import { readSteal } from './steal.ts';

/** What the runner asks for. */
export interface PreflightRequest {
  readonly id: string;
  readonly origin: string;
  /** Most worker threads of an arm; 0 where no arm uses any. */
  readonly threadCount: number;
}

type Workers = Pick<Preflight, 'effectiveCores' | 'poolStartMs' | 'dispatchMs' | 'cloneMsPerMb' | 'transferMsPerMb'>;

const WITHOUT_WORKERS: Workers = {
  effectiveCores: [],
  poolStartMs: 0,
  dispatchMs: 0,
  cloneMsPerMb: 0,
  transferMsPerMb: 0,
};

async function measurePrices({ origin, threadCount }: PreflightRequest): Promise<Preflight> {
  const fromMs = performance.now();
  const before = await readSteal();
  const effectiveCores = threadCount > 0 ? await probeEffectiveCores(threadCount) : [];
  const prices = {
    ...(await probeRequests(origin)),
    timerLatenessMs: await probeTimer(),
    ...(threadCount > 0 ? await probePool() : WITHOUT_WORKERS),
    effectiveCores,
    kernelUnitsPerMs: probeKernel(),
  };
  const after = await readSteal();
  const stealRatio =
    before && after ? Math.max(0, after.steal - before.steal) / Math.max(1, after.total - before.total) : null;
  return { ...prices, stealRatio, durationMs: performance.now() - fromMs };
}

process.on('message', (request: PreflightRequest) => {
  measurePrices(request).then(
    (preflight) => process.send?.({ id: request.id, preflight }),
    (thrown) => process.send?.({ id: request.id, message: messageOf(thrown) }),
  );
});
process.on('disconnect', () => process.exit(0));
