// Changes to what stands around the arms: scenarios and their references, calibration, fixture, settings, the price
// list, the version.

import type { Mutation } from './mutation.ts';
import { ODD_NUMBERS, ODD_TEXTS, pick } from './odd-values.ts';
import { entriesOf, type Fields, isFields, listOf } from './tree.ts';

const MANY = 200_000;
const MANY_TASKS = 150_000;

const ofScenario = (id: string, apply: (scenario: Fields, random: () => number, tree: Fields) => void): Mutation => ({
  id,
  apply(tree, random) {
    const scenario = pick(entriesOf(tree.scenarios), random);
    if (scenario !== undefined) apply(scenario, random, tree);
  },
});

function changeTasks(value: unknown, change: (task: Fields) => void): void {
  for (const task of entriesOf(value)) change(task);
}

/** The calibration of one scenario with so many tasks. */
export const manyTasks: Mutation = {
  id: 'a hundred and fifty thousand tasks',
  apply(tree) {
    const scenario = entriesOf(tree.scenarios)[0] ?? {};
    for (const list of ['calibration', 'typicalTasks', 'fastestTasks']) {
      const tasks = listOf(scenario[list]);
      if (tasks.length > 0)
        scenario[list] = Array.from({ length: MANY_TASKS }, (_, index) => tasks[index % tasks.length]);
    }
  },
};

export const scenarioMutations: readonly Mutation[] = [
  ofScenario('a scenario twice', (scenario, _, tree) => listOf(tree.scenarios).push(structuredClone(scenario))),
  ofScenario('another scenario id', (scenario, random) => {
    scenario.id = pick(ODD_TEXTS, random);
  }),
  {
    id: 'one odd id throughout',
    apply(tree, random) {
      const id = pick(ODD_TEXTS, random);
      const scenario = pick(entriesOf(tree.scenarios), random);
      if (scenario === undefined) return;
      const from = scenario.id;
      const text = JSON.stringify(tree, (key, value) =>
        (key === 'id' || key === 'scenarioId') && value === from ? id : value,
      );
      Object.assign(tree, JSON.parse(text));
    },
  },
  ofScenario('odd words', (scenario, random) => {
    for (const field of ['title', 'question', 'explanation']) scenario[field] = pick(ODD_TEXTS, random);
  }),
  ofScenario('no reference', (scenario) => {
    scenario.reference = null;
    scenario.referenceStrategyId = '';
  }),
  ofScenario('a reference that is missing', (scenario, random) => {
    const strategyId = pick(['gone', ...ODD_TEXTS], random);
    scenario.referenceStrategyId = strategyId;
    if (isFields(scenario.reference)) scenario.reference.strategyId = strategyId;
  }),
  ofScenario('another arm as the reference', (scenario, random, tree) => {
    const cell = pick(entriesOf(tree.cells), random);
    if (cell?.key !== undefined) scenario.reference = structuredClone(cell.key);
    if (cell?.strategyId !== undefined) scenario.referenceStrategyId = cell.strategyId;
  }),
  ofScenario('another kind', (scenario, random) => {
    scenario.kind = pick(['io', 'cpu', 'mixed', 'gpu', ''], random);
  }),
  ofScenario('odd counts of a scenario', (scenario, random) => {
    scenario[pick(['taskCount', 'plannedRoundCount'], random)] = pick(ODD_NUMBERS, random);
  }),
  ofScenario('odd calibration', (scenario, random) => {
    for (const list of ['calibration', 'typicalTasks', 'fastestTasks']) {
      const field = pick(['ioMs', 'serverMs', 'serverCpuMs', 'computeMs', 'computeWallMs', 'computeCpuMs'], random);
      const value = pick(ODD_NUMBERS, random);
      changeTasks(scenario[list], (task) => {
        if (field in task) task[field] = value;
      });
    }
  }),
  ofScenario('calibration of other tasks', (scenario, random) => {
    for (const list of ['calibration', 'typicalTasks', 'fastestTasks']) {
      scenario[list] = listOf(scenario[list]).slice(0, pick([0, 1, 3], random));
    }
  }),
  ofScenario('odd options of the server', (scenario, random) => {
    const value = pick([...ODD_NUMBERS, '4', null], random);
    scenario.fixture = { [pick(['inServiceLimit', 'processes', 'other'], random)]: value };
  }),
  ofScenario('tasks that may fail', (scenario, random, tree) => {
    scenario.allowFailures = true;
    for (const cell of entriesOf(tree.cells)) {
      for (const sample of entriesOf(cell.samples)) {
        sample.failedCount = pick([0, 1, Number(sample.completedCount)], random);
        sample.completedCount = Number(sample.completedCount) - Number(sample.failedCount);
        sample.wastedMs = pick([0, 5e-324, 1e12], random);
      }
    }
  }),
  {
    id: 'odd settings',
    apply(tree, random) {
      if (!isFields(tree.settings)) return;
      const value = pick(ODD_NUMBERS, random);
      const many = Array.from({ length: MANY }, () => 2);
      const lists = pick<unknown>([[], [value], [1, value], many], random);
      Object.assign(
        tree.settings,
        pick<object>([{ threadCounts: lists }, { concurrencies: lists }, { threads: value }], random),
      );
    },
  },
  {
    id: 'odd prices',
    apply(tree, random) {
      if (!isFields(tree.preflight)) return;
      const { preflight } = tree;
      const field = pick(Object.keys(preflight), random);
      const cores = pick([[], [0], [1, 1e9], [5e-324, 5e-324], new Array(50_000).fill(1)], random);
      preflight[field] = field === 'effectiveCores' ? cores : pick(ODD_NUMBERS, random);
    },
  },
  {
    id: 'another machine',
    apply(tree, random) {
      if (!isFields(tree.environment)) return;
      tree.environment.coreCount = pick([1, 3, 1e9, ...ODD_NUMBERS], random);
      tree.environment.cpuModel = pick(ODD_TEXTS, random);
      tree.environment.commit = pick([null, ...ODD_TEXTS], random);
    },
  },
  {
    id: 'another version',
    apply(tree, random) {
      tree.schemaVersion = pick([0, 1, 2, 99, '2', null, -1, 1.5, 1e308, [2]], random);
    },
  },
  {
    id: 'odd dates and seeds',
    apply(tree, random) {
      tree.createdAt = pick(
        ['yesterday', '2026-13-45T99:00:00.000Z', '0000-01-01T00:00:00.000Z', ...ODD_TEXTS],
        random,
      );
      tree.seed = pick(ODD_NUMBERS, random);
    },
  },
];
