// `overlap list` and `overlap preflight`: what they print, and where. Nothing is started: what describes scenarios and
// what measures the machine answer at once.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fullDocument } from '../../document/testing/full-document.ts';
import { BenchError } from '../../errors.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { PLAIN_WISHES } from '../../model/testing/plain-wishes.ts';
import { ALL_STRATEGIES, STRATEGIES } from '../../strategies/registry.ts';
import { lessonUrls, limitUrls, scenarioUrls } from '../runner.ts';
import { callOverlap } from '../testing.ts';

const prices = fullDocument().preflight;

/** What the runner was asked, and what it does. */
const world = vi.hoisted(() => ({
  broken: [] as (string | undefined)[],
  asked: [] as unknown[],
}));
vi.mock('../runner.ts', async (original) => ({
  ...(await original<typeof import('../runner.ts')>()),
  describeScenarios: async (urls: string[]) =>
    urls.map((url) =>
      world.broken.includes(url) ? new BenchError('SCENARIO_INVALID', `${url} is broken`, 'Mend it.') : summaryOf(url),
    ),
  measurePrices: async (...asked: unknown[]) => {
    world.asked = asked;
    return prices;
  },
}));

const idOf = (url: string) => /([^/]+)\.ts$/.exec(url)?.[1] ?? '';
const summaryOf = (url: string): ScenarioSummary => ({
  ...{ id: idOf(url), url, kind: 'io', title: 'T', question: 'Q?', explanation: 'E' },
  ...{ ...PLAIN_WISHES, taskCount: 1 },
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
      lesson: lessonUrls().map(idOf),
      strategy: STRATEGIES.map(({ id }) => id),
      'by --strategy': byName.map(({ id }) => id),
    });
    expect(stdout).toContain('start every task at once and await Promise.all: all at once; waits');
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
