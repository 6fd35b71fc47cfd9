import { describe, expect, it } from 'vitest';
import type { GateArm } from '../../model/document/gate-document.ts';
import { median } from '../../stats/quantile.ts';
import { type GateCellWords, type GateWords, gateDocumentOf, ROUND_COUNT } from '../testing/gate-document-builder.ts';
import { buildGateComparison } from './build-gate-comparison.ts';

const tell = (words: GateWords) => buildGateComparison(gateDocumentOf(words));
const cellOf = (words: GateCellWords) => {
  const [cell] = tell({ cells: [words] }).cells;
  if (cell === undefined) throw new Error('expected a cell');
  return cell;
};
const failure = { code: 'TASK_THREW', message: 'task 3: no answer' };

describe('the verdict of a cell', () => {
  it.each([
    ['regressed', { ratio: 1.12 }],
    ['improved', { ratio: 0.88 }],
    ['within margin', { ratio: 1 }],
    ['within margin', { ratio: 1.01 }],
    ['inconclusive', { ratio: 1, pairSd: 0.15 }],
  ])('is %s for %j', (verdict, words) => {
    const cell = cellOf(words);
    expect(cell.verdict).toBe(verdict);
    expect(cell.reason === null).toBe(verdict !== 'inconclusive');
    expect(cell.levelRatio).toBe(0.95);
    expect(cell.change.low).toBeLessThan(words.ratio);
    expect(cell.change.high).toBeGreaterThan(words.ratio);
  });

  it('rests on fresh pairs alone where there are any', () => {
    // Looked 12 % slower, and is not.
    const document = gateDocumentOf({
      cells: [{ ratio: { screen: 1.12, confirm: 1 }, baseMs: { screen: 100, confirm: 50 } }],
    });
    const [cell] = buildGateComparison(document).cells;
    const confirmed = document.cells[0]?.pairs.filter(({ stage }) => stage === 'confirm') ?? [];
    expect(confirmed).toHaveLength(15);
    expect(cell).toMatchObject({ verdict: 'within margin', basedOnCount: 15 });
    expect(cell?.baseMs).toBe(median(confirmed.flatMap(({ baseMs }) => baseMs)));
    expect(cell?.headMs).toBe(median(confirmed.flatMap(({ headMs }) => headMs)));
    expect(cell?.baseMs).toBeLessThan(60);
  });

  it('rests on the screening where that was enough', () => {
    const document = gateDocumentOf({ cells: [{ ratio: 1, baseMs: 100 }] });
    const [cell] = buildGateComparison(document).cells;
    expect(document.cells[0]?.pairs.map(({ stage }) => stage)).toEqual(Array(5).fill('screen'));
    expect(cell?.basedOnCount).toBe(5);
    expect(cell?.headMs).toBe(median(document.cells[0]?.pairs.flatMap(({ headMs }) => headMs) ?? []));
  });

  it('is confirmed by five pairs where there is hardly a doubt', () => {
    expect(cellOf({ ratio: 1.4 })).toMatchObject({ verdict: 'regressed', basedOnCount: 5 });
  });

  it('says how small a slow-down would be found: more than the margin, and more where it is noisier', () => {
    const [quiet, noisy] = [0.004, 0.06].map((pairSd) => cellOf({ pairSd }).detectableRatio ?? 0) as [number, number];
    expect(quiet).toBeGreaterThan(1.03);
    expect(quiet).toBeLessThan(1.05);
    expect(noisy).toBeGreaterThan(quiet + 0.02);
    expect(noisy).toBeLessThan(1.2);
    expect(cellOf({ mostPairs: 1 }).detectableRatio).toBeNull();
  });

  it('follows the margin that was asked for', () => {
    const settings = { marginRatio: 0.2 };
    expect(tell({ cells: [{ ratio: 1.12 }], settings })).toMatchObject({
      marginRatio: 0.2,
      cells: [{ verdict: 'within margin' }],
    });
  });
});

