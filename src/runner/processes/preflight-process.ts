// The runner's side of the preflight: one process that measures the price list and leaves.

import { entryUrl } from '../../entry-url.ts';
import { BenchError, messageOf } from '../../errors.ts';
import type { Preflight } from '../../model/document.ts';
import { Child, NoAnswer } from './child-process.ts';

const DEADLINE_MS = 20_000;
/** Starting a thread on a busy machine, and its share of the computing. */
const DEADLINE_MS_PER_THREAD = 1_000;

/**
 * Measures the price list of this machine, cores and pools up to `threadCount` threads; with 0 no worker is started, and what
 * only workers pay is 0. Throws `MACHINE_LIMIT` when a probe fails, `INTERRUPTED` when told to stop.
 */
export async function runPreflight(origin: string, threadCount: number, signal: AbortSignal): Promise<Preflight> {
  const child = new Child(entryUrl('../../arm/preflight/main', import.meta.url));
  try {
    const deadlineMs = DEADLINE_MS + DEADLINE_MS_PER_THREAD * threadCount;
    const answer = await child.ask({ origin, threadCount }, { deadlineMs, signal });
    const { preflight, message } = answer as { preflight?: Preflight; message?: string };
    if (preflight) return preflight;
    throw failure(`failed: ${message}`);
  } catch (thrown) {
    throw thrown instanceof NoAnswer ? failure(messageOf(thrown)) : thrown;
  } finally {
    await child.end(0);
  }
}

function failure(how: string): BenchError {
  return new BenchError(
    'MACHINE_LIMIT',
    `the preflight ${how}`,
    'Look at the limits of this machine (threads, memory, open files) and run `overlap preflight` again.',
  );
}
