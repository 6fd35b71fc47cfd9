// Entry of a thread of a pool: computes what it is told, one piece at a time.

import { parentPort } from 'node:worker_threads';
import { mixUnits } from '../../../kernels.ts';
import type { Piece } from './pool.ts';

parentPort?.on('message', ({ units, seed }: Piece) => parentPort?.postMessage(mixUnits(units, seed)));
