// Two versions held against each other: what changed, what could not be compared, and when nothing should be.

import { describe, expect, it } from 'vitest';
import { type ArmWords, type DocumentWords, documentOf } from '../testing/document-builder.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { comparedWithPast } from '../testing/with-past.ts';

const base = documentOf({ scenarios: [downloadPages] });

/** The same run at another time, with one arm changed. */
function headWith(strategyId: string, change: Partial<ArmWords>, words: Partial<DocumentWords> = {}) {
  const arms = downloadPages.arms.map((arm) => (arm.strategyId === strategyId ? { ...arm, ...change } : arm));
  return documentOf({ scenarios: [{ ...downloadPages, arms }], seed: 7, ...words });
}

const verdictOf = (strategyId: string, head = headWith('', {})) =>
  comparedWithPast(base, head).cells.find(({ key }) => key.strategyId === strategyId)?.verdict;

const reasonOf = (strategyId: string, head: ReturnType<typeof headWith>) =>
  comparedWithPast(base, head).unmatched.find(({ key }) => key.strategyId === strategyId)?.reason;

describe('buildComparison', () => {
  it('finds nothing in identical code', () => {
    const { cells, comparable } = comparedWithPast(base, headWith('', {}));
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
    const back = comparedWithPast(slower, base).cells.find(({ name }) => name === 'gather');
    expect(back?.verdict).toBe('improved');
    expect(back?.change.ratio).toBeLessThan(1);
  });

  it('calls a change that past runs had no regression', () => {
    expect(verdictOf('gather', headWith('gather', { wallMs: 66 }))).not.toBe('regressed');
  });

  it('tells the worst news first', () => {
    const { cells } = comparedWithPast(base, headWith('bounded', { wallMs: 170 }));
    expect(cells.map(({ verdict }) => verdict)).toEqual([
      'regressed',
      'within margin',
      'within margin',
      'within margin',
    ]);
  });

  it('does not name a strategy that suits neither side', () => {
    expect(comparedWithPast(base, headWith('', {})).unmatched).toEqual([]);
  });

  it('leaves placebos out', () => {
    const { cells } = comparedWithPast(base, headWith('', {}));
    expect(cells.filter(({ name }) => name === 'sequential')).toHaveLength(1);
  });

  it('names cells that are on one side only', () => {
    const head = documentOf({ scenarios: [countPrimes] });
    const { cells, unmatched } = comparedWithPast(base, head);
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
    const { unmatched } = comparedWithPast(base, head);
    expect(unmatched[0]).toMatchObject({
      name: 'bounded c10',
      news: 'broken',
      reason: expect.stringContaining('TASK_THREW'),
    });
    expect(unmatched.filter(({ news }) => news === 'broken')).toHaveLength(1);
    const asymmetric = [comparedWithPast(head, base), comparedWithPast(head, head)];
    expect(asymmetric.flatMap((comparison) => comparison.unmatched.filter(({ news }) => news === 'broken'))).toEqual(
      [],
    );
  });

  it('calls an arm broken that had numbers in base and fails an audit in head, and says which', () => {
    const head = headWith('gather', { sample: () => ({ connectCount: 3 }) });
    const reason = expect.stringMatching(/^no numbers in head: audit reconnects failed: /);
    expect(comparedWithPast(base, head).unmatched).toMatchObject([{ name: 'gather', news: 'broken', reason }]);
    expect(comparedWithPast(head, head).unmatched).toMatchObject([{ name: 'gather', news: 'not comparable' }]);
    expect(comparedWithPast(head, base).unmatched).toMatchObject([{ name: 'gather', news: 'not comparable' }]);
  });

  it('calls an arm that was never reached not broken: nothing is known of it', () => {
    const lostRounds = Array.from({ length: 30 }, (_, round) => round);
    const head = headWith('gather', { lostRounds });
    expect(comparedWithPast(base, head).unmatched).toMatchObject([{ name: 'gather', news: 'not comparable' }]);
  });

  it('does not compare batches of different size', () => {
    const head = documentOf({ scenarios: [{ ...downloadPages, taskCount: 40 }] });
    expect(comparedWithPast(base, head).cells).toEqual([]);
  });

  it.each([
    ['CPU model', { environment: { cpuModel: 'Another CPU' } }],
    ['core count', { environment: { coreCount: 4 } }],
    ['runtime major', { environment: { runtime: 'node v22.19.0' } }],
  ] as const)('withholds every verdict on another %s', (_, words) => {
    const head = headWith('gather', { wallMs: 200 }, words);
    const { cells, unmatched, comparable, warnings } = comparedWithPast(base, head);
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
    expect(comparedWithPast(base, head).comparable).toBe(true);
  });

  it('warns of an interrupted side and other cores', () => {
    const head = headWith(
      '',
      {},
      { complete: false, preflight: { effectiveCores: [1, 1.2] }, settings: { profile: 'quick' } },
    );
    const codes = comparedWithPast(base, head).warnings.map(({ code }) => code);
    expect(codes).toEqual(['different-cores', 'partial-run']);
  });
});
