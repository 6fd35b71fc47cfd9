// What every format looks like, kept as files in golden/ that a reviewer can read. After a wanted change: `vitest -u`.

import { describe, expect, it } from 'vitest';
import { buildComparison } from '../report/build-comparison.ts';
import { buildReport } from '../report/build-report.ts';
import { changedDocument, sampleDocument } from '../report/testing/sample-documents.ts';
import { renderList } from './list.ts';
import { renderPreflight } from './preflight.ts';
import { renderers } from './registry.ts';

const document = sampleDocument();
const report = buildReport(document);
const comparison = buildComparison(document, changedDocument(), { marginRatio: 0.25 });
const WIDTHS = [80, 120];

describe.each([...renderers.values()])('format $id', (renderer) => {
  // Only a table depends on the width of the page.
  it.each(renderer.id === 'table' ? WIDTHS : [80])('draws a report and a comparison at %i columns', async (columns) => {
    const options = { columns, color: false };
    const name = renderer.id === 'table' ? `table-${columns}` : renderer.id;
    await expect(renderer.renderReport(report, options)).toMatchFileSnapshot(`golden/report.${name}.txt`);
    await expect(renderer.renderComparison(comparison, options)).toMatchFileSnapshot(`golden/comparison.${name}.txt`);
  });

  it.runIf(renderer.id !== 'table')('is the same on any page', () => {
    const [narrow, wide] = WIDTHS.map((columns) => renderer.renderReport(report, { columns, color: true }));
    expect(wide).toBe(narrow);
  });

  it('draws the same document twice in the same bytes', () => {
    const again = buildReport(sampleDocument());
    for (const color of [true, false]) {
      const options = { columns: 100, color };
      expect(renderer.renderReport(again, options)).toBe(renderer.renderReport(report, options));
    }
  });

  it('is registered under its own id and says what it is for', () => {
    expect(renderers.get(renderer.id)).toBe(renderer);
    expect(renderer.about.length).toBeGreaterThan(5);
  });
});

describe('other pages', () => {
  it.each(WIDTHS)('draws the price list at %i columns', async (columns) => {
    const prices = document.preflight;
    if (prices === null) throw new Error('the sample has a price list');
    await expect(renderPreflight(prices, { columns, color: false })).toMatchFileSnapshot(
      `golden/preflight.table-${columns}.txt`,
    );
  });

  it.each(WIDTHS)('draws the catalogue at %i columns', async (columns) => {
    const strategies = [
      { id: 'sequential', idea: 'one task after another' },
      {
        id: 'gather+pool',
        idea: 'wait for all on the main thread, compute each on one of w worker threads, and then wait for the rest',
      },
    ];
    const text = renderList({ scenarios: document.scenarios, strategies }, { columns, color: false });
    await expect(text).toMatchFileSnapshot(`golden/list.table-${columns}.txt`);
  });
});
