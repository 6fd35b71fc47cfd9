// How large a task must be before a pool pays. A warm pool of p effective cores turns C into C/p but adds a handover
// per message and a copy per task, so it wins once C > (handover/k + copy) · p/(p-1), with k tasks a message; the
// total must also outweigh starting the pool, unless it is warm. Misleads when the main thread is busy otherwise.

/** What a pool costs here, in milliseconds, and what it brings. */
export interface PoolPrices {
  /** Handover of one message, there and back. */
  readonly dispatchMs: number;
  /** Copying the values of one task, there and back. */
  readonly cloneMs: number;
  /** Starting the pool; 0 when it is warm. */
  readonly startMs: number;
  /** Effective cores the pool can use. */
  readonly coreCount: number;
  /** Tasks in one message. */
  readonly chunkSize: number;
}

/** The size of a task, in milliseconds of CPU, above which the warm pool is faster; Infinity on one effective core. */
export function breakEvenTaskMs(prices: PoolPrices): number {
  if (prices.coreCount <= 1) return Infinity;
  const perTaskMs = prices.dispatchMs / prices.chunkSize + prices.cloneMs;
  return (perTaskMs * prices.coreCount) / (prices.coreCount - 1);
}

/** The CPU total of a batch, in milliseconds, above which even a cold pool is faster, for tasks of the given size. */
export function breakEvenBatchMs(prices: PoolPrices, taskMs: number): number {
  const savedShare = 1 - 1 / prices.coreCount;
  const costShare = (prices.dispatchMs / prices.chunkSize + prices.cloneMs) / taskMs;
  const gainShare = savedShare - costShare / prices.coreCount;
  return gainShare > 0 ? prices.startMs / gainShare : Infinity;
}
