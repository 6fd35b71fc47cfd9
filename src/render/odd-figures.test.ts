// Whatever figures a report holds, no page may show what no figure is. Documents with odd figures are in studies/documents.

import { expect, it } from 'vitest';
import type { Report } from '../model/report/report.ts';
import { seededRandom } from '../model/seeded-random.ts';
import { buildReport } from '../report/build-report.ts';
import { documentOf } from '../report/testing/document-builder.ts';
import * as samples from '../report/testing/sample-documents.ts';
import { pageMarkdown } from './markdown/markdown.ts';
import { reportPage } from './page/report/report-page.ts';
import { pageText } from './terminal/page-text.ts';

const { countPrimes, downloadPages, downloadThenHash, serverComputes } = samples;
const scenarios = [countPrimes, downloadPages, downloadThenHash, serverComputes].map((scenario) => ({
  ...scenario,
  roundCount: 12,
}));
const document = documentOf({ scenarios });

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
  const drawn = [pageText(page, { width: 80, color: false, detailed: true }), pageMarkdown(page)];
  for (const text of drawn) {
    expect(text).not.toMatch(/\b(NaN|Infinity|undefined)\b|-\d+(\.\d+)? %|\d{5,} %|\d[eE][+]?\d/);
    expect(text).toMatch(/over 1,000|below 0/);
  }
});
