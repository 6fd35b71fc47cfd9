// The ways to run a batch that anybody would try first. Each opens what it needs and returns a function that runs the
// batch once.

import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { taskOf } from './task.mjs';
import { openTwoWorkers } from './two-workers.mjs';

export async function loadWork(file, origin) {
  const { default: scenario } = await import(file);
  return { file, origin, task: taskOf(scenario, origin), inputs: scenario.inputs(scenario.taskCount) };
}

export function oneByOne({ task, inputs }) {
  return async () => {
    const outputs = [];
    for (const input of inputs) outputs.push(await task(input));
    return outputs;
  };
}

export function allAtOnce({ task, inputs }) {
  return () => Promise.all(inputs.map(async (input) => task(input)));
}

export async function twoWorkers({ file, origin, inputs }) {
  const workers = await openTwoWorkers(file, origin);
  return () => workers.run(inputs);
}

export function piscina({ file, origin, inputs }) {
  const filename = fileURLToPath(new URL('./piscina-worker.mjs', import.meta.url));
  const threads = { minThreads: 2, maxThreads: 2, idleTimeout: Number.POSITIVE_INFINITY };
  const pool = new Piscina({ filename, workerData: { file, origin }, ...threads });
  return () => Promise.all(inputs.map((input) => pool.run(input)));
}
