// The runner's side of the preflight: one process that measures the price list and leaves.

import { entryUrl } from '../../entry-url.ts';
import { BenchError } from '../../errors.ts';
import type { Preflight } from '../../model/document.ts';
import { Child } from './child-process.ts';

const DEADLINE_MS = 20_000;

/** Measures the price list of this machine. Throws `MACHINE_LIMIT` when a probe fails, `INTERRUPTED` when told to stop. */
export async function runPreflight(origin: string, threads: number, signal: AbortSignal): Promise<Preflight> {
  if (signal.aborted) throw interrupted();
  const child = new Child(entryUrl('../../arm/preflight/main', import.meta.url));
  const { promise: answered, resolve } = Promise.withResolvers<unknown>();
  child.onMessage(resolve);
  const onAbort = () => resolve('aborted');
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => resolve(`did not answer within ${DEADLINE_MS / 1000} s`), DEADLINE_MS);
  child.send({ origin, threads });
  const answer = await Promise.race([answered, child.ended]);
  clearTimeout(timer);
  signal.removeEventListener('abort', onAbort);
  await child.end(0);
  if (signal.aborted) throw interrupted();
  const { type, preflight, message } = answer as { type?: string; preflight?: Preflight; message?: string };
  if (type === 'prices' && preflight) return preflight;
  throw new BenchError(
    'MACHINE_LIMIT',
    `the preflight ${message ? `failed: ${message}` : String(answer)}`,
    'Look at the limits of this machine (threads, memory, open files) and run `overlap preflight` again.',
  );
}

function interrupted(): BenchError {
  return new BenchError('INTERRUPTED', 'interrupted', 'Nothing was measured yet.');
}
