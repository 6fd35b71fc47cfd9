// Older documents in today's form: one step a version, each from one version to the next, so that a file from any version
// takes them in turn. A step only renames and fills in what every file of its version had; what does not look as it
// should is left for the schema to name.

import { SHAPES_OF_VERSION_1 } from '../strategies/version-1.ts';

type Fields = Readonly<Record<string, unknown>>;

/** From the version that is the key to the next one. */
const STEPS: Readonly<Record<number, (document: Fields) => Fields>> = {
  1: toVersion2,
  2: toVersion3,
  3: toVersion4,
};

/** The document in the newest form it can be brought to; anything that is no document of a known version, as it is. */
export function migrate(value: unknown): unknown {
  let document = value;
  for (;;) {
    if (!isFields(document) || typeof document.schemaVersion !== 'number') return document;
    const step = STEPS[document.schemaVersion];
    if (step === undefined) return document;
    document = step(document);
  }
}

function toVersion2(document: Fields): Fields {
  const cells = mapList(document.cells, cellToVersion2);
  return {
    ...document,
    schemaVersion: 2,
    settings: isFields(document.settings) ? settingsToVersion2(document.settings) : document.settings,
    scenarios: mapList(document.scenarios, (scenario) => scenarioToVersion2(scenario, cells)),
    cells,
  };
}

function settingsToVersion2({ concurrency, threads, ...rest }: Fields): Fields {
  return { ...rest, concurrencies: [concurrency], threadCounts: [threads] };
}

function cellToVersion2({ scenarioId, strategyId, concurrency, threads, samples, ...rest }: Fields): Fields {
  const parameters = Object.fromEntries(
    Object.entries({ concurrency, threads }).filter(([, value]) => value !== null && value !== undefined),
  );
  return {
    ...rest,
    key: { scenarioId, strategyId, parameters, subject: 'worktree' },
    shape: SHAPES_OF_VERSION_1.get(strategyId) ?? null,
    samples: mapList(samples, sampleToVersion2),
    timelines: [],
  };
}

function sampleToVersion2({ computeMs, ...rest }: Fields): Fields {
  return { ...rest, computeWallMs: computeMs, failedCount: 0, wastedMs: 0 };
}

function scenarioToVersion2(scenario: Fields, cells: unknown): Fields {
  const { referenceStrategyId, calibration, fastestTasks, ...rest } = scenario;
  return {
    ...rest,
    reference: referenceOf(scenario.id, referenceStrategyId, cells),
    fixture: {},
    allowFailures: false,
    typicalTasks: mapList(calibration, ({ computeMs, ...task }) => ({ ...task, computeWallMs: computeMs })),
    fastestTasks: mapList(fastestTasks, ({ computeMs, ...task }) => ({ ...task, computeCpuMs: computeMs })),
  };
}

// Version 1 named the strategy only; its one arm tells the rest. An empty name meant that there was none.
function referenceOf(scenarioId: unknown, strategyId: unknown, cells: unknown): unknown {
  if (strategyId === '') return null;
  const keys = Array.isArray(cells) ? cells.map((cell) => cell?.key).filter(isFields) : [];
  const own = keys.find((key) => key.scenarioId === scenarioId && key.strategyId === strategyId);
  return own ?? { scenarioId, strategyId, parameters: {}, subject: 'worktree' };
}

function toVersion3(document: Fields): Fields {
  return {
    ...document,
    schemaVersion: 3,
    settings: isFields(document.settings) ? settingsToVersion3(document.settings) : document.settings,
    scenarios: mapList(document.scenarios, scenarioToVersion3),
    cells: mapList(document.cells, cellToVersion3),
  };
}

// Batches were counted then, not timed; each cell says how many there were.
function settingsToVersion3({ warmupCount, ...rest }: Fields): Fields {
  return { ...rest, warmupMs: null };
}

function cellToVersion3({ warmupCount, openMs, samples, ...rest }: Fields): Fields {
  const warmup = { batchCount: warmupCount, spentMs: null, settled: null, stillFallingRatio: null };
  return {
    ...rest,
    openMs,
    restedRounds: [],
    warmups: Array.isArray(openMs) ? openMs.map(() => warmup) : openMs,
    samples: mapList(samples, (sample) => ({ ...sample, ...NOT_TOLD_BEFORE_VERSION_3 })),
  };
}

const NOT_TOLD_BEFORE_VERSION_3 = {
  ...{ loopCpuMs: null, workerCpuMs: null, atServerMs: null, betweenTasksMs: null, unfedMs: null, idleEndMs: null },
  ...{ requestCount: null, refusedCount: 0, faultCount: 0, foreignCores: null },
};

// What a task waited beyond the server's account was taken for the work of its own thread, and so it is read.
function scenarioToVersion3({ typicalTasks, fastestTasks, warmup, ...rest }: Fields): Fields {
  const cost = ({ ioMs, serverMs, ...task }: Fields, computing: object): Fields => ({
    ...{ ...task, ioMs, serverMs, ...computing, otherCpuMs: 0, requestCount: Number(serverMs) > 0 ? 1 : 0 },
    ioCpuMs: Math.max(0, Number(ioMs) - Number(serverMs)),
  });
  return {
    ...rest,
    typicalTasks: mapList(typicalTasks, (task) => withWallMs(cost(task, { computeCpuMs: task.computeWallMs }))),
    fastestTasks: mapList(fastestTasks, (task) => withWallMs(cost(task, { computeWallMs: task.computeCpuMs }))),
    calibratedCount: Array.isArray(typicalTasks) ? typicalTasks.length : 0,
    sideBySide: [],
    effectiveCores: [],
  };
}

function withWallMs(task: Fields): Fields {
  return { ...task, wallMs: Number(task.ioMs) + Number(task.computeWallMs) };
}

// Nothing could be set up, nothing but the fixture server asked. Which file it was is not known; the id is that of the
// suite's own far more often than not.
function toVersion4(document: Fields): Fields {
  return {
    ...document,
    schemaVersion: 4,
    settings: isFields(document.settings) ? { ...document.settings, ...NOT_NAMED_BEFORE_VERSION_4 } : document.settings,
    scenarios: mapList(document.scenarios, (scenario) => ({ ...scenario, parameters: {}, target: null, file: null })),
    cells: mapList(document.cells, (cell) => ({ ...cell, setupMs: [], teardownMs: [], teardownFailure: null })),
  };
}

const NOT_NAMED_BEFORE_VERSION_4 = { imports: [], target: null, onPort: null, mostRequestCount: null, parameters: {} };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list with its entries changed; what is no list, or no entry with fields, is left for the schema to name. */
function mapList(value: unknown, change: (entry: Fields) => Fields): unknown {
  return Array.isArray(value) ? value.map((entry) => (isFields(entry) ? change(entry) : entry)) : value;
}