describe('the cells', () => {
  it('stand in the order of their verdicts, those of one verdict as they came', () => {
    const { cells } = tell({
      cells: [
        { strategyId: 'a', ratio: 1 },
        { strategyId: 'b', pairSd: 0.15 },
        { strategyId: 'c', ratio: 0.8 },
        { strategyId: 'd', ratio: 1.15 },
        { strategyId: 'e', ratio: 1 },
        { strategyId: 'f', ratio: 1.3 },
      ],
    });
    expect(cells.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['d', 'regressed'],
      ['f', 'regressed'],
      ['c', 'improved'],
      ['b', 'inconclusive'],
      ['a', 'within margin'],
      ['e', 'within margin'],
    ]);
  });

  it('are named, and point at the file of their scenario', () => {
    const document = gateDocumentOf({ cells: [{ scenarioId: 'one' }, { scenarioId: 'two' }] });
    const { cells } = buildGateComparison({ ...document, scenarios: document.scenarios.slice(0, 1) });
    expect(cells.map(({ name, file, key }) => [key.scenarioId, name, file])).toEqual([
      ['one', 'gather', 'bench/one.ts'],
      ['two', 'gather', null],
    ]);
  });

  it('are no part of the family that the self-test makes', () => {
    const cells = [{ ratio: 1.12 }];
    const without = tell({ cells }).cells;
    expect(tell({ cells, selfTest: {} }).cells).toEqual(without);
  });
});

describe('a cell without a verdict', () => {
  const newsOf = (words: GateCellWords) => {
    const { cells, unmatched } = tell({ cells: [words] });
    expect(cells).toEqual([]);
    expect(unmatched).toHaveLength(1);
    return unmatched[0];
  };
  const arm = (change: Partial<GateArm>) => change;

  it.each([
    ['broken', 'TASK_THREW: task 3: no answer', { head: arm({ failure }) }],
    ['not comparable', 'fails in base: TASK_THREW: task 3: no answer', { base: arm({ failure }) }],
    [
      'not comparable',
      'fails in both versions: LATER: in head',
      { base: arm({ failure }), head: arm({ failure: { code: 'LATER', message: 'in head' } }) },
    ],
    ['outputs changed', 'different outputs: the work itself has changed', { head: arm({ outputDigest: '2:other' }) }],
    [
      'outputs changed',
      'some task never had an output in head, and all had one in base',
      { head: arm({ outputDigest: null }) },
    ],
    [
      'outputs changed',
      'some task never had an output in base, and all had one in head',
      { base: arm({ outputDigest: null }) },
    ],
    ['not comparable', 'the gate ended before its first pair', { mostPairs: 0 }],
  ])('is %s: %s', (news, reason, words) => {
    expect(newsOf(words)).toMatchObject({ news, reason, name: 'gather', file: 'bench/pages.ts' });
  });

  it('is broken where clearly more of its tasks fail in head', () => {
    // 5 pairs of 5 rounds of 10 tasks: 250 of them in either version.
    expect(newsOf({ pair: { headFailedCount: 3 } })).toMatchObject({
      news: 'broken',
      reason: `more tasks fail: 15 of ${5 * ROUND_COUNT * 10} in head, 0 in base`,
    });
    expect(newsOf({ pair: { headFailedCount: 10, baseFailedCount: 2 } })?.news).toBe('broken');
    // Also where some task never had an output for that: that is why, and the graver news.
    expect(newsOf({ pair: { headFailedCount: 5 }, head: { outputDigest: null } })?.news).toBe('broken');
    expect(newsOf({ pair: { headFailedCount: 50 } })?.reason).toBe('more tasks fail: 250 of 250 in head, 0 in base');
  });

  it.each([
    ['as many fail', { headFailedCount: 3, baseFailedCount: 3 }],
    ['fewer fail', { headFailedCount: 0, baseFailedCount: 10 }],
    ['only so many more fail as equal code may have', { headFailedCount: 11, baseFailedCount: 9 }],
    ['all fail in both', { headFailedCount: 50, baseFailedCount: 50 }],
  ])('is none where %s', (_, pair) => {
    expect(tell({ cells: [{ pair }] })).toMatchObject({ cells: [{ verdict: 'within margin' }], unmatched: [] });
  });

  it('stands in the order of its gravity, with the scenarios that are not on both sides', () => {
    const gap = { file: 'bench/x.ts', reason: 'as found' };
    const { unmatched } = tell({
      cells: [
        { strategyId: 'a', base: { failure } },
        { strategyId: 'b', head: { outputDigest: '2:x' } },
        { strategyId: 'c', head: { failure } },
      ],
      gaps: [
        { ...gap, scenarioId: 'new', news: 'added' },
        { ...gap, scenarioId: 'gone', news: 'removed' },
        { ...gap, scenarioId: 'bad', news: 'broken' },
      ],
    });
    expect(unmatched.map(({ key, name, news }) => [key.scenarioId, name, news])).toEqual([
      ['pages', 'c', 'broken'],
      ['bad', 'all strategies', 'broken'],
      ['pages', 'b', 'outputs changed'],
      ['gone', 'all strategies', 'removed'],
      ['new', 'all strategies', 'added'],
      ['pages', 'a', 'not comparable'],
    ]);
    expect(unmatched[1]).toMatchObject({ file: 'bench/x.ts', reason: 'as found' });
  });
});

