// Which arms a scenario gets: every strategy that suits it, once for each of its parameters' values, and mostly a placebo, the
// second copy of the first of them.

import type { ArmKey, ArmParameters } from '../../model/arm-key.ts';
import type { Settings } from '../../model/document/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { parametersOf, type ShapeParameter, suitedKinds } from '../../model/shape.ts';
import type { Strategy } from '../../model/strategy.ts';
import { DEFAULT_CONCURRENCY } from './defaults.ts';

/** One arm to measure. */
export interface PlannedArm {
  readonly key: ArmKey;
  readonly strategy: Strategy;
  /** True for the second copy of the reference arm. */
  readonly placebo: boolean;
  /** The working folder of its process; ours where there is none. */
  readonly folder?: string;
  /** Share of its own time by which every batch is made longer, to see whether that is noticed: 0.1 is 10 %. Default 0. */
  readonly slowedRatio?: number;
}

/** An arm that is named and not measured. */
export interface SkippedArm extends PlannedArm {
  readonly reason: string;
}

/** The arms of one scenario. */
export interface ArmPlan {
  /** The reference first, its placebo, if any, last; empty where no strategy suits. */
  readonly arms: readonly PlannedArm[];
  readonly skipped: readonly SkippedArm[];
}

type Varied = Pick<Settings, 'concurrencies' | 'threadCounts'>;

/** Plans the arms of a scenario, in the order of the strategies and of the values asked for. */
export function planArms(
  scenario: Pick<ScenarioSummary, 'id' | 'kind' | 'concurrency'>,
  strategies: readonly Strategy[],
  settings: Varied,
  withPlacebo = true,
): ArmPlan {
  const values: Record<ShapeParameter, readonly number[]> = {
    concurrency: settings.concurrencies ?? [scenario.concurrency ?? DEFAULT_CONCURRENCY],
    threads: settings.threadCounts,
  };
  const named = strategies.flatMap((strategy) =>
    combinations(parametersOf(strategy.shape), values).map((parameters) => ({
      key: { scenarioId: scenario.id, strategyId: strategy.id, parameters, subject: 'worktree' as const },
      strategy,
      placebo: false,
    })),
  );
  const isSuited = ({ strategy }: PlannedArm) => suitedKinds(strategy.shape).includes(scenario.kind);
  const arms = named.filter(isSuited);
  const [reference] = arms;
  return {
    arms: reference === undefined || !withPlacebo ? arms : [...arms, { ...reference, placebo: true }],
    skipped: named
      .filter((arm) => !isSuited(arm))
      .map((arm) => ({
        ...arm,
        reason: `for ${suitedKinds(arm.strategy.shape).join(' and ')} work; this is ${scenario.kind}`,
      })),
  };
}

function combinations(
  names: readonly ShapeParameter[],
  values: Readonly<Record<ShapeParameter, readonly number[]>>,
): ArmParameters[] {
  return names.reduce<ArmParameters[]>(
    (combined, name) =>
      combined.flatMap((parameters) => values[name].map((value) => ({ ...parameters, [name]: value }))),
    [{}],
  );
}
