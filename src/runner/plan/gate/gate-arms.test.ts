import { describe, expect, it } from 'vitest';
import { armName } from '../../../model/arm-key.ts';
import { GATE_STRATEGIES } from '../../../strategies/registry.ts';
import { BASE, gateRequest, HEAD, pairOf, strategiesNamed } from '../../testing/gate-request.ts';
import { planGateCells, planSelfTest, withoutCells } from './gate-arms.ts';

const namesOf = (pair: ReturnType<typeof pairOf>, request = gateRequest([pair], {}, { strategies: GATE_STRATEGIES })) =>
  planGateCells(pair, request).map(({ key }) => armName(key));

describe('the cells of a scenario', () => {
  it('are the arms that suit it, each once, without a placebo', () => {
    expect(namesOf(pairOf('mixed', { kind: 'mixed' }))).toEqual(['sequential', 'gather', 'pool w2']);
    const bounded = strategiesNamed('bounded');
    const pair = pairOf('pages');
    const settings = { concurrencies: [4, 8] };
    expect(namesOf(pair, gateRequest([pair], settings, { strategies: bounded }))).toEqual(['bounded c4', 'bounded c8']);
  });

  it('differ in whose code they run, and in nothing else', () => {
    const pair = pairOf('pages');
    const [cell] = planGateCells(pair, gateRequest([pair]));
    expect(cell?.key).toMatchObject({ scenarioId: 'pages', strategyId: 'gather', subject: 'worktree' });
    expect(cell?.base).toMatchObject({ key: { ...cell?.key, subject: 'base' }, folder: BASE.folder, placebo: false });
    expect(cell?.head).toEqual({ ...cell?.base, key: { ...cell?.key, subject: 'head' }, folder: HEAD.folder });
  });

  it('are only those that both versions have', () => {
    // Another limit in head: another arm.
    const bounded = strategiesNamed('bounded', 'gather');
    const pair = pairOf('pages', { concurrency: 4 }, { concurrency: 8 });
    expect(namesOf(pair, gateRequest([pair], {}, { strategies: bounded }))).toEqual(['gather']);
  });
});

describe('a scenario without cells', () => {
  const gapOf = (pair: ReturnType<typeof pairOf>) =>
    withoutCells(pair, gateRequest([pair], {}, { strategies: strategiesNamed('gather+pool') }));

  it('is told with the kind of its work', () => {
    expect(gapOf(pairOf('pages', { kind: 'io' }))).toEqual({
      ...{ scenarioId: 'pages', file: 'bench/pages.ts', news: 'not comparable' },
      reason: 'no strategy suits both versions: it is io work',
    });
    expect(gapOf(pairOf('pages', { kind: 'io' }, { kind: 'cpu' }))?.reason).toBe(
      'no strategy suits both versions: io work in base, cpu in head',
    );
  });

  it('is none that has cells', () => {
    expect(gapOf(pairOf('hashes', { kind: 'mixed' }))).toBeNull();
  });
});

describe('the self-test', () => {
  it('is base against base, as it is and slowed', () => {
    const pair = pairOf('pages');
    const [cell] = planGateCells(pair, gateRequest([pair]));
    if (cell === undefined) throw new Error('expected a cell');
    const { identical, slowed } = planSelfTest(cell, 0.1);
    for (const { key, base, head } of [identical, slowed]) {
      expect(key).toEqual(cell.key);
      expect(base).toEqual(cell.base);
      expect(head).toMatchObject({ folder: BASE.folder, key: { subject: 'head' } });
    }
    expect([identical.base, identical.head, slowed.base, slowed.head].map((arm) => arm.slowedRatio ?? 0)).toEqual([
      ...[0, 0, 0, 0.1],
    ]);
  });
});
