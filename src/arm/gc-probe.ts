// Time spent in garbage collection on this thread. Shown, never subtracted: a strategy that makes garbage pays for it.

import { PerformanceObserver } from 'node:perf_hooks';

/** Adds up collections from now on. */
export class GcProbe {
  #totalMs = 0;
  readonly #observer = new PerformanceObserver((list) => this.#add(list.getEntries()));

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /** Total so far, including collections whose report is still waiting to be delivered. */
  totalMs(): number {
    this.#add(this.#observer.takeRecords());
    return this.#totalMs;
  }

  #add(entries: readonly { readonly duration: number }[]): void {
    for (const { duration } of entries) this.#totalMs += duration;
  }
}
