// From the flags of `overlap run` to what is measured: everything that can be refused without measuring is refused here.

import { BenchError } from '../../errors.ts';
import type { Settings } from '../../model/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { suitedKinds } from '../../model/shape.ts';
import type { Strategy } from '../../model/strategy.ts';
import { defaultEpochCount, FULL, QUICK } from '../../runner/plan/defaults.ts';
import { type NamedServer, NO_NAMED_SERVER } from '../../runner/servers/named-server.ts';
import { ALL_STRATEGIES, findStrategy, STRATEGIES } from '../../strategies/registry.ts';
import type { RunFlags } from '../commands/run.ts';
import { nearestHint } from '../runner.ts';

type Named = Pick<ScenarioSummary, 'id' | 'kind'>;

/** The settings of a run, with no default left to fill in. Throws `USAGE`. */
export function settingsOf(
  scenarios: readonly Named[],
  strategies: readonly Strategy[],
  flags: Omit<RunFlags, 'format'>,
  server: NamedServer = NO_NAMED_SERVER,
): Settings {
  const profile = flags.quick ? QUICK : FULL;
  const { rounds, epochs } = flags;
  if (rounds !== undefined && epochs !== undefined && rounds < epochs) {
    const hint = `Use --rounds ${epochs} or more, or fewer epochs.`;
    throw new BenchError('USAGE', `--rounds ${rounds} is fewer than --epochs ${epochs}`, hint);
  }
  const budgetMs = flags.budget ?? profile.budgetMs;
  const fitting = defaultEpochCount(budgetMs, scenarios.length);
  return {
    profile: flags.quick ? 'quick' : 'full',
    scenarioIds: scenarios.map(({ id }) => id),
    strategyIds: strategies.map(({ id }) => id),
    taskCount: flags.tasks ?? null,
    concurrencies: flags.concurrency ?? null,
    threadCounts: flags.threads,
    roundCount: rounds ?? null,
    // Fresh processes are warmed up anew, which costs requests.
    epochCount: epochs ?? (server.mostRequestCount === null ? epochsOf(rounds, fitting) : 1),
    budgetMs,
    warmupMs: flags.warmup ?? null,
    deadlineMs: flags.deadline,
    imports: [],
    ...server,
    parameters: Object.fromEntries(
      (flags.param ?? []).map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
    ),
  };
}

/** The strategies that were named, or all. Throws `UNKNOWN_STRATEGY`. */
export function strategiesOf(ids: readonly string[] | undefined): readonly Strategy[] {
  return ids === undefined ? STRATEGIES : ids.map(strategyOf);
}

function strategyOf(id: string): Strategy {
  const strategy = findStrategy(id);
  if (strategy) return strategy;
  const known = ALL_STRATEGIES.map((each) => each.id);
  throw new BenchError(
    'UNKNOWN_STRATEGY',
    `--strategy: unknown strategy '${id}'${nearestHint(id, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}

/** Throws `USAGE` when none of the strategies suits a scenario. */
export function refuseUnsuited(scenarios: readonly Named[], strategies: readonly Strategy[]): void {
  for (const { id, kind } of scenarios) {
    if (strategies.some(({ shape }) => suitedKinds(shape).includes(kind))) continue;
    const suited = STRATEGIES.filter(({ shape }) => suitedKinds(shape).includes(kind)).map((strategy) => strategy.id);
    throw new BenchError(
      'USAGE',
      `--strategy: none of ${strategies.map((strategy) => strategy.id).join(', ')} suits ${id}, which is ${kind} work`,
      `Expected at least one of: ${suited.join(', ')}.`,
    );
  }
}

/** Fewer rounds in an epoch than this are not worth the start of its processes. */
const ROUNDS_PER_EPOCH = 3;

function epochsOf(rounds: number | undefined, fitting: number): number {
  return rounds === undefined ? fitting : Math.max(1, Math.min(fitting, Math.floor(rounds / ROUNDS_PER_EPOCH)));
}
