// Tasks that have begun and not ended, whoever waits for them. A schedule may stop waiting at the first failure; what it
// started goes on, belongs to its sample, and must be over before the next one begins.

import type { Tasks, WorkerPool } from '../../model/strategy.ts';

export class UnderWay {
  readonly #tasks = new Set<Promise<unknown>>();

  /** The same function; what it returns is watched until it ends. */
  watch<Argument, Result>(run: (argument: Argument) => Promise<Result>): (argument: Argument) => Promise<Result> {
    return (argument) => {
      const task = run(argument);
      this.#tasks.add(task);
      const ended = () => this.#tasks.delete(task);
      task.then(ended, ended);
      return task;
    };
  }

  /** Resolves once nothing is under way. */
  async over(): Promise<void> {
    for (;;) {
      // A limit starts its next task when one has ended, a few steps later in the same turn of the loop.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#tasks.size === 0) return;
      await Promise.allSettled(this.#tasks);
    }
  }
}

/** The same tasks, watched; null where nobody asks. */
export function watchedTasks(tasks: Tasks, underWay: UnderWay | null): Tasks {
  return underWay === null ? tasks : { ...tasks, run: underWay.watch(tasks.run), io: underWay.watch(tasks.io) };
}

/** The same pool, watched; null where nobody asks. */
export function watchedPool(pool: WorkerPool, underWay: UnderWay | null): WorkerPool {
  return underWay === null ? pool : { ...pool, run: underWay.watch(pool.run), cpu: underWay.watch(pool.cpu) };
}
