// Two versions held against each other: what changed, what could not be compared, and when nothing should be.

import { describe, expect, it } from 'vitest';
import { type ArmWords, type DocumentWords, documentOf } from '../testing/document-builder.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { buildComparison } from './build-comparison.ts';

const base = documentOf({ scenarios: [downloadPages] });
const margin = { marginRatio: 0.25 };

/** The same run at another time, with one arm changed. */
function headWith(strategyId: string, change: Partial<ArmWords>, words: Partial<DocumentWords> = {}) {
  const arms = downloadPages.arms.map((arm) => (arm.strategyId === strategyId ? { ...arm, ...change } : arm));
  return documentOf({ scenarios: [{ ...downloadPages, arms }], seed: 7, ...words });
}

const verdictOf = (strategyId: string, head = headWith('', {})) =>
  buildComparison(base, head, margin).cells.find(({ key }) => key.strategyId === strategyId)?.verdict;

const reasonOf = (strategyId: string, head: ReturnType<typeof headWith>) =>
  buildComparison(base, head, margin).unmatched.find(({ key }) => key.strategyId === strategyId)?.reason;

describe('buildComparison', () => {
  it('finds nothing in identical code', () => {
    const { cells, comparable } = buildComparison(base, headWith('', {}), margin);
    expect(comparable).toBe(true);
    expect(cells.map(({ verdict }) => verdict)).toEqual([
      'within margin',
      'within margin',
      'within margin',
      'within margin',
    ]);
  });

  it('finds a regression and an improvement beyond the margin', () => {
    expect(verdictOf('gather', headWith('gather', { wallMs: 95 }))).toBe('regressed');
    expect(verdictOf('bounded', headWith('bounded', { wallMs: 170 }))).toBe('regressed');
    const slower = headWith('gather', { wallMs: 95 });
    const back = buildComparison(slower, base, margin).cells.find(({ name }) => name === 'gather');
    expect(back?.verdict).toBe('improved');
    expect(back?.change.ratio).toBeLessThan(1);
  });

  it('calls a change within the margin no regression', () => {
    expect(verdictOf('gather', headWith('gather', { wallMs: 72 }))).not.toBe('regressed');
  });

  it('tells the worst news first', () => {
    const { cells } = buildComparison(base, headWith('bounded', { wallMs: 170 }), margin);
    expect(cells.map(({ verdict }) => verdict)).toEqual([
      'regressed',
      'within margin',
      'within margin',
      'within margin',
    ]);
  });

  it('does not name a strategy that suits neither side', () => {
    expect(buildComparison(base, headWith('', {}), margin).unmatched).toEqual([]);
  });

  it('leaves placebos out', () => {
    const { cells } = buildComparison(base, headWith('', {}), margin);
    expect(cells.filter(({ name }) => name === 'sequential')).toHaveLength(1);
  });

  it('names cells that are on one side only', () => {
    const head = documentOf({ scenarios: [countPrimes] });
    const { cells, unmatched } = buildComparison(base, head, margin);
    expect(cells).toEqual([]);
    expect(unmatched.filter(({ key }) => key.scenarioId === 'download-pages').map(({ reason }) => reason)).toContain(
      'only in base',
    );
    expect(unmatched.filter(({ key }) => key.scenarioId === 'count-primes').map(({ reason }) => reason)).toContain(
      'only in head',
    );
  });

  it.each([
    [
      'another limit',
      'bounded',
      headWith('bounded', { concurrency: 5, wallMs: 250 }),
      /^only in base; head has bounded c5$/,
    ],
    ['other threads', 'pool', headWith('pool', { threads: 3 }), /^only in base; head has pool w3$/],
    ['other outputs', 'sequential', headWith('sequential', { outputDigest: 'ffff' }), /different outputs/],
    [
      'a failure',
      'gather',
      headWith('gather', { status: { state: 'failed', failure: { code: 'TASK_THREW', message: 'boom' } } }),
      /no numbers in head: TASK_THREW: boom/,
    ],
    [
      'a failed audit',
      'gather',
      headWith('gather', { sample: () => ({ connectCount: 3 }) }),
      /no numbers in head: audit reconnects/,
    ],
  ] as const)('does not compare across %s', (_, strategyId, head, reason) => {
    expect(reasonOf(strategyId, head)).toMatch(reason);
  });

  it.each([
    ['the same machine', {}],
    ['another machine', { environment: { coreCount: 4 } }],
  ] as const)('calls a cell broken that has numbers in base and failed in head, on %s', (_, words) => {
    const failed = { state: 'failed', failure: { code: 'TASK_THREW', message: 'boom' } } as const;
    const head = headWith('bounded', { status: failed }, words);
    const { unmatched } = buildComparison(base, head, margin);
    expect(unmatched[0]).toMatchObject({
      name: 'bounded c10',
      news: 'broken',
      reason: expect.stringContaining('TASK_THREW'),
    });
    expect(unmatched.filter(({ news }) => news === 'broken')).toHaveLength(1);
    const asymmetric = [buildComparison(head, base, margin), buildComparison(head, head, margin)];
    expect(asymmetric.flatMap((comparison) => comparison.unmatched.filter(({ news }) => news === 'broken'))).toEqual(
      [],
    );
  });

  it('calls an arm broken that had numbers in base and fails an audit in head, and says which', () => {
    const head = headWith('gather', { sample: () => ({ connectCount: 3 }) });
    const reason = expect.stringMatching(/^no numbers in head: audit reconnects failed: /);
    expect(buildComparison(base, head, margin).unmatched).toMatchObject([{ name: 'gather', news: 'broken', reason }]);
    expect(buildComparison(head, head, margin).unmatched).toMatchObject([{ name: 'gather', news: 'not comparable' }]);
    expect(buildComparison(head, base, margin).unmatched).toMatchObject([{ name: 'gather', news: 'not comparable' }]);
  });

  it('calls an arm that was never reached not broken: nothing is known of it', () => {
    const lostRounds = Array.from({ length: 30 }, (_, round) => round);
    const head = headWith('gather', { lostRounds });
    expect(buildComparison(base, head, margin).unmatched).toMatchObject([{ name: 'gather', news: 'not comparable' }]);
  });

  it('does not compare batches of different size', () => {
    const head = documentOf({ scenarios: [{ ...downloadPages, taskCount: 40 }] });
    expect(buildComparison(base, head, margin).cells).toEqual([]);
  });

  it.each([
    ['CPU model', { environment: { cpuModel: 'Another CPU' } }],
    ['core count', { environment: { coreCount: 4 } }],
    ['runtime major', { environment: { runtime: 'node v22.19.0' } }],
  ] as const)('withholds every verdict on another %s', (_, words) => {
    const head = headWith('gather', { wallMs: 200 }, words);
    const { cells, unmatched, comparable, warnings } = buildComparison(base, head, margin);
    expect(comparable).toBe(false);
    expect(cells).toEqual([]);
    expect(unmatched.map(({ name }) => name)).toEqual(['sequential', 'gather', 'bounded c10', 'pool w2']);
    expect(unmatched.every(({ news, reason }) => news === 'not comparable' && reason === 'different machines')).toBe(
      true,
    );
    expect(warnings[0]?.code).toBe('different-machines');
  });

  it('compares across patch versions of the runtime', () => {
    const head = headWith('', {}, { environment: { runtime: 'node v26.11.3' } });
    expect(buildComparison(base, head, margin).comparable).toBe(true);
  });

  it('always says what two separate runs cannot show, and more so with a narrow margin', () => {
    const wide = buildComparison(base, base, margin).warnings.at(-1);
    const narrow = buildComparison(base, base, { marginRatio: 0.05 }).warnings.at(-1);
    expect(wide).toMatchObject({ code: 'separate-runs', message: expect.stringContaining('6 to 20 %') });
    expect(narrow?.remedy).toMatch(/A margin of 5 % is below that/);
    expect(buildComparison(base, base, { marginRatio: 0.0025 }).warnings.at(-1)?.remedy).toMatch(/of 0\.25 % is/);
  });

  it('warns of an interrupted side, other cores and another profile', () => {
    const head = headWith(
      '',
      {},
      { complete: false, preflight: { effectiveCores: [1, 1.2] }, settings: { profile: 'quick' } },
    );
    const codes = buildComparison(base, head, margin).warnings.map(({ code }) => code);
    expect(codes).toEqual(['partial-run', 'different-cores', 'different-profiles', 'separate-runs']);
  });
});
