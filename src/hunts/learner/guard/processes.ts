// Other programs could ask anybody, and outlive the hunt: none is started. Threads are, each with this guard, and not without end.

import childProcess, { ChildProcess } from 'node:child_process';
import threads from 'node:worker_threads';
import { refusal } from './refusals.ts';
import { replace } from './replace.ts';

const STARTING = ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'] as const;

/** No hunt has work for as many, and a machine may fall over at a few thousand. */
const MOST_THREADS = 64;

/** `guardPath` is loaded in every thread before anything else. */
export function guardProcesses(guardPath: string): void {
  const holders: Record<string, unknown>[] = [childProcess as never, process as never];
  for (const holder of holders) {
    for (const name of [...STARTING, 'execve']) {
      replace(holder, name, () => (...given) => {
        throw refusal(`start the program ${String(given[0])}`);
      });
    }
  }
  // What `cluster` has taken for itself before.
  replace(ChildProcess.prototype as unknown as { spawn: unknown }, 'spawn', () => (...given) => {
    throw refusal(`start the program ${String((given[0] as { file?: unknown } | undefined)?.file)}`);
  });
  let startCount = 0;
  threads.Worker = class Worker extends threads.Worker {
    constructor(file: string | URL, options: threads.WorkerOptions = {}) {
      if (++startCount > MOST_THREADS) throw new RangeError(`more than ${MOST_THREADS} threads in one run`);
      const { execArgv } = options;
      // Without flags of its own a thread has those of who starts it, and the guard among them.
      super(file, execArgv === undefined ? options : { ...options, execArgv: ['--require', guardPath, ...execArgv] });
    }
  };
}
