// The first line of a comparison is what most people read: the worst news must stand in it, and it must be true.

import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../model/comparison.ts';
import type { ResultDocument } from '../../model/document.ts';
import { buildComparison } from '../../report/comparison/build-comparison.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { pastRuns } from '../../report/testing/past-runs.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { renderers } from '../registry.ts';
import { headline } from './comparison-words.ts';

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
  renderers.get(id)?.renderComparison(comparison, { width: 200, color: false, detailed: true }) ?? '';

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
