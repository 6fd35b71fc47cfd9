// A worker of bare messages: a number in, the number and what its kernel made of it out.

import { parentPort, workerData } from 'node:worker_threads';
import { compute, nothing } from './bare-worker.ts';

const kernel = workerData === 'compute' ? compute : nothing;

parentPort?.on('message', (index: number) => parentPort?.postMessage([index, kernel(index)]));
