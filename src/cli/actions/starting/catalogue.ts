// What there is to run, as `overlap list` shows it: for people in groups, for scripts with every fact.

import type { ScenarioSummary } from '../../../model/scenario.ts';
import { describeShape, type Shape } from '../../../model/shape.ts';
import type { Catalogue } from '../../../render/page/list-page.ts';
import { ALL_STRATEGIES, STRATEGIES } from '../../../strategies/registry.ts';
import { exampleUrls, lessonUrls, limitUrls, scenarioUrls } from '../../runner.ts';

/** What `overlap list --format json` prints. Names and meanings stay; fields may be added. */
export interface CatalogueData {
  readonly scenarios: readonly ScenarioData[];
  readonly strategies: readonly StrategyData[];
}

interface ScenarioData
  extends Pick<
    ScenarioSummary,
    'id' | 'title' | 'kind' | 'tags' | 'taskCount' | 'concurrency' | 'parameters' | 'file' | 'question' | 'explanation'
  > {
  /** Whether `overlap run` without names measures it. */
  readonly runsUnnamed: boolean;
}

interface StrategyData {
  readonly id: string;
  readonly idea: string;
  readonly shape: Shape;
  /** Whether a run without `--strategy` compares it. */
  readonly runsUnnamed: boolean;
}

/** For scripts. */
export function catalogueData(scenarios: readonly ScenarioSummary[]): CatalogueData {
  const unnamed = scenarioUrls();
  return {
    scenarios: scenarios.map((scenario) => {
      const { id, file, kind, tags, title, question, explanation, taskCount, concurrency, parameters, url } = scenario;
      const words = { id, file, kind, tags, title, question, explanation };
      return { ...words, taskCount, concurrency, parameters, runsUnnamed: unnamed.includes(url) };
    }),
    strategies: ALL_STRATEGIES.map((strategy) => {
      const { id, idea, shape } = strategy;
      return { id, idea, shape, runsUnnamed: STRATEGIES.includes(strategy) };
    }),
  };
}

/** For people. Files of one's own stand among the scenarios, under the name that runs them. */
export function catalogueOf(summaries: readonly ScenarioSummary[]): Catalogue {
  const named = summaries.map((each) => ({ ...each, id: each.file ?? each.id }));
  const [limits = [], examples = [], lessons = []] = [limitUrls(), exampleUrls(), lessonUrls()].map((files) =>
    named.filter(({ url }) => files.includes(url)),
  );
  const byNameOnly = [...limits, ...examples, ...lessons];
  const strategies = ALL_STRATEGIES.map((strategy) => {
    const { id, idea, shape } = strategy;
    return { id, idea, schedule: describeShape(shape), runsUnnamed: STRATEGIES.includes(strategy) };
  });
  return {
    scenarios: named.filter((each) => !byNameOnly.includes(each)),
    limits,
    examples,
    lessons,
    tags: [...new Set(summaries.flatMap(({ tags }) => tags))].sort(),
    strategies: strategies.filter(({ runsUnnamed }) => runsUnnamed),
    byName: strategies.filter(({ runsUnnamed }) => !runsUnnamed),
  };
}
