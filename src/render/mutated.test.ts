// Result files can be edited by hand. Whatever figures they or a report hold, no page may show what no figure is.

import { expect, it } from 'vitest';
import type { ResultDocument } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import { seededRandom } from '../model/seeded-random.ts';
import { buildReport } from '../report/build-report.ts';
import { buildComparison } from '../report/comparison/build-comparison.ts';
import { documentOf } from '../report/testing/document-builder.ts';
import * as samples from '../report/testing/sample-documents.ts';
import { pageMarkdown } from './markdown/markdown.ts';
import { reportPage } from './page/report-page.ts';
import { renderers } from './registry.ts';
import { pageText } from './terminal/page-text.ts';

const { countPrimes, downloadPages, downloadThenHash, serverComputes } = samples;
const scenarios = [countPrimes, downloadPages, downloadThenHash, serverComputes].map((scenario) => ({
  ...scenario,
  roundCount: 12,
}));
const document = documentOf({ scenarios });
const FIELDS = [
  'wallMs',
  'cpuMs',
  'computeWallMs',
  'ioMs',
  'serverMs',
  'serverCpuMs',
  'taskMs',
  'inFlightMean',
] as const;
const ODD = [0, 5e-324, 1e-300, 1e-9, 1e9];

/** The document with one or two fields of all samples, or of some, of some arms replaced. */
function mutated(seed: number): ResultDocument {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const fields = [FIELDS[seed % FIELDS.length] as (typeof FIELDS)[number], pick(FIELDS)];
  const [armShare, roundShare] = [pick([0.3, 1]), pick([0.5, 1])];
  const value = pick(ODD);
  const cells = document.cells.map((cell) => {
    if (random() > armShare) return cell;
    const change = Object.fromEntries(
      fields.map((field) => [field, field === 'wallMs' && value === 0 ? 5e-324 : value] as const),
    );
    return { ...cell, samples: cell.samples.map((s) => (random() > roundShare ? s : { ...s, ...change })) };
  });
  const odd = random() < 0.3 ? value : null;
  const change = odd === null ? {} : { ioMs: odd };
  const records = document.scenarios.map((record) => ({
    ...record,
    typicalTasks: record.typicalTasks.map((task) => ({
      ...task,
      ...change,
      ...(odd !== null && { computeWallMs: odd }),
    })),
    fastestTasks: record.fastestTasks.map((task) => ({
      ...task,
      ...change,
      ...(odd !== null && { computeCpuMs: odd }),
    })),
  }));
  return { ...document, cells, scenarios: records };
}

it.each([...Array.from({ length: 64 }, (_, seed) => seed), 129, 136, 158, 173])(
  'mutation %i shows figures only',
  (seed) => {
    const head = mutated(seed);
    const options = { width: 100, color: false };
    const report = buildReport(head);
    const comparison = buildComparison(document, head, { marginRatio: 0.25 });
    for (const renderer of renderers.values()) {
      const text =
        renderer.renderReports([{ name: 'run.json', report }], options) +
        renderer.renderComparison(comparison, options);
      expect(text).not.toMatch(/\bNaN\b|\bundefined\b|Infinity (of|times|%|to)|to Infinity/);
      if (renderer.id === 'table' || renderer.id === 'markdown') {
        expect(text).not.toMatch(/Infinity|-\d+(\.\d+)? %|\d{5,} %|\d[eE][+]?\d/);
      }
    }
  },
);

/** A report in which every third figure of a row, or of what stands beside it, is one that no run can give. */
function oddReport(seed: number): Report {
  const random = seededRandom(seed);
  const odd = [NaN, -3, -Infinity, Infinity, 1e300, 27_733];
  return JSON.parse(JSON.stringify(buildReport(document)), (key, value) => {
    if (typeof value !== 'number' || /Count$|^(seed|schemaVersion|concurrency|threads)$/u.test(key)) return value;
    return random() < 1 / 3 ? odd[Math.floor(random() * odd.length)] : value;
  });
}

it.each(Array.from({ length: 20 }, (_, seed) => seed))('odd report %i is told in figures and words', (seed) => {
  const page = reportPage(oddReport(seed), null);
  const drawn = [pageText(page, { width: 80, color: false }), pageMarkdown(page)];
  for (const text of drawn) {
    expect(text).not.toMatch(/\b(NaN|Infinity|undefined)\b|-\d+(\.\d+)? %|\d{5,} %|\d[eE][+]?\d/);
    expect(text).toMatch(/over 1,000|below 0/);
  }
});
