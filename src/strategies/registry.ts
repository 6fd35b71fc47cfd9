// Every strategy by its id. To add one: write its file, add its line.

import type { Strategy } from '../model/strategy.ts';
import { batches } from './batches.ts';
import { bounded } from './bounded.ts';
import { gather } from './gather.ts';
import { gatherPool } from './gather-pool.ts';
import { pool } from './pool.ts';
import { processes } from './processes.ts';
import { sequential } from './sequential.ts';
import { settled } from './settled.ts';
import { started } from './started.ts';

/** What a run compares where nobody names any, in the order of its tables; the first is the reference. */
export const STRATEGIES: readonly Strategy[] = [sequential, gather, bounded, pool, gatherPool];

/**
 * What a gate compares where nobody names any: one task after the other, all at once, and in workers. What lies between
 * them is scheduling, which both versions share.
 */
export const GATE_STRATEGIES: readonly Strategy[] = [sequential, gather, pool];

/** Those that run only when named: worth knowing, and not worth a row in every table. */
const BY_NAME_ONLY: readonly Strategy[] = [started, settled, batches, processes];

/** Every strategy that can be named. */
export const ALL_STRATEGIES: readonly Strategy[] = [...STRATEGIES, ...BY_NAME_ONLY];

/** Finds a strategy, or undefined. */
export function findStrategy(id: string): Strategy | undefined {
  return ALL_STRATEGIES.find((strategy) => strategy.id === id);
}
