// A worker of a plain piscina pool: the whole task and nothing around it.

import { workerData } from 'node:worker_threads';
import { taskOf } from './task.mjs';

const { default: scenario } = await import(workerData.file);

export default taskOf(scenario, workerData.origin);
