// What past runs let be said, and when they let nothing be said: the reasons and their next steps.

import { describe, expect, it } from 'vitest';
import type { ResultDocument } from '../../model/document/document.ts';
import type { HistoryRun } from '../../model/document/history-run.ts';
import { type ArmWords, type DocumentWords, documentOf } from '../testing/document-builder.ts';
import { changed } from '../testing/one-scenario.ts';
import { pastRuns } from '../testing/past-runs.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { buildComparison } from './build-comparison.ts';

const run = (gather: Partial<ArmWords> = {}, words: Partial<DocumentWords> = {}) =>
  documentOf({ scenarios: [changed(downloadPages, 'gather', gather)], ...words });
const base = run();
const past = pastRuns(base);
const slower = run({ wallMs: 95 });

const judged = (head: ResultDocument, pastRunsGiven: readonly HistoryRun[], from: ResultDocument | null = null) =>
  buildComparison(from, head, { marginRatio: 0.03, pastRuns: pastRunsGiven });
const gatherIn = (comparison: ReturnType<typeof judged>) => comparison.cells.find(({ name }) => name === 'gather');
const reasonIn = (comparison: ReturnType<typeof judged>) => {
  expect(comparison.cells.map(({ verdict }) => verdict)).not.toContain('regressed');
  expect(comparison.cells.map(({ verdict }) => verdict)).not.toContain('within margin');
  return gatherIn(comparison)?.reason;
};

describe('a history as base', () => {
  it('is judged by its mean, with the limit that it gives', () => {
    const told = judged(slower, past);
    expect(told).toMatchObject({
      tier: 'stored',
      base: { label: '20 past runs', createdAt: past.at(-1)?.createdAt, commit: past.at(-1)?.commit },
      history: { runCount: 20, likeCount: 20, neededCount: 10 },
    });
    const cell = gatherIn(told);
    expect(cell).toMatchObject({ verdict: 'regressed', basedOnCount: 20, levelRatio: 0.99, reason: null });
    expect(cell?.change.ratio).toBeCloseTo((cell?.headMs ?? 0) / (cell?.baseMs ?? 1), 9);
    expect(cell?.baseMs).toBeGreaterThan(60);
    expect(cell?.baseMs).toBeLessThan(66);
    expect(cell?.detectableRatio).toBeGreaterThan(1.03);
    expect(cell?.detectableRatio).toBeLessThan(1.2);
    expect(told.cells.filter(({ verdict }) => verdict === 'within margin')).toHaveLength(3);
  });

  it('finds more against its mean than against a single run', () => {
    const [byMean, byOne] = [judged(slower, past), judged(slower, past, base)].map(gatherIn);
    expect(byOne?.detectableRatio).toBeGreaterThan(byMean?.detectableRatio ?? 0);
    expect(byOne?.verdict).toBe('regressed');
  });

  it('counts the twenty newest, and none that is not before head, head itself among them', () => {
    const many = pastRuns(base, { count: 25 });
    expect(judged(slower, many).history).toEqual({ runCount: 25, likeCount: 20, neededCount: 10 });
    const old = many.map((each, index) => ({ ...each, cells: index < 5 ? doubled(each) : each.cells }));
    expect(gatherIn(judged(base, old))?.change).toEqual(gatherIn(judged(base, many))?.change);
    const itself = { ...(past[0] as HistoryRun), createdAt: base.createdAt };
    const later = { ...itself, createdAt: '2027-01-01T00:00:00.000Z' };
    expect(judged(slower, [...past, itself, later]).history).toMatchObject({ runCount: 22, likeCount: 20 });
    expect(gatherIn(judged(slower, [later, itself, ...past]))).toEqual(gatherIn(judged(slower, past)));
  });

  it('has cells that its newest run lacks, and misses only those of its newest run', () => {
    const partly = past.map((each, index) => ({
      ...each,
      cells: each.cells.filter(({ key }) => key.strategyId !== (index === 19 ? 'gather' : 'pool')),
    }));
    const told = judged(slower, partly);
    expect(gatherIn(told)).toMatchObject({ verdict: 'regressed', basedOnCount: 19 });
    expect(told.unmatched).toEqual([]);
    expect(told.cells.find(({ name }) => name === 'pool w2')).toMatchObject({
      verdict: 'inconclusive',
      basedOnCount: 1,
    });
  });

  it('tells cells that fail now, and outputs that changed, before anything else', () => {
    const failed = { state: 'failed', failure: { code: 'TASK_THREW', message: 'boom' } } as const;
    expect(judged(run({ status: failed }), past).unmatched).toMatchObject([{ name: 'gather', news: 'broken' }]);
    const arms = downloadPages.arms.map((arm) => ({ ...arm, outputDigest: 'ffff' }));
    const other = judged(documentOf({ scenarios: [{ ...downloadPages, arms }] }), past);
    expect(other.cells).toEqual([]);
    expect(other.unmatched.map(({ news }) => news)).toEqual(new Array(4).fill('outputs changed'));
    expect(judged(run(), past).unmatched).toEqual([]);
  });

  it('starts anew where the work has changed since', () => {
    const other = past.map((each, index) => ({
      ...each,
      cells: index < 15 ? each.cells.map((cell) => ({ ...cell, outputDigest: 'ffff' })) : each.cells,
    }));
    expect(gatherIn(judged(slower, other))).toMatchObject({ verdict: 'inconclusive', basedOnCount: 5 });
  });
});

