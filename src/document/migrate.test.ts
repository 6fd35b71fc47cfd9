// Files of older versions: what they said is what is read, and what they lacked is named by the schema, not made up.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { parseDocument } from './parse.ts';
import { smallDocument } from './testing/small-document.ts';

const EXAMPLES = ['two-cores', 'two-cores-again'];
const textOf = (name: string) =>
  readFileSync(new URL(`../../results/examples/version-1/${name}.json`, import.meta.url), 'utf8');

/** A document of version 1, by hand: one scenario, one arm with a bound, one reference. */
function version1() {
  const { environment, createdAt, tool } = smallDocument();
  const { concurrencies, threadCounts, ...settings } = smallDocument().settings;
  const task = { ioMs: 10, serverMs: 9, serverCpuMs: 1, computeMs: 3 };
  const sample = {
    ...{ epoch: 0, round: 0, slot: 0, wallMs: 5, cpuMs: 1, loopUtilizationRatio: 0.5, gcMs: 0, completedCount: 1 },
    ...{ inFlightMean: 1, taskMs: 5, longestTaskMs: 5, ioMs: 1, serverMs: 1, computeMs: 4, handoverMs: 0 },
    ...{ connectCount: 0, serverCpuMs: 0 },
  };
  const cell = {
    ...{ scenarioId: 'a', strategyId: 'bounded', placebo: false, concurrency: 8, threads: null, taskCount: 1 },
    ...{ status: { state: 'completed' }, openMs: [0.1], warmupCount: 1, outputDigest: 'x', samples: [sample] },
  };
  const scenario = {
    ...{ id: 'a', title: 'A', kind: 'io', taskCount: 1, question: '?', explanation: '.', plannedRoundCount: 1 },
    ...{ referenceStrategyId: 'bounded', calibration: [task], fastestTasks: [{ ...task, computeMs: 2 }] },
    warmup: { batchCount: 1, steady: null, detail: '' },
  };
  return {
    ...{ schemaVersion: 1, createdAt, tool, seed: 1, complete: true, measuredMs: 5, environment, preflight: null },
    settings: { ...settings, concurrency: 8, threads: 2 },
    scenarios: [scenario],
    cells: [cell],
  };
}

const read = (document: unknown) => parseDocument(JSON.stringify(document), 'old.json');

describe('a document of version 1', () => {
  it('has its arms known by key and shape', () => {
    const { cells, scenarios, settings } = read(version1());
    const key = { scenarioId: 'a', strategyId: 'bounded', parameters: { concurrency: 8 }, subject: 'worktree' };
    expect(cells[0]).toMatchObject({ key, placebo: false, timelines: [] });
    expect(cells[0]?.shape).toEqual({ waits: 'bounded', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' });
    expect(scenarios[0]).toMatchObject({ reference: key, fixture: {}, allowFailures: false });
    expect(settings).toMatchObject({ concurrencies: [8], threadCounts: [2] });
  });

  it('has wall and CPU time under names of their own', () => {
    const { cells, scenarios } = read(version1());
    const alone = { ioMs: 10, serverMs: 9, serverCpuMs: 1, requestCount: 1, ioCpuMs: 1, otherCpuMs: 0 };
    const [typical, fastest] = [
      { wallMs: 13, computeWallMs: 3, computeCpuMs: 3 },
      { wallMs: 12, computeWallMs: 2, computeCpuMs: 2 },
    ];
    expect(scenarios[0]?.typicalTasks).toEqual([{ ...alone, ...typical }]);
    expect(scenarios[0]?.fastestTasks).toEqual([{ ...alone, ...fastest }]);
    expect(cells[0]?.samples[0]).toMatchObject({ computeWallMs: 4, failedCount: 0, wastedMs: 0 });
  });

  it('has no reference where it named none, and one without parameters where its arm is missing', () => {
    const [scenario] = version1().scenarios;
    const none = { ...version1(), scenarios: [{ ...scenario, referenceStrategyId: '' }] };
    expect(read(none).scenarios[0]?.reference).toBeNull();
    const gone = { ...version1(), scenarios: [{ ...scenario, referenceStrategyId: 'pool' }] };
    expect(read(gone).scenarios[0]?.reference).toMatchObject({ strategyId: 'pool', parameters: {} });
  });

  it('has no shape for a strategy that nobody knows', () => {
    const [cell] = version1().cells;
    expect(read({ ...version1(), cells: [{ ...cell, strategyId: 'of-yesterday' }] }).cells[0]?.shape).toBeNull();
  });

  it.each(['environment', 'scenarios', 'settings'])('that lacks its %s is refused by that name', (part) => {
    const { [part as 'cells']: _, ...rest } = version1();
    expect(() => read(rest)).toThrow(new RegExp(`\`${part}`));
  });

  it.each([[[null]], [['text']], ['no list']])('with cells %j is refused', (cells) => {
    expect(() => read({ ...version1(), cells })).toThrow(/`cells/);
  });

  it.each(EXAMPLES)('as it was saved then (%s) is read whole', (name) => {
    const before = JSON.parse(textOf(name));
    const document = parseDocument(textOf(name), name);
    expect(document.cells).toHaveLength(before.cells.length);
    expect(document.cells.flatMap(({ samples }) => samples.map(({ wallMs }) => wallMs))).toEqual(
      before.cells.flatMap(({ samples }: { samples: { wallMs: number }[] }) => samples.map(({ wallMs }) => wallMs)),
    );
  });
});

describe('migrating', () => {
  it('leaves a document of today and one of tomorrow as they are', () => {
    for (const schemaVersion of [4, 99]) {
      const document = { ...smallDocument(), schemaVersion };
      expect(migrate(document)).toBe(document);
    }
  });

  it.each([null, 7, 'text', [], {}, { schemaVersion: '1' }])('leaves %j as it is', (value) => {
    expect(migrate(value)).toBe(value);
  });
});
