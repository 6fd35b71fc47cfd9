// How long the next round will take, from the last batch of each arm in it. Around a batch more happens than the batch:
// outputs are verified, a short one is run once more before it; what the last round took over its batches tells how much.

export class RoundTimer {
  /** Last batch of each arm. */
  readonly #wallMs: (number | null)[];
  /** What a round takes over the sum of its batches. */
  #overheadRatio = 1;

  constructor(lastWallMs: readonly (number | null)[]) {
    this.#wallMs = [...lastWallMs];
  }

  /** Notes a round: the batches of its arms (null of one that failed) and what passed until it was over. */
  ran(order: readonly number[], wallMs: readonly (number | null)[], elapsedMs: number): void {
    for (const index of order) this.#wallMs[index] = wallMs[index] ?? null;
    const sumMs = this.#sumMs(order);
    if (sumMs > 0) this.#overheadRatio = Math.max(1, elapsedMs / sumMs);
  }

  /** Expected time of a round of these arms. */
  expectedMs(arms: readonly number[]): number {
    return this.#overheadRatio * this.#sumMs(arms);
  }

  #sumMs(arms: readonly number[]): number {
    return arms.reduce((sum, index) => sum + (this.#wallMs[index] ?? 0), 0);
  }
}
