// For people: what a terminal shows and a CI log keeps.

import { comparisonPage } from '../page/comparison-page.ts';
import { reportPage } from '../page/report-page.ts';
import type { Renderer } from '../renderer.ts';
import { pageText } from './page-text.ts';

/** For people: a table and a sentence for each scenario, then a summary. */
export const tableRenderer: Renderer = {
  id: 'table',
  about: 'for people; fits any terminal',
  renderReports: (runs, options) =>
    runs
      .map(({ name, report }) => pageText(reportPage(report, runs.length === 1 ? null : name), options))
      .join(`\n${'─'.repeat(options.width)}\n\n`),
  renderComparison: (comparison, options) => pageText(comparisonPage(comparison), options),
};
