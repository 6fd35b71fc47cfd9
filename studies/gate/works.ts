// The work that the gate is shown: scenarios of the suite with few tasks, so that a pair of processes costs little more
// than to start them. One that waits, one that computes, one that does both.

import { fileURLToPath } from 'node:url';
import type { GateSettings } from '../../src/model/document/gate-document.ts';
import type { Strategy } from '../../src/model/strategy.ts';
import type { GateRequest, ScenarioPair } from '../../src/runner/plan/gate/gate-request.ts';
import { PAIR_COUNTS } from '../../src/runner/plan/gate/turns.ts';
import { describeScenarios } from '../../src/runner/processes/describing-process.ts';
import { gather } from '../../src/strategies/gather.ts';
import { pool } from '../../src/strategies/pool.ts';
import { GATE_STRATEGIES } from '../../src/strategies/registry.ts';
import { sequential } from '../../src/strategies/sequential.ts';

/** A scenario, how many of its tasks make a batch (null: its own number), and the strategies that run them. */
export interface Work {
  readonly path: string;
  readonly taskCount: number | null;
  readonly strategies: readonly Strategy[];
}

const TASK_COUNT = 4;

/** Six cells of different kind. */
export const BANK_WORKS: readonly Work[] = [
  { path: 'io/download-pages.ts', taskCount: TASK_COUNT, strategies: [sequential, gather] },
  { path: 'cpu/count-primes.ts', taskCount: TASK_COUNT, strategies: [sequential, pool] },
  { path: 'mixed/download-then-hash.ts', taskCount: TASK_COUNT, strategies: [gather, pool] },
];

/** Two scenarios, and one list of strategies that gives each two cells. */
export function fourCells(): Work[] {
  return BANK_WORKS.slice(0, 2).map((work) => ({ ...work, strategies: [sequential, pool] }));
}

const TWELVE = ['io/download-pages.ts', 'cpu/count-primes.ts', 'cpu/hash-blocks.ts', 'mixed/download-then-hash.ts'];

/** What a gate takes for all that it measures without being told which strategies: three for each scenario. */
export function twelveCells(taskCount: number | null = TASK_COUNT): Work[] {
  return TWELVE.map((path) => ({ path, taskCount, strategies: GATE_STRATEGIES }));
}

/** The margin that the gate's command takes where nobody says otherwise. */
export const MARGIN_RATIO = 0.03;

/** As without `--strict`. */
export const JUDGING = { marginRatio: MARGIN_RATIO, confirmsUnclear: false };

const SETTINGS: GateSettings = {
  ...JUDGING,
  strategyIds: GATE_STRATEGIES.map(({ id }) => id),
  taskCount: null,
  concurrencies: null,
  threadCounts: [2],
  ...PAIR_COUNTS,
  deadlineMs: 30_000,
  imports: [],
  parameters: {},
  selfTest: false,
};

/** Both versions of each scenario, which are the same. Throws what loading one throws. */
export async function pairsOf(works: readonly Work[]): Promise<ScenarioPair[]> {
  const described = await describeScenarios(works.map(({ path }) => urlOf(path)));
  return works.map(({ path, taskCount }, index) => {
    const summary = described[index];
    if (summary === undefined || summary instanceof Error) throw summary ?? new Error(`nothing known of ${path}`);
    const scenario = { ...summary, taskCount: taskCount ?? summary.taskCount };
    return { base: scenario, head: scenario, file: `benchmarks/${path}` };
  });
}

/** A gate of this code against itself. */
export function requestOf(pairs: readonly ScenarioPair[], strategies: readonly Strategy[], seed: number): GateRequest {
  const folder = fileURLToPath(new URL('../../', import.meta.url));
  return {
    ...{ pairs, strategies, seed, gaps: [] },
    settings: { ...SETTINGS, strategyIds: strategies.map(({ id }) => id) },
    tool: { name: 'study', version: '0' },
    base: { label: 'base', commit: null, folder },
    head: { label: 'head', commit: null, folder },
  };
}

function urlOf(path: string): string {
  return new URL(`../../benchmarks/${path}`, import.meta.url).href;
}
