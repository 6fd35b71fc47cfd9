// The runner's side of the preflight: one process that measures the price list, and then waits, idle, to be asked what the
// machine gives when an epoch begins.

import { entryUrl } from '../../entry-url.ts';
import { BenchError, messageOf } from '../../errors.ts';
import type { Preflight } from '../../model/document/document.ts';
import type { PreflightReply, PreflightRequest } from '../../model/processes/preflight-protocol.ts';
import { Child, NoAnswer } from './child-process.ts';

const DEADLINE_MS = 20_000;
/** Starting a thread on a busy machine, and its share of the computing. */
const DEADLINE_MS_PER_THREAD = 1_000;

/** For an epoch that a machine under load keeps waiting; its probe takes some 50 ms otherwise. */
const CORES_DEADLINE_MS = 5_000;

export class PreflightProcess {
  readonly #child = new Child(entryUrl('../../arm/preflight/main', import.meta.url));

  /**
   * Measures the price list of this machine, cores and pools up to `threadCount` threads; with 0 no worker is started, and
   * what only workers pay is 0. Throws `MACHINE_LIMIT` when a probe fails, `INTERRUPTED` when told to stop.
   */
  async prices(origin: string, threadCount: number, signal: AbortSignal): Promise<Preflight> {
    const deadlineMs = DEADLINE_MS + DEADLINE_MS_PER_THREAD * threadCount;
    const reply = await this.#ask({ type: 'prices', origin, threadCount }, deadlineMs, signal);
    if (reply.type === 'prices') return reply.preflight;
    throw failure(reply.type === 'failed' ? `failed: ${reply.message}` : 'answered something else');
  }

  /**
   * How many times as much that many threads compute as one, now; at most as many as the price list was asked for. Null
   * where the process cannot tell any more, which is no reason to end a run. Throws `INTERRUPTED` when told to stop.
   */
  async effectiveCores(threadCount: number, signal: AbortSignal): Promise<number | null> {
    try {
      const reply = await this.#ask({ type: 'cores', threadCount }, CORES_DEADLINE_MS, signal);
      return reply.type === 'cores' ? reply.effectiveCores : null;
    } catch (thrown) {
      if (thrown instanceof BenchError && thrown.code === 'MACHINE_LIMIT') return null;
      throw thrown;
    }
  }

  /** Ends it at once. */
  close(): Promise<void> {
    return this.#child.end(0);
  }

  async #ask(request: PreflightRequest, deadlineMs: number, signal: AbortSignal): Promise<PreflightReply> {
    try {
      return (await this.#child.ask(request, { deadlineMs, signal })) as PreflightReply;
    } catch (thrown) {
      throw thrown instanceof NoAnswer ? failure(messageOf(thrown)) : thrown;
    }
  }
}

/** The price list alone, from a process that leaves. Throws as `PreflightProcess.prices` does. */
export async function runPreflight(origin: string, threadCount: number, signal: AbortSignal): Promise<Preflight> {
  const preflight = new PreflightProcess();
  try {
    return await preflight.prices(origin, threadCount, signal);
  } finally {
    await preflight.close();
  }
}

function failure(how: string): BenchError {
  return new BenchError(
    'MACHINE_LIMIT',
    `the preflight ${how}`,
    'Look at the limits of this machine (threads, memory, open files) and run `overlap preflight` again.',
  );
}
