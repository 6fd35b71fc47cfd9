// `overlap list` and `overlap preflight`: what they print, and where. Nothing is started: what describes scenarios and
// what measures the machine answer at once.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fullDocument } from '../../../document/testing/full-document.ts';
import { BenchError } from '../../../errors.ts';
import type { ScenarioSummary } from '../../../model/scenario.ts';
import { PLAIN_WISHES } from '../../../model/testing/plain-wishes.ts';
import { ALL_STRATEGIES, STRATEGIES } from '../../../strategies/registry.ts';
import { exampleUrls, lessonUrls, limitUrls, scenarioUrls } from '../../runner.ts';
import { callOverlap, testScenario } from '../../testing.ts';

const prices = fullDocument().preflight;

/** What the runner was asked, and what it does. */
const world = vi.hoisted(() => ({
  broken: [] as (string | undefined)[],
  asked: [] as unknown[],
  imports: [] as unknown,
}));
vi.mock('../../runner.ts', async (original) => ({
  ...(await original<typeof import('../../runner.ts')>()),
  describeScenarios: async (urls: string[], _: AbortSignal, imports: string[]) => {
    world.imports = imports;
    return urls.map((url) =>
      world.broken.includes(url) ? new BenchError('SCENARIO_INVALID', `${url} is broken`, 'Mend it.') : summaryOf(url),
    );
  },
  measurePrices: async (...asked: unknown[]) => {
    world.asked = asked;
    return prices;
  },
}));

const idOf = (url: string) => /([^/]+)\.ts$/.exec(url)?.[1] ?? '';
const summaryOf = (url: string): ScenarioSummary => ({
  ...{ id: idOf(url), url, kind: url.includes('/cpu/') ? 'cpu' : 'io', title: 'T', question: 'Q?', explanation: 'E' },
  ...{ ...PLAIN_WISHES, taskCount: 1, tags: [/([^/]+)\/[^/]+$/.exec(url)?.[1] ?? ''] },
  file: url.includes('/benchmarks/') ? null : 'mine.ts',
});

beforeEach(() => Object.assign(world, { broken: [], asked: [] }));

describe('list', () => {
  /** The first words of the lines of each table, by the first word of its head. */
  function tablesOf(page: string): Record<string, string[]> {
    const tables = page.split('\n\n').filter((part) => part.includes('──'));
    return Object.fromEntries(
      tables.map((part) => {
        const [head = '', , ...lines] = part.trim().split('\n');
        return [head.split(/ {2,}/)[0], lines.flatMap((line) => /^\S+/.exec(line) ?? [])];
      }),
    );
  }

  it('names everything that can be run, in its group, and how strategies go about it', async () => {
    const { code, stdout, stderr } = await callOverlap(['list']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const byName = ALL_STRATEGIES.filter((strategy) => !STRATEGIES.includes(strategy));
    expect(tablesOf(stdout)).toEqual({
      scenario: scenarioUrls().map(idOf),
      limits: limitUrls().map(idOf),
      example: exampleUrls().map(idOf),
      lesson: lessonUrls().map(idOf),
      strategy: STRATEGIES.map(({ id }) => id),
      'by --strategy': byName.map(({ id }) => id),
    });
    expect(stdout).toContain('start every task at once and await Promise.all: all at once; waits');
  });

  it('tells the tags that there are', async () => {
    expect((await callOverlap(['list'])).stdout).toContain(
      'tags: cpu, examples, io, lessons, limits, mixed (choose with',
    );
  });

  it('of names and patterns, narrowed by --tag and --kind, in any group', async () => {
    const only = async (...args: string[]) => {
      const { scenario = [], limits = [], lesson = [] } = tablesOf((await callOverlap(['list', ...args])).stdout);
      return [...scenario, ...limits, ...lesson];
    };
    expect(await only('download-*', 'lying-kernel')).toEqual(['download-pages', 'download-then-hash', 'lying-kernel']);
    expect(await only('--tag', 'limits,lessons')).toEqual([...limitUrls(), ...lessonUrls()].map(idOf));
    expect(await only('--kind', 'cpu')).toEqual(['count-primes', 'hash-blocks']);
    // A file of one's own is listed by what runs it.
    expect(await only(testScenario('fine'))).toEqual(['mine.ts']);
    const { code, stderr } = await callOverlap(['list', '--tag', 'limit']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("did you mean 'limits'?") });
  });

  it('prints one JSON value for scripts, with every fact', async () => {
    const { code, stdout, stderr } = await callOverlap(['list', 'count-primes', 'capped-peer', '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { scenarios, strategies } = JSON.parse(stdout);
    const words = { title: 'T', question: 'Q?', explanation: 'E', taskCount: 1, concurrency: null, parameters: {} };
    expect(scenarios).toEqual([
      { id: 'count-primes', file: null, kind: 'cpu', tags: ['cpu'], ...words, runsUnnamed: true },
      { id: 'capped-peer', file: null, kind: 'io', tags: ['limits'], ...words, runsUnnamed: false },
    ]);
    expect(strategies).toEqual(
      ALL_STRATEGIES.map((each) => ({
        ...{ id: each.id, idea: each.idea, shape: each.shape },
        runsUnnamed: STRATEGIES.includes(each),
      })),
    );
  });

  it('refuses another format, and a kind that there is not', async () => {
    const { code, stdout, stderr } = await callOverlap(['list', '--format', 'jsn']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      "error: --format: unknown format 'jsn' (did you mean 'json'?)\nExpected one of: table, json.\n",
    );
    expect((await callOverlap(['list', '--kind', 'io,gpu'])).stderr).toContain(
      "--kind: expected io, cpu, mixed, got 'gpu'",
    );
  });

  it('hands loaders to whatever describes the files', async () => {
    await callOverlap(['list', '--import', 'tsx', '--import', './other.mjs']);
    expect(world.imports).toEqual(['tsx', './other.mjs']);
  });

  it('names what does not load, lists the rest, and exits by it', async () => {
    const [broken, ...others] = scenarioUrls();
    world.broken = [broken];
    const { code, stdout, stderr } = await callOverlap(['list']);
    expect(stderr).toBe(`warning: ${broken} is broken\nMend it.\n`);
    expect(tablesOf(stdout).scenario).toEqual(others.map(idOf));
    expect(code).toBe(new BenchError('SCENARIO_INVALID', '', '').exitCode);
  });
});

describe('preflight', () => {
  it('prints a page of prices', async () => {
    const { code, stdout, stderr } = await callOverlap(['preflight', '--threads', '2']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('40');
    expect(() => JSON.parse(stdout)).toThrow();
  });

  it('prints the figures with --json, and can be interrupted', async () => {
    const signal = AbortSignal.abort();
    const { code, stdout } = await callOverlap(['preflight', '--threads', '2', '--json'], { signal });
    expect(code).toBe(0);
    expect(stdout).toBe(`${JSON.stringify(prices, null, 2)}\n`);
    expect(world.asked).toEqual([2, signal]);
  });
});
