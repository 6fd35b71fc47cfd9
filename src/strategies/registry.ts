// Every strategy by its id. To add one: write its file, add its line.

import type { Strategy } from '../model/strategy.ts';
import { bounded } from './bounded.ts';
import { gather } from './gather.ts';
import { gatherPool } from './gather-pool.ts';
import { pool } from './pool.ts';
import { sequential } from './sequential.ts';

/** In the order in which tables list them; the first is the reference that speed-ups refer to. */
export const STRATEGIES: readonly Strategy[] = [sequential, gather, bounded, pool, gatherPool];

/** Finds a strategy, or undefined. */
export function findStrategy(id: string): Strategy | undefined {
  return STRATEGIES.find((strategy) => strategy.id === id);
}
