// The cells that the study measures: what waits and what computes, one after the other, at once, and in workers, in batches
// of some ten milliseconds, so that many pairs fit into the time there is.

import { BenchError } from '../../src/errors.ts';
import type { ScenarioSummary } from '../../src/model/scenario.ts';
import { planGateCells } from '../../src/runner/plan/gate/gate-arms.ts';
import type { GateRequest } from '../../src/runner/plan/gate/gate-request.ts';
import { PAIR_COUNTS } from '../../src/runner/plan/gate/turns.ts';
import { describeScenarios } from '../../src/runner/processes/describing-process.ts';
import { ALL_STRATEGIES } from '../../src/strategies/registry.ts';
import { TOOL } from '../../src/tool.ts';

export const MARGIN_RATIO = 0.03;

/** Each scenario asks the fixture server. */
export const WORLD_SETTINGS = {
  deadlineMs: 30_000,
  imports: [],
  mostRequestCount: null,
  target: null,
  onPort: null,
};

const FILES = ['./scenario-pages.ts', './scenario-primes.ts'].map((name) => new URL(name, import.meta.url).href);

/** Two cells a scenario: which strategies, and how many at once. */
export const FOUR_CELLS = { strategyIds: ['sequential', 'gather'], concurrencies: [4] };
/** Six cells a scenario. */
export const TWELVE_CELLS = { strategyIds: ['sequential', 'gather', 'pool', 'bounded'], concurrencies: [2, 3, 4] };

/** Both scenarios, described once. */
export async function studiedScenarios(): Promise<readonly ScenarioSummary[]> {
  const described = await describeScenarios(FILES);
  return described.map((each) => {
    if (each instanceof BenchError) throw each;
    return each;
  });
}

/** A gate of these scenarios against themselves. */
export function requestFor(
  scenarios: readonly ScenarioSummary[],
  {
    strategyIds,
    concurrencies,
  }: { readonly strategyIds: readonly string[]; readonly concurrencies: readonly number[] },
  seed: number,
): GateRequest {
  const side = { label: 'this', commit: null, folder: process.cwd() };
  return {
    pairs: scenarios.map((scenario) => ({ base: scenario, head: scenario, file: scenario.id })),
    gaps: [],
    strategies: ALL_STRATEGIES.filter(({ id }) => strategyIds.includes(id)),
    settings: {
      ...{ marginRatio: MARGIN_RATIO, strategyIds, taskCount: null, concurrencies, threadCounts: [2] },
      ...{ deadlineMs: 30_000, imports: [], parameters: {}, selfTest: false, ...PAIR_COUNTS },
    },
    seed,
    tool: TOOL,
    base: side,
    head: side,
  };
}

/** The cells that are banked: two that wait and two that compute, one of them in workers. */
export function bankedCells(scenarios: readonly ScenarioSummary[]) {
  return scenarios.flatMap((scenario, index) => {
    const strategyIds = index === 0 ? ['sequential', 'gather'] : ['sequential', 'pool'];
    const request = requestFor(scenarios, { strategyIds, concurrencies: [4] }, 1);
    return request.pairs
      .filter(({ head }) => head === scenario)
      .map((pair) => ({ pair, plans: planGateCells(pair, request) }));
  });
}
