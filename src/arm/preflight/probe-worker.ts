// Worker of the preflight: computes a given number of units, or just receives something.

import { mixUnits } from '../../kernels.ts';
import type { ProofJob } from '../pool/proven-pool.ts';

export type ProbeJob =
  | { readonly part: 'compute'; readonly unitCount: number }
  | { readonly part: 'receive'; readonly payload: Uint8Array | null };

/** A checksum, or the number of bytes that arrived. */
export type ProbeResult = number;

export default function probe(job: ProbeJob | ProofJob): ProbeResult {
  if (job.part === 'proof') return 0;
  if (job.part === 'compute') return mixUnits(job.unitCount, 1);
  return job.payload?.byteLength ?? 0;
}
