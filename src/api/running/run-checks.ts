// What each option of a run may be: one line for each.

import { RANGES } from '../../runner/plan/defaults.ts';
import {
  abortSignal,
  amount,
  type Check,
  callable,
  listOf,
  oneOrMore,
  place,
  text,
  whole,
  yesOrNo,
} from '../checks/checks.ts';
import type { RunOptions } from '../run-options.ts';

const MILLISECONDS = 'a number of milliseconds';

export const RUN_CHECKS: Readonly<Record<keyof RunOptions, Check>> = {
  quick: yesOrNo,
  strategies: listOf(text, 'a list of ids of strategies'),
  tasks: whole(RANGES.tasks),
  concurrency: oneOrMore(whole(RANGES.concurrency)),
  threads: oneOrMore(whole(RANGES.threads)),
  rounds: whole(RANGES.rounds),
  epochs: whole(RANGES.epochs),
  budgetMs: amount(RANGES.budgetMs, MILLISECONDS),
  warmupMs: amount(RANGES.warmupMs, MILLISECONDS),
  deadlineMs: amount(RANGES.deadlineMs, MILLISECONDS),
  seed: whole(RANGES.seed),
  target: text,
  onPort: text,
  allowRemote: yesOrNo,
  maxRequests: whole(RANGES.maxRequests),
  params: listOf(text, 'a list of texts such as pages=20'),
  imports: listOf(text, 'a list of modules'),
  signal: abortSignal,
  onProgress: callable,
  saveTo: place,
};
