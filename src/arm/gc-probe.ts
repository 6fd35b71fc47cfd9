// Time spent in garbage collection on this thread. Shown, never subtracted: a strategy that makes garbage pays for it.

import { PerformanceObserver } from 'node:perf_hooks';

/** Adds up collections from now on. */
export class GcProbe {
  #totalMs = 0;
  readonly #observer = new PerformanceObserver((list) => this.#add(list.getEntries()));

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /**
   * Total so far. Node reports a collection in a later turn of the loop; a batch that never yielded would otherwise be
   * told to have had none.
   */
  async totalMs(): Promise<number> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#add(this.#observer.takeRecords());
    return this.#totalMs;
  }

  #add(entries: readonly { readonly duration: number }[]): void {
    for (const { duration } of entries) this.#totalMs += duration;
  }
}