const doubled = ({ cells }: HistoryRun) =>
  cells.map((cell) => ({ ...cell, medianMs: cell.medianMs === null ? null : 2 * cell.medianMs }));

describe('nothing is decided', () => {
  it('without past runs', () => {
    expect(reasonIn(judged(slower, [], base))).toBe(
      'there are no past runs to judge by: `overlap baseline add` keeps one (a verdict needs 10)',
    );
    expect(judged(slower, [], base).history).toEqual({ runCount: 0, likeCount: 0, neededCount: 10 });
  });

  it('with nine, while ten are enough', () => {
    expect(reasonIn(judged(slower, past.slice(11)))).toMatch(
      /^9 of the 10 past runs that a verdict needs have this cell/,
    );
    expect(gatherIn(judged(slower, past.slice(11)))?.detectableRatio).toBeNull();
    expect(gatherIn(judged(slower, past.slice(10)))?.verdict).toBe('regressed');
  });

  it('by runs with other settings', () => {
    const quick = run({ wallMs: 95 }, { settings: { profile: 'quick' } });
    expect(reasonIn(judged(quick, past))).toMatch(/on such a machine have other settings \(profiles full and quick\)/);
    expect(reasonIn(judged(quick, past, base))).toMatch(
      /^base and head were run with different profiles full and quick/,
    );
    expect(judged(quick, past).history).toMatchObject({ runCount: 20, likeCount: 0 });
  });

  it('by runs that are newer than head', () => {
    const early = run({ wallMs: 95 }, { createdAt: '2026-01-01T00:00:00.000Z' });
    expect(reasonIn(judged(early, past))).toMatch(/^all past runs are newer than head/);
  });

  it.each(['unknown', '', ' Unknown '])('on a machine that calls its CPU %j', (cpuModel) => {
    const words = { environment: { cpuModel } };
    const nameless = pastRuns(run({}, words));
    expect(reasonIn(judged(run({ wallMs: 95 }, words), nameless))).toMatch(/^head does not name its CPU/);
  });

  it('of a run that was interrupted', () => {
    expect(reasonIn(judged(run({ wallMs: 95 }, { complete: false }), past))).toMatch(/^the head run was interrupted/);
    expect(reasonIn(judged(slower, past, run({}, { complete: false })))).toMatch(/^the base run was interrupted/);
  });

  it('where past runs differ so much that their silence says nothing', () => {
    const wild = pastRuns(base, { spread: 0.4 });
    const told = judged(base, wild);
    expect(gatherIn(told)?.verdict).toBe('inconclusive');
    expect(gatherIn(told)?.reason).toMatch(/^past runs of it differ so much that only a slow-down of \d+ % is sure/);
    expect(told.warnings.map(({ code }) => code)).not.toContain('separate-runs');
  });

  it.each([
    { cpuModel: 'Another CPU' },
    { coreCount: 4 },
    { runtime: 'node v24.0.0' },
    { os: 'linux 7.0 x64' },
    { os: 'Darwin 24.1.0 arm64' },
  ])('nor compared, on a machine with %j', (environment) => {
    const told = judged(run({ wallMs: 95 }, { environment }), past);
    expect(told).toMatchObject({ comparable: false, cells: [], history: { runCount: 20, likeCount: 0 } });
    expect(told.unmatched.every(({ news }) => news === 'not comparable')).toBe(true);
    expect(told.warnings[0]).toMatchObject({
      code: 'different-machines',
      remedy: expect.stringMatching(/baseline add/),
    });
  });

  it('but across patches of the runtime and the system it is', () => {
    const patched = run({ wallMs: 95 }, { environment: { runtime: 'node v26.11.3', os: 'linux 6.11.0-29 x64' } });
    expect(gatherIn(judged(patched, past))?.verdict).toBe('regressed');
  });
});

