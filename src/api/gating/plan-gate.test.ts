import { availableParallelism } from 'node:os';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BenchError } from '../../errors.ts';
import { DEFAULT_MARGIN_RATIO } from '../../report/comparison/margin.ts';
import { findBoth } from '../../runner/gate/find-both.ts';
import { BASE, HEAD, pairOf } from '../../runner/testing/gate-request.ts';
import { TOOL } from '../../tool.ts';
import type { GateMeasureOptions } from './gate-options.ts';
import { planGate } from './plan-gate.ts';

vi.mock('../../runner/gate/find-both.ts');
const find = vi.mocked(findBoth);
const gap = { scenarioId: 'new', file: 'new.ts', news: 'added', reason: 'only in head' } as const;
beforeEach(() => void find.mockReset().mockResolvedValue({ pairs: [pairOf('pages')], gaps: [gap] }));

const trees = { base: BASE, head: HEAD };
const { signal } = new AbortController();
const plan = (asked: GateMeasureOptions = {}, names = ['pages.ts']) =>
  planGate(names, asked, trees, (option) => `--${option}`, signal, { tags: ['web'] });

describe('a gate that could start', () => {
  it('measures what is found in both trees, and says what cannot be compared', async () => {
    const request = await plan({ imports: ['./hook.mjs'] });
    expect(find).toHaveBeenCalledExactlyOnceWith(['pages.ts'], trees, {
      ...{ signal, imports: ['./hook.mjs'], narrowing: { tags: ['web'] } },
    });
    expect(request).toMatchObject({ pairs: [pairOf('pages')], gaps: [gap], base: BASE, head: HEAD, tool: TOOL });
  });

  it('has defaults for all that nobody asked for', async () => {
    const { settings, strategies, seed } = await plan();
    expect(settings).toEqual({
      ...{
        marginRatio: DEFAULT_MARGIN_RATIO,
        strategyIds: ['sequential', 'gather', 'pool'],
        taskCount: null,
        concurrencies: null,
      },
      ...{ threadCounts: [availableParallelism()], screenPairCount: 8, confirmPairCount: 15, deadlineMs: 30_000 },
      ...{ imports: [], parameters: {}, confirmsUnclear: false, selfTest: false },
    });
    expect(strategies.map(({ id }) => id)).toEqual(settings.strategyIds);
    expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
    expect((await plan()).seed).not.toBe(seed);
  });

  it('takes what was asked for', async () => {
    find.mockResolvedValue({ pairs: [pairOf('pages', { parameters: { size: 1 } })], gaps: [] });
    const { settings, seed, pairs } = await plan({
      ...{ strategies: ['bounded'], tasks: 7, concurrency: [2, 4], threads: 3, deadlineMs: 500, seed: 0 },
      ...{ params: ['size=5'], marginRatio: 0, selfTest: true, strict: true },
    });
    expect(seed).toBe(0);
    expect(settings).toMatchObject({
      ...{ strategyIds: ['bounded'], taskCount: 7, concurrencies: [2, 4], threadCounts: [3], deadlineMs: 500 },
      ...{ parameters: { size: '5' }, marginRatio: 0, selfTest: true, confirmsUnclear: true },
    });
    expect(pairs).toMatchObject([{ base: { parameters: { size: 5 } }, head: { parameters: { size: 5 } } }]);
  });
});

it('a gate in which nothing can be compared says why, whatever was set', async () => {
  const broken = { ...gap, news: 'broken' } as const;
  find.mockResolvedValue({ pairs: [], gaps: [broken] });
  expect(await plan({ params: ['size=5'], strategies: ['pool'] })).toMatchObject({ pairs: [], gaps: [broken] });
});

describe('a gate that could not start', () => {
  it('names no scenario where no file says by its name that it is one', async () => {
    find.mockRejectedValue(new BenchError('UNKNOWN_SCENARIO', 'No scenario file matches', ''));
    await expect(plan({}, [])).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('**/*.scenario.{ts,'),
      hint: expect.stringContaining('`overlap init`'),
    });
    expect(find.mock.calls.at(-1)?.[0]).toEqual([expect.stringContaining('*.scenario.')]);
    await expect(plan({}, ['x.ts'])).rejects.toMatchObject({ code: 'UNKNOWN_SCENARIO' });
  });

  it('names a strategy that there is none of', async () => {
    await expect(plan({ strategies: ['gahter'] })).rejects.toMatchObject({
      code: 'UNKNOWN_STRATEGY',
      message: expect.stringMatching(/^--strategies: unknown strategy 'gahter'.*gather/),
    });
    expect(find).not.toHaveBeenCalled();
  });

  it('names strategies of which none suits', async () => {
    await expect(plan({ strategies: ['gather+pool'] })).rejects.toMatchObject({
      code: 'USAGE',
      message: '--strategies: none of gather+pool suits pages, which is io work',
    });
  });

  it('sets a parameter that no scenario has', async () => {
    await expect(plan({ params: ['size=5'] })).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringMatching(/size/),
    });
  });
});
