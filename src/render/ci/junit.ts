// JUnit XML: a suite for each scenario, a test for each cell. What fails the command fails here and nothing else does; one that
// was interrupted has only skipped tests. Kept to what the strictest reader takes: Jenkins' schema knows neither files nor messages
// of skipped tests.

import type { ComparedCell, Comparison, SelfTest, UnmatchedCell } from '../../model/report/comparison.ts';
import { changeWords, selfTestWords, timesWords } from '../page/comparison/comparison-basis.ts';
import { isBelievable, openCellsFail } from '../page/comparison/comparison-words.ts';
import { formatChosenShare } from '../units.ts';
import { namedCells } from './cell-names.ts';
import type { ReportOptions } from './kinds.ts';
import { element } from './xml-text.ts';

interface TestCase {
  readonly name: string;
  /** How long it took, in seconds; 0 where that is not known. */
  readonly timeS: number;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  /** What it was, such as `regressed`. */
  readonly type: string;
  readonly text: string;
}

/** Draws it. */
export function junit(comparison: Comparison, options: Pick<ReportOptions, 'strict'>): string {
  const strict = openCellsFail(comparison, options.strict);
  const cells = Map.groupBy([...comparison.unmatched, ...comparison.cells], ({ key }) => key.scenarioId);
  const scenarios = [...cells].map(
    ([id, all]) =>
      [id, namedCells(all, ({ name }) => name).map(([name, cell]) => testOf(name, cell, comparison, strict))] as const,
  );
  const { selfTest } = comparison;
  const suites = [...(selfTest === null ? [] : [[SELF_TEST, selfTests(selfTest)] as const]), ...scenarios];
  const tests = suites.flatMap(([, each]) => each);
  const { skipped: _, ...totals } = totalsOf(tests);
  const children = suites.map(([id, each]) => suite(id, each, comparison.createdAt));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'overlap-bench', ...totals }, children)}\n`;
}

/** No scenario can be called so. */
const SELF_TEST = 'overlap-bench self-test';

function testOf(name: string, cell: ComparedCell | UnmatchedCell, comparison: Comparison, strict: boolean): TestCase {
  const isCompared = 'verdict' in cell;
  const type = isCompared ? cell.verdict : cell.news;
  const timeS = isCompared ? cell.headMs / 1_000 : 0;
  if (!isBelievable(comparison))
    return { name, timeS, outcome: 'skipped', type: 'no verdict', text: doubt(comparison) };
  const text = isCompared ? figures(cell, comparison) : cell.reason;
  return { name, timeS, outcome: outcomeOf(cell, strict), type, text };
}

const doubt = ({ complete }: Comparison) => (complete ? 'the self-test failed' : 'it was interrupted');

function outcomeOf(cell: ComparedCell | UnmatchedCell, strict: boolean): TestCase['outcome'] {
  if (!('verdict' in cell)) return cell.news === 'broken' ? 'error' : strict ? 'failure' : 'skipped';
  if (cell.verdict === 'regressed') return 'failure';
  if (cell.verdict === 'inconclusive') return strict ? 'failure' : 'skipped';
  return 'passed';
}

function figures(cell: ComparedCell, { marginRatio }: Comparison): string {
  const why = cell.reason === null ? '' : ` (${cell.reason})`;
  return `${changeWords(cell.change)}, ${timesWords(cell)}; a change counts beyond ${formatChosenShare(marginRatio)}${why}`;
}

/** A gate that fails its own test is an error of the machine, not of the code. */
function selfTests(selfTest: SelfTest): TestCase[] {
  const outcome = selfTest.passed ? 'passed' : 'error';
  return [
    {
      name: 'the gate on itself',
      timeS: 0,
      outcome,
      type: selfTest.passed ? 'passed' : 'failed',
      text: selfTestWords(selfTest),
    },
  ];
}

function suite(name: string, tests: readonly TestCase[], timestamp: string): string {
  const children = tests.map(({ name: test, timeS, outcome, type, text }) =>
    element('testcase', { classname: name, name: test, time: seconds(timeS) }, [outcomeElement(outcome, type, text)]),
  );
  // Readers expect no fraction and no zone; it is UTC.
  return element('testsuite', { name, ...totalsOf(tests), timestamp: timestamp.replace(/(\.\d+)?Z$/, '') }, children);
}

function outcomeElement(outcome: TestCase['outcome'], type: string, text: string): string {
  const told = `${type}: ${text}`;
  if (outcome === 'passed') return element('system-out', {}, told);
  return outcome === 'skipped' ? element('skipped', {}, told) : element(outcome, { type, message: told }, told);
}

function totalsOf(tests: readonly TestCase[]) {
  const count = (outcome: TestCase['outcome']) => tests.filter((test) => test.outcome === outcome).length;
  return {
    tests: tests.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(tests.reduce((sum, { timeS }) => sum + timeS, 0)),
  };
}

const seconds = (timeS: number) => timeS.toFixed(6);
