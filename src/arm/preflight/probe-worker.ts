// Worker of the preflight: computes portions until none is left, or just receives something.

import { mixUnits } from '../../kernels.ts';
import type { ProofJob } from '../pool/proven-pool.ts';

export type ProbeJob =
  | {
      readonly part: 'compute';
      /** Size of a portion. */
      readonly unitCount: number;
      /** Portions that nobody has taken yet, shared by all threads of a probe. */
      readonly left: Int32Array;
    }
  | { readonly part: 'receive'; readonly payload: Uint8Array | null };

/** A checksum, or the number of bytes that arrived. */
export type ProbeResult = number;

export default function probe(job: ProbeJob | ProofJob): ProbeResult {
  if (job.part === 'proof') return 0;
  if (job.part === 'compute') {
    let checksum = 0;
    while (Atomics.sub(job.left, 0, 1) > 0) checksum ^= mixUnits(job.unitCount, 1);
    return checksum;
  }
  return job.payload?.byteLength ?? 0;
}
