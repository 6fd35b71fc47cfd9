// What every format looks like, kept as files in golden/ that a reviewer can read. report.json.txt is an input, as the json
// format writes it, and comparisons are in testing/; the other files are what the renderers must make of them. After a wanted
// change of a format: `npx vitest run src/render -u`.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Preflight } from '../model/document/document.ts';
import type { Report } from '../model/report/report.ts';
import { drawReport } from './ci/draw-report.ts';
import { REPORT_KINDS, type ReportKind } from './ci/kinds.ts';
import { type Catalogue, listPage } from './page/list-page.ts';
import { preflightPage } from './page/preflight-page.ts';
import { renderers } from './registry.ts';
import { pageText } from './terminal/page-text.ts';
import { SAMPLE_COMPARISONS, sideBySide } from './testing/sample-comparisons.ts';
import { sampleTimelines } from './testing/sample-timelines.ts';

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8');
const report = (): Report => JSON.parse(golden('report.json.txt'));
const run = () => {
  const told = report();
  const [first] = told.scenarios;
  return { name: 'run.json', report: told, timelines: [sampleTimelines(first?.id ?? '', first?.title)] };
};

/** Each format with the pages that matter to it. */
const PAGES: Record<
  string,
  readonly { readonly suffix: string; readonly width: number; readonly detailed: boolean }[]
> = {
  table: [
    { suffix: '-80', width: 80, detailed: false },
    { suffix: '-80-details', width: 80, detailed: true },
    { suffix: '-120', width: 120, detailed: true },
  ],
  json: [{ suffix: '', width: 80, detailed: false }],
  markdown: [{ suffix: '', width: 80, detailed: false }],
  csv: [{ suffix: '', width: 80, detailed: false }],
  html: [{ suffix: '', width: 80, detailed: false }],
  trace: [{ suffix: '', width: 80, detailed: false }],
};
const pages = Object.entries(PAGES).flatMap(([id, all]) => all.map((page) => ({ id, ...page })));

/** Every comparison as people see it first; the formats for files of one of each tier. */
const comparisons = Object.entries(SAMPLE_COMPARISONS).flatMap(([name, comparison]) => {
  const isWhole = name === 'side-by-side' || name === 'stored';
  const wide = { id: 'table', suffix: '-130', width: 130, detailed: true };
  const others = pages
    .filter(({ id }) => id !== 'table' && renderers.get(id)?.renderComparison !== undefined)
    .map((page) => ({ ...page }));
  const drawn = [{ id: 'table', suffix: '-80', width: 80, detailed: false }, ...(isWhole ? [wide, ...others] : [])];
  return drawn.map((page) => ({ name, comparison, ...page }));
});

describe('golden pages', () => {
  it('exist for every format', () => expect(Object.keys(PAGES).sort()).toEqual([...renderers.keys()].sort()));

  it.each(pages)('report.$id$suffix', async ({ id, suffix, ...page }) => {
    const text = renderers.get(id)?.renderReports([run()], { ...page, color: false });
    await expect(text).toMatchFileSnapshot(`golden/report.${id}${suffix}.txt`);
  });

  it.each(comparisons)('$name.$id$suffix', async ({ name, comparison, id, suffix, ...page }) => {
    const text = renderers.get(id)?.renderComparison?.(comparison, { ...page, color: false });
    await expect(text).toMatchFileSnapshot(`golden/comparison-${name}.${id}${suffix}.txt`);
  });
});

describe('golden reports for CI', () => {
  it.each(Object.keys(REPORT_KINDS) as ReportKind[])('%s', async (kind) => {
    const text = drawReport(kind, sideBySide, { strict: false });
    await expect(text).toMatchFileSnapshot(`golden/ci-${kind}.txt`);
  });
});

describe.each([...renderers])('format %s', (id, renderer) => {
  it('is registered under its own id and says what it is for', () => {
    expect(renderer.id).toBe(id);
    expect(renderer.about.length).toBeGreaterThan(5);
  });

  it('draws the same report twice in the same bytes', () => {
    for (const color of [true, false]) {
      const options = { width: 100, color, detailed: true };
      expect(renderer.renderReports([run()], options)).toBe(renderer.renderReports([run()], options));
    }
  });
});

describe.each(['json', 'markdown', 'csv', 'html'])('format %s', (id) => {
  it('does not depend on the page', () => {
    const draw = (width: number, all: boolean) =>
      renderers.get(id)?.renderReports([run()], { width, color: all, detailed: all });
    expect(draw(200, true)).toBe(draw(40, false));
  });
});

describe.each([80, 120])('other pages at %i places', (width) => {
  it('the price list', async () => {
    const text = pageText(preflightPage(PRICES), { width, color: false, detailed: false });
    await expect(text).toMatchFileSnapshot(`golden/preflight.table-${width}.txt`);
  });

  it('the catalogue', async () => {
    const text = pageText(listPage(CATALOGUE), { width, color: false, detailed: false });
    await expect(text).toMatchFileSnapshot(`golden/list.table-${width}.txt`);
  });
});

const PRICES: Preflight = {
  effectiveCores: [1, 1.95],
  requestFloorMs: 0.4,
  connectMs: 0.3,
  timerLatenessMs: 0.1,
  poolStartMs: 45,
  dispatchMs: 0.03,
  cloneMsPerMb: 0.7,
  transferMsPerMb: 0.2,
  kernelUnitsPerMs: 120,
  stealRatio: null,
  durationMs: 1800,
};

const CATALOGUE: Catalogue = {
  scenarios: [
    { id: 'download-pages', kind: 'io', taskCount: 20, question: 'Do more threads help to wait?' },
    { id: 'count-primes', kind: 'cpu', taskCount: 16, question: 'Does Promise.all make computing faster?' },
  ],
  limits: [{ id: 'capped-peer', kind: 'io', taskCount: 16, question: 'Is it worth asking for all at once?' }],
  examples: [{ id: 'file-tree', kind: 'mixed', taskCount: 8, question: 'Does a disk wait like a network?' }],
  lessons: [{ id: 'lying-kernel', kind: 'cpu', taskCount: 8, question: 'Will it cost the same in every round?' }],
  tags: ['lesson', 'limits', 'requests'],
  strategies: [
    { id: 'sequential', idea: 'one task after another', schedule: 'one at a time; waits and computes on the loop' },
    {
      id: 'gather+pool',
      idea: 'wait for all on the main thread, compute each on one of w worker threads as it arrives',
      schedule: 'all at once; waits on the loop, computes in workers',
    },
  ],
  byName: [{ id: 'batches', idea: 'groups of c', schedule: 'c that end together; waits and computes on the loop' }],
};
