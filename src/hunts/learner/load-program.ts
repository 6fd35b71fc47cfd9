// Loads a learner's file: a module that exports `run`.

import { BenchError } from '../../errors.ts';
import { loadProblemOf } from '../../loading/load-problem.ts';
import type { LearnerTools } from './tools/tools.ts';

/** What a program exports. */
export type Run = (inputs: object, tools: LearnerTools) => unknown;

/** Throws `HUNT_FILE`. */
export async function loadProgram(url: string): Promise<Run> {
  const run = runOf(await imported(url));
  if (typeof run === 'function') return run as Run;
  const got = run === undefined ? 'no such export' : `a ${typeof run}`;
  const hint = 'Every program begins with `export async function run(inputs, { get })`; `--start` writes one.';
  throw new BenchError('HUNT_FILE', `expected an exported function \`run\`, got ${got}`, hint);
}

async function imported(url: string): Promise<unknown> {
  try {
    return await import(url);
  } catch (thrown) {
    const { how, hint } = loadProblemOf(thrown, url);
    throw new BenchError('HUNT_FILE', how, hint, thrown);
  }
}

/** CommonJS arrives as a default export. */
function runOf(module: unknown): unknown {
  const { run, default: exported } = module as { run?: unknown; default?: { run?: unknown } | null };
  return run ?? exported?.run;
}