describe('the comparison', () => {
  it('says what was compared, where and for how long', () => {
    const { base, head, ...rest } = tell({ cells: [{}] });
    const machine = 'Example CPU @ 2.50GHz, 2 cores';
    const createdAt = '2026-11-22T10:00:00.000Z';
    expect(base).toEqual({ label: 'main', commit: '1'.repeat(40), createdAt, machine });
    expect(head).toEqual({ label: 'working tree', commit: null, createdAt, machine });
    expect(rest).toMatchObject({
      ...{ tier: 'side by side', createdAt, comparable: true, complete: true, measuredMs: 54_321 },
      ...{ selfTest: null, history: null, warnings: [], unmatched: [] },
    });
  });

  it('of an interrupted gate has no verdict, not even for what was decided', () => {
    const { complete, cells, unmatched } = tell({
      complete: false,
      cells: [
        { strategyId: 'a', ratio: 1.3, mostPairs: 6 },
        { strategyId: 'b', ratio: 1 },
        { strategyId: 'c', mostPairs: 0 },
      ],
    });
    expect(complete).toBe(false);
    expect(cells.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['inconclusive', 'the gate was interrupted'],
      ['inconclusive', 'the gate was interrupted'],
    ]);
    expect(unmatched).toMatchObject([{ news: 'not comparable', reason: 'the gate ended before its first pair' }]);
  });
});

describe('a self-test', () => {
  const shown = (selfTest: GateWords['selfTest']) => tell({ cells: [{}], selfTest }).selfTest;

  it('is passed where equal code is calm, what was slowed is seen and no fault is missed', () => {
    expect(shown({})).toMatchObject({
      ...{ passed: true, name: 'gather', key: { scenarioId: 'pages' } },
      identical: { verdict: 'within margin' },
      slowed: { verdict: 'regressed', injectedRatio: 0.1 },
      faults: { faultCount: 30, missed: [] },
    });
    const { identical, slowed } = shown({}) ?? {};
    expect(identical?.change.ratio).toBeCloseTo(1, 1);
    expect(slowed?.change.ratio).toBeCloseTo(1.1, 1);
  });

  it('is passed where equal code is only too noisy to tell', () => {
    expect(shown({ identical: { pairSd: 0.15 } })).toMatchObject({
      passed: true,
      identical: { verdict: 'inconclusive' },
    });
  });

  it.each([
    ['equal code is called slower', { identical: { ratio: 1.12 } }],
    ['equal code is called faster', { identical: { ratio: 0.88 } }],
    ['what was slowed is not seen', { slowed: { ratio: 1 } }],
    ['what was slowed is called faster', { slowed: { ratio: 0.8 } }],
    ['what was slowed drowns in noise', { slowed: { pairSd: 0.3 } }],
    ['nothing was measured', { slowed: { mostPairs: 0 }, identical: { mostPairs: 0 } }],
    ['a fault is missed', { faults: { faultCount: 30, missed: ['NaN'] } }],
  ])('is not passed where %s', (_, selfTest) => {
    expect(shown(selfTest)?.passed).toBe(false);
  });
});
