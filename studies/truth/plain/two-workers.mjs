// Two worker threads and plain messages: each gets its next input when it has answered the one before.

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { taskOf } from './task.mjs';

export async function openTwoWorkers(file, origin) {
  const open = () => new Worker(new URL(import.meta.url), { workerData: { file, origin } });
  const workers = [open(), open()];
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
  return {
    run: (inputs) =>
      new Promise((resolve, reject) => {
        const outputs = [];
        let nextIndex = 0;
        let leftCount = inputs.length;
        for (const worker of workers) {
          let index;
          const give = () => {
            index = nextIndex++;
            if (index < inputs.length) worker.postMessage(inputs[index]);
          };
          worker.removeAllListeners('message').on('message', ({ output, failure }) => {
            if (failure) reject(new Error(failure));
            outputs[index] = output;
            if (--leftCount === 0) resolve(outputs);
            else give();
          });
          give();
        }
      }),
  };
}

if (!isMainThread) {
  const { default: work } = await import(workerData.file);
  const task = taskOf(work, workerData.origin);
  parentPort.on('message', async (input) => {
    try {
      parentPort.postMessage({ output: await task(input) });
    } catch (thrown) {
      parentPort.postMessage({ failure: String(thrown) });
    }
  });
  parentPort.postMessage({});
}
