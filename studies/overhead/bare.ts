// What a programmer would write without a harness: a loop, a Promise.all, a pool; the same work as the study's
// scenarios and nothing else.

import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { Agent } from 'undici';
import { compute, nothing } from './bare-worker.ts';

/** Runs its batch once; `close` gives back what it holds. */
export interface Bare {
  run(): Promise<unknown>;
  close(): Promise<void>;
}

type PiscinaOptions = ConstructorParameters<typeof Piscina>[0];

/** One task of the bare code. */
type Task = (index: number) => unknown;

const KERNELS: Record<string, Task> = { compute, nothing };

/** Awaits one after another. */
export function bareLoop(task: Task, taskCount: number, close: Bare['close'] = async () => {}): Bare {
  return {
    async run() {
      const outputs: unknown[] = [];
      for (let index = 0; index < taskCount; index++) outputs.push(await task(index));
      return outputs;
    },
    close,
  };
}

/** Starts all, awaits all. */
export function bareGather(task: Task, taskCount: number, close: Bare['close'] = async () => {}): Bare {
  const inputs = Array.from({ length: taskCount }, (_, index) => index);
  return { run: () => Promise.all(inputs.map(async (index) => task(index))), close };
}

/** A piscina pool and nothing else. */
export function barePool(
  kernel: 'compute' | 'nothing',
  taskCount: number,
  threads: number,
  wishes: PiscinaOptions = {},
): Bare {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./bare-worker.ts', import.meta.url)),
    name: kernel,
    minThreads: threads,
    maxThreads: threads,
    ...wishes,
  });
  return bareGather(
    (index) => pool.run(index),
    taskCount,
    () => pool.destroy(),
  );
}

/** Messages to worker threads and back, two of them at each worker, without any library. */
export function bareMessages(kernel: 'compute' | 'nothing', taskCount: number, threads: number): Bare {
  const entry = new URL('./message-worker.ts', import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(entry, { workerData: kernel }));
  return {
    async run() {
      const { promise, resolve } = Promise.withResolvers<unknown[]>();
      const outputs: unknown[] = [];
      let sentCount = 0;
      let endedCount = 0;
      const send = (worker: Worker) => {
        if (sentCount < taskCount) worker.postMessage(sentCount++);
      };
      for (const worker of workers) {
        worker.removeAllListeners('message').on('message', ([index, output]: [number, unknown]) => {
          outputs[index] = output;
          endedCount += 1;
          send(worker);
          if (endedCount === taskCount) resolve(outputs);
        });
      }
      for (const worker of [...workers, ...workers]) send(worker);
      return promise;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** A kernel on this thread. */
export function kernel(name: 'compute' | 'nothing'): Task {
  return KERNELS[name] as Task;
}

/** A request read to its end and not checked. */
export function openBareRequests(origin: string): { request: Task; close: Bare['close'] } {
  const agent = new Agent({ keepAliveTimeout: 60_000 });
  return {
    async request() {
      const { body } = await agent.request({ origin, path: '/delay/1', method: 'GET' });
      return (await body.arrayBuffer()).byteLength;
    },
    close: () => agent.close(),
  };
}
