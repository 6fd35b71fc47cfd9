// What a script reads of a run or a comparison, and that help, README and errors tell the same codes.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callOverlap } from '../cli/testing.ts';
import { ERROR_CODES } from '../errors.ts';
import { EXIT, EXIT_MEANINGS } from '../exit-codes.ts';
import type { Comparison, SelfTest, VersionVerdict } from '../model/report/comparison.ts';
import type { Report } from '../model/report/report.ts';
import { buildReport } from '../report/build-report.ts';
import { documentOf } from '../report/testing/document-builder.ts';
import { downloadPages } from '../report/testing/sample-documents.ts';
import { outcomeOfComparison, outcomeOfRun } from './outcome.ts';

const fine = buildReport(documentOf({ scenarios: [downloadPages] }));

/** The report with its first row, or its scenario, changed. */
function reportWith(row: object, scenario: object = {}, report: object = {}): Report {
  const [first, ...others] = fine.scenarios;
  const rows = first?.rows.map((each, index) => (index === 0 ? { ...each, ...row } : each)) ?? [];
  return { ...fine, ...report, scenarios: [{ ...first, rows, ...scenario }, ...others] } as Report;
}

const audit = (passed: boolean) => ({ audits: [{ id: 'any', passed, detail: '' }] });
const unmeasurable = { warnings: [{ code: 'unmeasurable', message: '', remedy: '' }] };

const withOneMore = (report: Report): Report => ({ ...report, scenarios: [...report.scenarios, ...fine.scenarios] });

describe('a run', () => {
  it.each([
    ['every row has numbers', reportWith({}), 0],
    ['a strategy does not suit', reportWith({ status: 'skipped' }), 0],
    ['a cell failed', reportWith({ status: 'failed' }), 1],
    ['an audit failed', reportWith(audit(false)), 1],
    ['audits passed', reportWith(audit(true)), 0],
    ['nothing can be measured here', reportWith({}, unmeasurable), 4],
    ['one of two scenarios cannot be measured here', withOneMore(reportWith({}, unmeasurable)), 4],
    ['a warning is another', reportWith({}, { warnings: [{ code: 'noisy', message: '', remedy: '' }] }), 0],
    ['a cell failed where nothing can be measured', reportWith({ status: 'failed' }, unmeasurable), 1],
    ['it was interrupted, whatever else', reportWith({ status: 'failed' }, unmeasurable, { complete: false }), 130],
  ])('where %s', (_, report, code) => {
    expect(outcomeOfRun(report)).toBe(code);
  });
});

/** Cells with these verdicts, and cells without one that are broken or not. */
function compared(
  verdicts: readonly VersionVerdict[],
  broken: readonly boolean[] = [],
  words: Partial<Comparison> = {},
): Parameters<typeof outcomeOfComparison>[0] {
  const key = { scenarioId: 'a', strategyId: 'b', parameters: {}, subject: 'worktree' as const };
  const change = { ratio: 1, low: 1, high: 1 };
  const basis = { levelRatio: 0.95, detectableRatio: null, basedOnCount: 8, reason: null };
  return {
    complete: true,
    selfTest: null,
    history: null,
    cells: verdicts.map((verdict) => ({
      ...{ key, name: 'b', file: null, baseMs: 1, headMs: 1, change, verdict },
      ...basis,
    })),
    unmatched: broken.map((each) => ({ key, name: 'c', file: null, news: each ? 'broken' : 'removed', reason: 'r' })),
    ...words,
  };
}

const past = (likeCount: number) => ({ runCount: 12, likeCount, neededCount: 10 });

describe('a comparison', () => {
  it.each([
    ['regressed', compared(['within margin', 'regressed', 'improved']), 1, 1],
    ['broken', compared(['within margin'], [false, true]), 1, 1],
    ['broken and nothing else', compared([], [true]), 1, 1],
    ['equivalent or improved', compared(['within margin', 'improved']), 0, 0],
    ['inconclusive', compared(['within margin', 'inconclusive']), 0, 3],
    ['in one document only', compared(['within margin'], [false]), 0, 3],
    ['not comparable at all', compared([], [false, false]), 3, 3],
    ['none', compared([]), 3, 3],
    ['judged by no past run', compared(['inconclusive'], [], { history: past(0) }), 3, 3],
    ['broken, judged by no past run', compared(['inconclusive'], [true], { history: past(0) }), 1, 1],
    ['inconclusive for want of past runs', compared(['inconclusive'], [], { history: past(4) }), 0, 3],
    ['interrupted, whatever they are', compared(['regressed'], [true], { complete: false }), 130, 130],
    [
      'measured where the gate failed its own test',
      compared(['regressed'], [true], { selfTest: { passed: false } as SelfTest }),
      4,
      4,
    ],
    ['regressed where it passed', compared(['regressed'], [], { selfTest: { passed: true } as SelfTest }), 1, 1],
  ])('of cells that are %s', (_, comparison, code, strictCode) => {
    expect(outcomeOfComparison(comparison, false)).toBe(code);
    expect(outcomeOfComparison(comparison, true)).toBe(strictCode);
  });
});

describe('the exit codes', () => {
  const codes = Object.values(EXIT);

  it('are told alike by help and README, each with its meaning', async () => {
    const { stdout } = await callOverlap(['--help']);
    const help = stdout.replace(/\s+/g, ' ');
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replace(/ +/g, ' ');
    for (const code of codes) {
      expect(help).toContain(`${code} ${EXIT_MEANINGS[code]}`);
      expect(readme).toContain(`| ${code} | ${EXIT_MEANINGS[code]} |`.replace('--strict', '`--strict`'));
    }
    expect(codes).toEqual([0, 1, 2, 3, 4, 130]);
  });

  it('of errors are among them, and none is success', () => {
    for (const code of Object.values(ERROR_CODES)) {
      expect(codes).toContain(code);
      expect(code).not.toBe(EXIT.fine);
    }
    expect(ERROR_CODES).toMatchObject({ USAGE: 2, FILE_SCHEMA: 2, MACHINE_LIMIT: 4, TASK_THREW: 1, INTERRUPTED: 130 });
  });
});
