// From what a run is asked for to what is measured: everything that can be refused without measuring is refused here.

import { availableParallelism } from 'node:os';
import { BenchError } from '../../errors.ts';
import type { Settings } from '../../model/document/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { suitedKinds } from '../../model/shape.ts';
import type { Strategy } from '../../model/strategy.ts';
import { nearestHint } from '../../runner/discover.ts';
import { DEFAULT_DEADLINE_MS, defaultEpochCount, FULL, QUICK } from '../../runner/plan/defaults.ts';
import { type NamedServer, NO_NAMED_SERVER } from '../../runner/servers/named-server.ts';
import { ALL_STRATEGIES, findStrategy, STRATEGIES } from '../../strategies/registry.ts';
import type { MeasureOptions, OptionName } from '../measure-options.ts';

type Named = Pick<ScenarioSummary, 'id' | 'kind'>;

/** The settings of a run, with no default left to fill in. Throws `USAGE`. */
export function settingsOf(
  scenarios: readonly Named[],
  strategies: readonly Strategy[],
  asked: MeasureOptions,
  nameOf: OptionName,
  server: NamedServer = NO_NAMED_SERVER,
): Settings {
  const profile = asked.quick ? QUICK : FULL;
  const { rounds, epochs } = asked;
  if (rounds !== undefined && epochs !== undefined && rounds < epochs) {
    const hint = `Use ${nameOf('rounds')} ${epochs} or more, or fewer epochs.`;
    throw new BenchError('USAGE', `${nameOf('rounds')} ${rounds} is fewer than ${nameOf('epochs')} ${epochs}`, hint);
  }
  const budgetMs = asked.budgetMs ?? profile.budgetMs;
  const fitting = defaultEpochCount(budgetMs, scenarios.length);
  return {
    profile: asked.quick ? 'quick' : 'full',
    scenarioIds: scenarios.map(({ id }) => id),
    strategyIds: strategies.map(({ id }) => id),
    taskCount: asked.tasks ?? null,
    concurrencies: listed(asked.concurrency) ?? null,
    threadCounts: listed(asked.threads) ?? [availableParallelism()],
    roundCount: rounds ?? null,
    // Fresh processes are warmed up anew, which costs requests.
    epochCount: epochs ?? (server.mostRequestCount === null ? epochsOf(rounds, fitting) : 1),
    budgetMs,
    warmupMs: asked.warmupMs ?? null,
    deadlineMs: asked.deadlineMs ?? DEFAULT_DEADLINE_MS,
    imports: asked.imports ?? [],
    ...server,
    parameters: parametersOf(asked.params),
  };
}

/** What was set, by name, as it was typed. */
export function parametersOf(params: readonly string[] = []): Settings['parameters'] {
  return Object.fromEntries(
    params.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  );
}

/** One value, or several, as a list. */
export function listed(values: number | readonly number[] | undefined): readonly number[] | undefined {
  return typeof values === 'number' ? [values] : values;
}

/** The strategies that were named, or all. Throws `UNKNOWN_STRATEGY`. */
export function strategiesOf(
  { strategies }: Pick<MeasureOptions, 'strategies'>,
  nameOf: OptionName,
): readonly Strategy[] {
  return strategies === undefined ? STRATEGIES : strategies.map((id) => strategyOf(id, nameOf));
}

function strategyOf(id: string, nameOf: OptionName): Strategy {
  const strategy = findStrategy(id);
  if (strategy) return strategy;
  const known = ALL_STRATEGIES.map((each) => each.id);
  throw new BenchError(
    'UNKNOWN_STRATEGY',
    `${nameOf('strategies')}: unknown strategy '${id}'${nearestHint(id, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}

/** Throws `USAGE` when none of the strategies suits a scenario. */
export function refuseUnsuited(scenarios: readonly Named[], strategies: readonly Strategy[], nameOf: OptionName): void {
  for (const { id, kind } of scenarios) {
    if (strategies.some(({ shape }) => suitedKinds(shape).includes(kind))) continue;
    const suited = STRATEGIES.filter(({ shape }) => suitedKinds(shape).includes(kind)).map((strategy) => strategy.id);
    const ids = strategies.map((strategy) => strategy.id).join(', ');
    throw new BenchError(
      'USAGE',
      `${nameOf('strategies')}: none of ${ids} suits ${id}, which is ${kind} work`,
      `Expected at least one of: ${suited.join(', ')}.`,
    );
  }
}

/** Fewer rounds in an epoch than this are not worth the start of its processes. */
const ROUNDS_PER_EPOCH = 3;

function epochsOf(rounds: number | undefined, fitting: number): number {
  return rounds === undefined ? fitting : Math.max(1, Math.min(fitting, Math.floor(rounds / ROUNDS_PER_EPOCH)));
}
