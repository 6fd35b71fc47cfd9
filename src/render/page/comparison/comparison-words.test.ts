// The first line of a comparison is what most people read: the worst news must stand in it, and it must be true.

import { describe, expect, it } from 'vitest';
import type { ResultDocument } from '../../../model/document/document.ts';
import type { Comparison } from '../../../model/report/comparison.ts';
import { buildComparison } from '../../../report/comparison/build-comparison.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { pastRuns } from '../../../report/testing/past-runs.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import { renderers } from '../../registry.ts';
import * as samples from '../../testing/sample-comparisons.ts';
import { headline, isBelievable } from './comparison-words.ts';

const base = documentOf({ scenarios: [downloadPages] });
const failed = { state: 'failed', failure: { code: 'TASK_THREW', message: 'boom' } } as const;
const headWithout = (...ids: string[]) =>
  documentOf({
    scenarios: [
      {
        ...downloadPages,
        arms: downloadPages.arms.map((arm) => (ids.includes(arm.strategyId) ? { ...arm, status: failed } : arm)),
      },
    ],
  });
const elsewhere = documentOf({ scenarios: [downloadPages], environment: { coreCount: 4 } });
const compare = (head: ResultDocument) => buildComparison(base, head, { marginRatio: 0.25, pastRuns: pastRuns(base) });
const drawn = (id: string, comparison: Comparison) =>
  renderers.get(id)?.renderComparison?.(comparison, { width: 200, color: false, detailed: true }) ?? '';

describe('headline', () => {
  it('names cells that broke before anything else', () => {
    expect(headline(compare(headWithout('gather', 'pool')))).toMatch(
      /^2 cells FAILED in head\. 2 within margin of 2 cells/,
    );
    expect(headline(compare(headWithout('gather')))).toMatch(/^1 cell FAILED in head\. /);
    expect(headline(compare(base))).not.toMatch(/FAILED/);
    expect(headline(compare(headWithout('gather')))).not.toMatch(/not compared/);
  });

  it('does not deny cells that are in both documents without numbers on both sides', () => {
    const all = compare(headWithout('sequential', 'gather', 'bounded', 'pool'));
    expect(headline(all)).toMatch(/^4 cells FAILED in head\. No cell has numbers on both sides .*see below\.$/);
    expect(headline(buildComparison(documentOf({ scenarios: [] }), documentOf({ scenarios: [] }), all))).toMatch(
      /^Nothing to compare/,
    );
  });
});

describe('the first line of', () => {
  const [first] = samples.calm.cells;
  it.each<[string, Comparison, RegExp | string]>([
    [
      'every kind of news',
      samples.sideBySide,
      /^1 cell FAILED in head\. 1 cell CHANGED OUTPUTS\. 1 regressed, 1 improved, 1 inc/,
    ],
    ['no news', samples.calm, '4 within margin of 4 cells (a change counts beyond 3 %).'],
    ['a failed self-test', samples.unbelievable, /^Not to be believed: the self-test failed\. 1 cell FAILED/],
    [
      'an interrupted gate, which has no verdict',
      samples.interrupted,
      'Interrupted, so no verdict is given. 1 cell FAILED in head. 1 cell CHANGED OUTPUTS. 7 cells measured by then.',
    ],
    [
      'one that was interrupted at once',
      { ...samples.calm, complete: false, cells: [] },
      'Interrupted, so no verdict is given.',
    ],
    [
      'too few past runs',
      samples.youngHistory,
      'Nothing decided: all 3 cells are inconclusive. A verdict needs 10 past runs like this one; there are 4. 1 cell not compared.',
    ],
    [
      'one past run and one cell',
      {
        ...samples.youngHistory,
        cells: samples.youngHistory.cells.slice(0, 1),
        unmatched: [],
        history: { runCount: 1, likeCount: 1, neededCount: 10 },
      },
      'Nothing decided: the one cell is inconclusive. A verdict needs 10 past runs like this one; there is 1.',
    ],
    [
      'cells that are all inconclusive, with runs enough',
      { ...samples.stored, cells: samples.youngHistory.cells, unmatched: [] },
      'Nothing decided: all 3 cells are inconclusive.',
    ],
    ['no cell at all', { ...samples.calm, cells: [] }, 'Nothing to compare: neither version has a cell that was run.'],
    [
      'one cell',
      { ...samples.calm, cells: first ? [first] : [] },
      '1 within margin of 1 cell (a change counts beyond 3 %).',
    ],
  ])('%s', (_, comparison, line) => {
    if (typeof line === 'string') expect(headline(comparison)).toBe(line);
    else expect(headline(comparison)).toMatch(line);
  });

  it('says of exactly two samples that they are not to be acted on', () => {
    const not = Object.entries(samples.SAMPLE_COMPARISONS).filter(([, comparison]) => !isBelievable(comparison));
    expect(not.map(([name]) => name)).toEqual(['unbelievable', 'interrupted']);
  });
});

describe.each(['table', 'markdown', 'csv'])('format %s', (id) => {
  it('tells a broken cell apart from one that is merely missing', () => {
    const text = drawn(id, compare(headWithout('gather')));
    expect(text).toMatch(id === 'csv' ? /^broken,download-pages,gather,/m : /FAILED in head: download-pages, gather: /);
  });

  it('shows no ratio and no verdict across machines, only the names and the reason', () => {
    const text = drawn(id, compare(elsewhere));
    expect(text).not.toMatch(/\b(inconclusive|within margin|regressed|improved)\b|\d\.\d\d(?!GHz|\dZ)/);
    for (const name of ['sequential', 'gather', 'bounded', 'pool']) expect(text).toContain(name);
    expect(text).toMatch(/different machines/);
  });
});

it('json holds no change across machines', () => {
  const { cells, unmatched } = JSON.parse(drawn('json', compare(elsewhere)));
  expect(cells).toEqual([]);
  expect(unmatched).toHaveLength(4);
});
