// A batch made longer on purpose, by a share of its own time: what a gate must notice before it is believed. The thread is
// kept busy, since no timer is as fine as a tenth of a short batch.

import { monotonicMs } from '../clock.ts';

/** Runs the batch and keeps the thread for `ratio` (0.1 is 10 %) of the time that it took. Rejects as the batch does. */
export async function slowed<T>(batch: () => Promise<T>, ratio: number): Promise<T> {
  const fromMs = monotonicMs();
  const outputs = await batch();
  const untilMs = monotonicMs() + (monotonicMs() - fromMs) * ratio;
  while (monotonicMs() < untilMs);
  return outputs;
}
