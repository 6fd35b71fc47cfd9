// Every field of the format: it must be there, it must be of its kind, and it must lie within its bounds. The paths are
// taken from a document that has everything, so a new field is held to the first two without a line here.

import { describe, expect, it } from 'vitest';
import { resultDocumentSchema } from './schema.ts';
import { fullDocument } from './testing/full-document.ts';

type Path = readonly (string | number)[];

/** Why a document is refused: place and words of every issue; empty when it is read. */
function issuesOf(document: unknown): { path: string; message: string }[] {
  const parsed = resultDocumentSchema.safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}

const pathsRefused = (document: unknown) => issuesOf(document).map(({ path }) => path);

/** The full document with one place changed; undefined takes the field away. */
function changed(path: Path, value: unknown): unknown {
  const document = fullDocument();
  const parent = path.slice(0, -1).reduce((at: Record<string, unknown>, step) => at[step] as never, document as never);
  const last = path.at(-1) as string;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return document;
}

/** The paths of all values that are no objects or lists, below fields that the format names. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([step, below]) =>
    leavesOf(below, [...path, Array.isArray(value) ? Number(step) : step]),
  );
}

const FREE = /\.(parameters|shape|fixture)\.|^preflight\.effectiveCores\.|\.extra$/;
const OPTIONAL = /\.contaminated$/;
const LEAVES = leavesOf(fullDocument()).filter((path) => !FREE.test(path.join('.')));

describe('the format', () => {
  it('takes a document that has everything, and gives back all of it', () => {
    expect(issuesOf(fullDocument())).toEqual([]);
    expect(resultDocumentSchema.parse(fullDocument())).toEqual(fullDocument());
    expect(LEAVES.length).toBeGreaterThan(80);
  });

  it.each(LEAVES.map((path) => [path.join('.'), path] as const))('needs %s, and of its kind', (name, path) => {
    expect(pathsRefused(changed(path, { not: 'this' }))).toContain(name);
    const isEntry = typeof path.at(-1) === 'number';
    if (!isEntry && !OPTIONAL.test(name)) expect(pathsRefused(changed(path, undefined))).toContain(name);
  });

  it.each([
    'environment',
    'settings',
    'tool',
    'scenarios',
    'cells',
    'cells.0.key',
    'cells.0.key.parameters',
    'cells.0.shape',
    'cells.0.status',
    'cells.0.openMs',
    'cells.0.warmups',
    'cells.0.restedRounds',
    'cells.0.samples',
    'cells.0.timelines',
    'scenarios.0.reference',
    'scenarios.0.fixture',
    'scenarios.0.typicalTasks',
    'scenarios.0.fastestTasks',
    'settings.scenarioIds',
    'settings.strategyIds',
    'settings.concurrencies',
    'settings.threadCounts',
    'preflight',
    'preflight.effectiveCores',
  ])('needs %s, and of its kind', (name) => {
    const path = name.split('.');
    expect(pathsRefused(changed(path, undefined))).toContain(name);
    expect(pathsRefused(changed(path, 'text'))).toContain(name);
  });

  const MOST_MS = 1e12;
  const MOST_COUNT = 1e9;
  const times = { least: 0, most: MOST_MS };
  const differences = { least: -MOST_MS, most: MOST_MS };
  const shares = { least: 0, most: 1 };
  const counts = { least: 0, most: MOST_COUNT };
  const positives = { least: 1, most: MOST_COUNT };
  const sample = (name: string) => `cells.0.samples.0.${name}`;
  it.each([
    ...['cpuMs', 'gcMs', 'wastedMs', 'taskMs', 'longestTaskMs', 'ioMs', 'serverMs', 'computeWallMs', 'serverCpuMs'].map(
      (name) => [sample(name), times] as const,
    ),
    ...['epoch', 'round', 'slot', 'completedCount', 'failedCount', 'connectCount', 'inFlightMean'].map(
      (name) => [sample(name), counts] as const,
    ),
    [sample('loopUtilizationRatio'), shares],
    [sample('handoverMs'), differences],
    [sample('wallMs'), { least: 1e-6, most: MOST_MS }],
    ['measuredMs', times],
    ['cells.0.taskCount', positives],
    ['cells.0.openMs.0', times],
    ['cells.0.warmups.0.batchCount', counts],
    ['cells.0.warmups.0.spentMs', times],
    ['cells.0.warmups.0.stillFallingRatio', { least: -1, most: MOST_COUNT }],
    ['cells.0.restedRounds.0', counts],
    ['cells.0.timelines.0.epoch', counts],
    ['cells.0.timelines.0.round', counts],
    ['cells.0.timelines.0.batchUs', { least: 0, most: 1e12 }],
    ['cells.0.timelines.0.tasks.endedUs.0', { least: -1e12, most: 1e12 }],
    ['cells.0.timelines.0.pool.worker.0', counts],
    ['cells.0.timelines.0.requests.gotUs.1', { least: -1e12, most: 1e12 }],
    ['cells.0.timelines.0.leftOutTaskCount', counts],
    ['cells.0.timelines.0.leftOutRequestCount', counts],
    ['scenarios.0.taskCount', positives],
    ['scenarios.0.plannedRoundCount', counts],
    ['scenarios.0.typicalTasks.0.ioMs', times],
    ['scenarios.0.typicalTasks.0.computeWallMs', times],
    ['scenarios.0.fastestTasks.0.serverMs', times],
    ['scenarios.0.fastestTasks.0.computeCpuMs', times],
    ['environment.coreCount', positives],
    ['environment.memoryBytes', { least: 0, most: Number.MAX_SAFE_INTEGER }],
    ['environment.openFileLimit', { least: 0, most: Number.MAX_SAFE_INTEGER }],
    ['settings.taskCount', positives],
    ['settings.concurrencies.0', positives],
    ['settings.threadCounts.0', positives],
    ['settings.roundCount', positives],
    ['settings.epochCount', positives],
    ['settings.budgetMs', times],
    ['settings.warmupMs', times],
    ['settings.deadlineMs', times],
    ['preflight.effectiveCores.0', counts],
    ['preflight.connectMs', differences],
    ['preflight.timerLatenessMs', differences],
    ['preflight.cloneMsPerMb', differences],
    ['preflight.transferMsPerMb', differences],
    ['preflight.requestFloorMs', times],
    ['preflight.poolStartMs', times],
    ['preflight.dispatchMs', times],
    ['preflight.kernelUnitsPerMs', times],
    ['preflight.stealRatio', shares],
    ['preflight.durationMs', times],
  ] as const)('bounds %s on both sides', (name, { least, most }) => {
    const path = name.split('.');
    expect(issuesOf(changed(path, least))).toEqual([]);
    expect(issuesOf(changed(path, most))).toEqual([]);
    expect(pathsRefused(changed(path, least - 1))).toContain(name);
    expect(pathsRefused(changed(path, most * 1.5 + 1))).toContain(name);
    expect(pathsRefused(changed(path, Number.NaN))).toContain(name);
  });

  it.each(['environment.commit', 'environment.openFileLimit', 'settings.taskCount', 'settings.concurrencies'])(
    'takes null for %s, which may be unknown',
    (name) => expect(issuesOf(changed(name.split('.'), null))).toEqual([]),
  );

  it.each([
    'settings.roundCount',
    'preflight',
    'preflight.stealRatio',
    'scenarios.0.reference',
    'cells.0.warmups.0.settled',
    'cells.0.warmups.0.stillFallingRatio',
    'settings.warmupMs',
    'cells.0.shape',
    'cells.0.outputDigest',
  ])('takes null for %s, which may be missing', (name) => {
    expect(issuesOf(changed(name.split('.'), null))).toEqual([]);
  });

  it('takes only the words that mean something', () => {
    for (const kind of ['io', 'cpu', 'mixed']) expect(issuesOf(changed(['scenarios', 0, 'kind'], kind))).toEqual([]);
    for (const subject of ['worktree', 'base', 'head']) {
      expect(issuesOf(changed(['cells', 0, 'key', 'subject'], subject))).toEqual([]);
    }
    for (const profile of ['full', 'quick']) expect(issuesOf(changed(['settings', 'profile'], profile))).toEqual([]);
    expect(pathsRefused(changed(['scenarios', 0, 'kind'], 'gpu'))).toEqual(['scenarios.0.kind']);
    expect(pathsRefused(changed(['cells', 0, 'key', 'subject'], 'tail'))).toEqual(['cells.0.key.subject']);
    expect(pathsRefused(changed(['settings', 'profile'], 'slow'))).toEqual(['settings.profile']);
    expect(pathsRefused(changed(['createdAt'], 'yesterday'))).toEqual(['createdAt']);
    expect(pathsRefused(changed(['schemaVersion'], 1))).toEqual(['schemaVersion']);
  });

  it('has a state for a cell that failed, with its reason, and for one that was skipped', () => {
    const failed = { state: 'failed', failure: { code: 'X', message: 'y' } };
    const status = ['cells', 0, 'status'];
    expect(issuesOf(changed(status, failed))).toEqual([]);
    expect(issuesOf(changed(status, { state: 'skipped', reason: 'why' }))).toEqual([]);
    expect(pathsRefused(changed(status, { state: 'failed' }))).toEqual(['cells.0.status.failure']);
    expect(pathsRefused(changed(status, { state: 'failed', failure: { message: 'y' } }))).toEqual([
      'cells.0.status.failure.code',
    ]);
    expect(pathsRefused(changed(status, { state: 'failed', failure: { code: 'X' } }))).toEqual([
      'cells.0.status.failure.message',
    ]);
    expect(pathsRefused(changed(status, { state: 'skipped' }))).toEqual(['cells.0.status.reason']);
    expect(pathsRefused(changed(status, { state: 'lost' }))).toEqual(['cells.0.status.state']);
  });

  it('takes numbers, words and yes or no as parameters and shapes, and refuses words beyond all measure', () => {
    for (const part of ['parameters', 'shape']) {
      const path = part === 'shape' ? ['cells', 0, 'shape'] : ['cells', 0, 'key', 'parameters'];
      for (const value of [4, 'four', true]) expect(issuesOf(changed(path, { c: value }))).toEqual([]);
      expect(pathsRefused(changed(path, { c: null }))).toEqual([`${path.join('.')}.c`]);
    }
    expect(issuesOf(changed(['scenarios', 0, 'title'], 'x'.repeat(100_000)))).toEqual([]);
    expect(pathsRefused(changed(['scenarios', 0, 'title'], 'x'.repeat(100_001)))).toEqual(['scenarios.0.title']);
  });

  it('wants columns of a timeline that belong together', () => {
    const columns = ['cells', 0, 'timelines', 0];
    const refused = (path: readonly (string | number)[], value: unknown) =>
      issuesOf(changed([...columns, ...path], value)).map(({ message }) => message);
    expect(refused(['tasks', 'endedUs'], [1])).toEqual(['endedUs: not one for each task']);
    expect(refused(['pool', 'toUs'], [1, 2, 3])).toEqual(['toUs: not one for each task']);
    expect(refused(['pool'], null)).toEqual([]);
    expect(refused(['requests', 'sentUs'], [])).toEqual(['requests.sentUs: not one for each request']);
    expect(refused(['requests', 'row'], [0, 2])).toEqual(['row 2: no such task']);
    expect(refused(['failedRows'], [7])).toEqual(['row 7: no such task']);
  });

  it('keeps what later versions may add to a timeline', () => {
    expect(resultDocumentSchema.parse(fullDocument()).cells[0]?.timelines[0]).toHaveProperty('extra', 'kept');
  });
});

describe('rules between parts', () => {
  it('every cell belongs to a scenario', () => {
    expect(issuesOf(changed(['cells', 0, 'key', 'scenarioId'], 'gone'))).toEqual([
      { path: 'cells.0', message: "no scenario 'gone' in this document" },
    ]);
  });

  it('no scenario stands there twice', () => {
    const { scenarios } = fullDocument();
    const twice = { ...fullDocument(), scenarios: [...scenarios, ...scenarios] };
    expect(issuesOf(twice)).toEqual([{ path: 'scenarios', message: "the scenario 'a' stands there twice" }]);
  });

  it('no arm stands there twice, but one may have a placebo', () => {
    const [cell] = fullDocument().cells;
    if (cell === undefined) throw new Error('no cell');
    const again = { ...fullDocument(), cells: [cell, { ...cell, placebo: true }, cell] };
    expect(issuesOf(again)).toEqual([
      { path: 'cells.2', message: expect.stringMatching(/^the arm 'bounded.*' stands there twice$/) },
    ]);
    const other = { ...cell, key: { ...cell.key, parameters: { concurrency: 16 } } };
    expect(issuesOf({ ...fullDocument(), cells: [cell, { ...cell, placebo: true }, other] })).toEqual([]);
  });
});
