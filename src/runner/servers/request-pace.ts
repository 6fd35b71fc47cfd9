// Holds the arms of a run to its budget of requests: who wants to ask waits for its turn, is told how much it may send, and
// what it sent is counted. A run without such a budget passes through.

import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from '../../errors.ts';
import type { RequestBounds } from '../../model/processes/arm-protocol.ts';
import type { RequestBudget } from '../plan/servers/request-budget.ts';

export class RequestPace {
  readonly #budget: RequestBudget | null;
  readonly #signal: AbortSignal;

  constructor(budget: RequestBudget | null, signal: AbortSignal) {
    this.#budget = budget;
    this.#signal = signal;
  }

  get isBounded(): boolean {
    return this.#budget !== null;
  }

  /** What an arm may send from now on; null: as much as tasks ask for. */
  get bounds(): RequestBounds | null {
    return this.#budget?.bounds ?? null;
  }

  /** Waits until the server may be asked again. Throws `INTERRUPTED`. */
  async turn(): Promise<void> {
    const pauseMs = this.#budget?.pauseMs(performance.now()) ?? 0;
    if (pauseMs === 0) return;
    await sleep(pauseMs, undefined, { signal: this.#signal }).catch(() => {});
    if (this.#signal.aborted) {
      throw new BenchError('INTERRUPTED', 'interrupted', 'What had been measured by then, if anything, is kept.');
    }
  }

  /** Throws `REQUESTS_SPENT` with the last one: what was cut short by that is no failure of the arm. */
  spent(count: number, sinceMs: number): void {
    this.#budget?.spent(count, sinceMs);
    this.require(1);
  }

  /** Throws `REQUESTS_SPENT` when there is no room for so many. */
  require(count: number): void {
    this.#budget?.require(count);
  }
}
