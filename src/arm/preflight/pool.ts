// What a pool costs before it does any work: starting a thread, sending an empty task, copying or transferring bytes.

import { entryUrl } from '../../entry-url.ts';
import { median } from '../../stats/quantile.ts';
import { openProvenPool } from '../pool/proven-pool.ts';
import type { ProbeJob, ProbeResult } from './probe-worker.ts';

const BYTES_PER_MB = 1_048_576;
const DISPATCH_COUNT = 200;
const PAYLOAD_COUNT = 20;

/** Milliseconds: to start one proven worker, for an empty task there and back, and for each megabyte sent. */
export async function probePool(): Promise<{
  poolStartMs: number;
  dispatchMs: number;
  cloneMsPerMb: number;
  transferMsPerMb: number;
}> {
  const startedAtMs = performance.now();
  const pool = await openProvenPool<ProbeJob, ProbeResult>(entryUrl('./probe-worker', import.meta.url), 1, null);
  const poolStartMs = performance.now() - startedAtMs;
  const timeOf = async (payload: Uint8Array<ArrayBuffer> | null, transfer: boolean): Promise<number> => {
    const transferList = transfer && payload ? [payload.buffer] : [];
    const fromMs = performance.now();
    await pool.send({ part: 'receive', payload }, 0, transferList);
    return performance.now() - fromMs;
  };
  const repeat = async (count: number, once: () => Promise<number>): Promise<number> => {
    const tookMs: number[] = [];
    for (let index = 0; index < count; index++) tookMs.push(await once());
    return median(tookMs);
  };
  try {
    await repeat(DISPATCH_COUNT, () => timeOf(null, false));
    const dispatchMs = await repeat(DISPATCH_COUNT, () => timeOf(null, false));
    const payload = new Uint8Array(BYTES_PER_MB).fill(1);
    const cloneMs = await repeat(PAYLOAD_COUNT, () => timeOf(payload, false));
    const transferMs = await repeat(PAYLOAD_COUNT, () => timeOf(new Uint8Array(BYTES_PER_MB).fill(1), true));
    return {
      poolStartMs,
      dispatchMs,
      cloneMsPerMb: Math.max(0, cloneMs - dispatchMs),
      transferMsPerMb: Math.max(0, transferMs - dispatchMs),
    };
  } finally {
    await pool.destroy();
  }
}