describe('a price that a run measured first', () => {
  const computing = documentOf({ scenarios: [countPrimes] });
  /** Days on which the machine is slower or faster, and everything that is of this kind with it. */
  const onDays = (document: ResultDocument, price: 'computingMs' | 'requestMs') =>
    pastRuns(document, { spread: 0.02 }).map((each, day) => {
      const factor = 1 + 0.3 * Math.sin(day * 1.7);
      const cells = each.cells.map((cell) => ({ ...cell, medianMs: cell.medianMs && cell.medianMs * factor }));
      const references = each.references && { ...each.references, [price]: each.references[price] * factor };
      return { ...each, cells, references };
    });
  const codesOf = ({ warnings }: ReturnType<typeof judged>) => warnings.map(({ code }) => code);

  it('of the same kind is divided by where past runs agree better that way', () => {
    const told = judged(computing, onDays(computing, 'computingMs'));
    expect(told.cells.every(({ verdict }) => verdict === 'within margin')).toBe(true);
    expect(told.warnings[0]).toMatchObject({
      code: 'relative-to-computing',
      message: expect.stringMatching(
        /^Judged relative to what computing cost in each run: count-primes sequential, count/,
      ),
    });
    const waiting = judged(base, onDays(base, 'requestMs'));
    expect(codesOf(waiting)).toContain('relative-to-request');
    expect(Math.max(...waiting.cells.map(({ detectableRatio }) => detectableRatio ?? 9))).toBeLessThan(1.15);
  });

  it('of the other kind never is', () => {
    expect(codesOf(judged(computing, onDays(computing, 'requestMs')))).not.toContain('relative-to-request');
    expect(codesOf(judged(base, onDays(base, 'computingMs')))).not.toContain('relative-to-computing');
  });

  it('is not where head did not measure it', () => {
    const without = documentOf({ scenarios: [countPrimes], preflight: null });
    expect(codesOf(judged(without, onDays(computing, 'computingMs')))).not.toContain('relative-to-computing');
  });

  it('takes out a slow day of the machine, and leaves a slow version', () => {
    const slowDay = documentOf({
      scenarios: [
        {
          ...countPrimes,
          task: { computeMs: 12 },
          arms: countPrimes.arms.map((arm) => ({ ...arm, wallMs: arm.wallMs * 1.4 })),
        },
      ],
    });
    const history = onDays(computing, 'computingMs');
    const verdicts = (document: ResultDocument) => judged(document, history).cells.map(({ verdict }) => verdict);
    expect(verdicts(slowDay)).toContain('regressed');
    const asSlow = {
      ...slowDay,
      preflight: slowDay.preflight && { ...slowDay.preflight, kernelUnitsPerMs: 120 / 1.4 },
    };
    expect(new Set(verdicts(asSlow))).toEqual(new Set(['within margin']));
  });
});
