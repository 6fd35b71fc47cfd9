// From names, options and two folders to a gate that could start: everything that can be refused without measuring is
// refused here.

import { availableParallelism } from 'node:os';
import { BenchError } from '../../errors.ts';
import type { GateSettings } from '../../model/document/gate-document.ts';
import type { Strategy } from '../../model/strategy.ts';
import { DEFAULT_MARGIN_RATIO } from '../../report/comparison/margin.ts';
import type { Narrowing } from '../../runner/choosing/narrow.ts';
import { findBoth } from '../../runner/gate/find-both.ts';
import { withParameters } from '../../runner/parameters.ts';
import { DEFAULT_DEADLINE_MS } from '../../runner/plan/defaults.ts';
import type { GateRequest, GateTree } from '../../runner/plan/gate/gate-request.ts';
import { PAIR_COUNTS } from '../../runner/plan/gate/turns.ts';
import { GATE_STRATEGIES } from '../../strategies/registry.ts';
import { TOOL } from '../../tool.ts';
import type { OptionName } from '../measure-options.ts';
import { listed, parametersOf, refuseUnsuited, strategiesOf } from '../running/run-settings.ts';
import type { GateMeasureOptions } from './gate-options.ts';

/** What is compared where nobody names anything: scenarios that say by their names that they are some. */
const UNNAMED = '**/*.scenario.{ts,mts,cts,js,mjs,cjs}';

/** Both versions, where they lie. */
export interface GateTrees {
  readonly base: GateTree;
  readonly head: GateTree;
}

/** Throws `USAGE`, `UNKNOWN_SCENARIO` or `UNKNOWN_STRATEGY`; what one side only cannot load is no error but a gap. */
export async function planGate(
  names: readonly string[],
  asked: GateMeasureOptions,
  trees: GateTrees,
  nameOf: OptionName,
  signal: AbortSignal,
  narrowing: Narrowing = {},
): Promise<GateRequest> {
  const imports = asked.imports ?? [];
  const strategies = asked.strategies === undefined ? GATE_STRATEGIES : strategiesOf(asked, nameOf);
  const words = names.length === 0 ? [UNNAMED] : names;
  const found = await findBoth(words, trees, { signal, imports, narrowing }).catch((thrown) => {
    throw names.length === 0 && isUnknown(thrown) ? noNames() : thrown;
  });
  // Where nothing can be compared, the reasons are the news, not that nothing has the parameter.
  const params = found.pairs.length === 0 ? [] : (asked.params ?? []);
  const [base, head] = [
    withParameters(
      found.pairs.map((pair) => pair.base),
      params,
    ),
    withParameters(
      found.pairs.map((pair) => pair.head),
      params,
    ),
  ];
  const pairs = found.pairs.map((pair, index) => ({
    ...pair,
    base: base[index] ?? pair.base,
    head: head[index] ?? pair.head,
  }));
  if (asked.strategies !== undefined) refuseUnsuited(head, strategies, nameOf);
  return {
    ...{ pairs, gaps: found.gaps, strategies, ...trees, tool: TOOL },
    settings: settingsOf(strategies, asked),
    seed: asked.seed ?? Math.floor(Math.random() * 2 ** 32),
  };
}

function settingsOf(strategies: readonly Strategy[], asked: GateMeasureOptions): GateSettings {
  return {
    marginRatio: asked.marginRatio ?? DEFAULT_MARGIN_RATIO,
    strategyIds: strategies.map(({ id }) => id),
    taskCount: asked.tasks ?? null,
    concurrencies: listed(asked.concurrency) ?? null,
    threadCounts: listed(asked.threads) ?? [availableParallelism()],
    ...PAIR_COUNTS,
    deadlineMs: asked.deadlineMs ?? DEFAULT_DEADLINE_MS,
    imports: asked.imports ?? [],
    parameters: parametersOf(asked.params),
    confirmsUnclear: asked.strict ?? false,
    selfTest: asked.selfTest ?? false,
  };
}

function isUnknown(thrown: unknown): boolean {
  return thrown instanceof BenchError && thrown.code === 'UNKNOWN_SCENARIO';
}

function noNames(): BenchError {
  return new BenchError(
    'USAGE',
    `gate: expected scenario files of your own, and no file here is called ${UNNAMED}`,
    "Name them, such as 'benchmarks/*.ts', or list them as `scenarios` in overlap.config.js; `overlap init` writes the first.",
  );
}
