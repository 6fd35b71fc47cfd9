// Entry of the preflight's process: measures the price list of this machine in the same kind of process that an arm is,
// and stays, idle, to be asked what the machine gives when an epoch begins. Leaves when the runner does.

import { messageOf } from '../../errors.ts';
import type { Preflight } from '../../model/document/document.ts';
import type { PreflightReply, PreflightRequest } from '../../model/processes/preflight-protocol.ts';
import { CoreProbe } from './cores.ts';
import { probeKernel, probeTimer } from './main-thread.ts';
import { probePool } from './pool.ts';
import { probeRequests } from './requests.ts';
import { readSteal } from './steal.ts';

type Workers = Pick<Preflight, 'effectiveCores' | 'poolStartMs' | 'dispatchMs' | 'cloneMsPerMb' | 'transferMsPerMb'>;

const WITHOUT_WORKERS: Workers = {
  effectiveCores: [],
  poolStartMs: 0,
  dispatchMs: 0,
  cloneMsPerMb: 0,
  transferMsPerMb: 0,
};

/** Open from the first question about workers on. */
let cores: CoreProbe | undefined;

async function measurePrices(origin: string, threadCount: number): Promise<Preflight> {
  const fromMs = performance.now();
  const before = await readSteal();
  if (threadCount > 0) cores = await CoreProbe.open(threadCount);
  const effectiveCores = (await cores?.speedUps()) ?? [];
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

async function answer(request: PreflightRequest): Promise<PreflightReply> {
  const { type, threadCount } = request;
  if (type === 'prices') return { type, preflight: await measurePrices(request.origin, threadCount) };
  if (!cores) throw new Error(`'cores' came before the prices of workers`);
  return { type, effectiveCores: await cores.speedUpNow(threadCount) };
}

process.on('message', (request: PreflightRequest & { readonly id: string }) => {
  const send = (reply: PreflightReply) => process.send?.({ ...reply, id: request.id });
  answer(request).then(send, (thrown) => send({ type: 'failed', message: messageOf(thrown) }));
});
process.on('disconnect', () => process.exit(0));
