// A gate to be, for tests: two versions of scenarios that ask for nothing.

import type { GateSettings } from '../../model/document/gate-document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { PLAIN_WISHES } from '../../model/testing/plain-wishes.ts';
import { ALL_STRATEGIES } from '../../strategies/registry.ts';
import type { GateRequest, ScenarioPair } from '../plan/gate/gate-request.ts';
import { PAIR_COUNTS } from '../plan/gate/turns.ts';

export const BASE = { label: 'main', commit: '1'.repeat(40), folder: '/base' };
export const HEAD = { label: 'working tree', commit: null, folder: '/head' };

/** The strategies of these ids, in the order of the registry. */
export const strategiesNamed = (...ids: string[]) => ALL_STRATEGIES.filter(({ id }) => ids.includes(id));

/** One scenario in both versions; `inHead` is what is different there. */
export function pairOf(id: string, both: Partial<ScenarioSummary> = {}, inHead: Partial<ScenarioSummary> = {}) {
  const base: ScenarioSummary = {
    ...{ id, url: `file:///base/${id}.ts`, kind: 'io', title: `Title of ${id}`, question: 'Q?', explanation: 'E' },
    ...{ ...PLAIN_WISHES, taskCount: 4 },
    ...both,
  };
  const head = { ...base, url: `file:///head/${id}.ts`, ...inHead };
  return { base, head, file: `bench/${id}.ts` } satisfies ScenarioPair;
}

/** What is asked; by default one cell, `gather`, for each of the scenarios. */
export function gateRequest(
  pairs: readonly ScenarioPair[],
  settings: Partial<GateSettings> = {},
  rest: Partial<GateRequest> = {},
): GateRequest {
  const { strategies = strategiesNamed('gather') } = rest;
  return {
    ...{ pairs, gaps: [], strategies, seed: 9, tool: { name: 'test', version: '0' }, base: BASE, head: HEAD },
    settings: {
      ...{ marginRatio: 0.03, strategyIds: strategies.map(({ id }) => id), taskCount: null, concurrencies: null },
      ...{ threadCounts: [2], ...PAIR_COUNTS, deadlineMs: 30_000, imports: [] },
      ...{ parameters: {}, confirmsUnclear: false, selfTest: false },
      ...settings,
    },
    ...rest,
  };
}
