// For people: what a terminal shows and a CI log keeps.

import { comparisonPage } from '../page/comparison/comparison-page.ts';
import { reportPage } from '../page/report/report-page.ts';
import { timelinePage } from '../page/timeline-page.ts';
import type { ComparisonRenderer } from '../renderer.ts';
import { pageText } from './page-text.ts';

/** For people: a table and a sentence for each scenario, then a summary. */
export const tableRenderer: ComparisonRenderer = {
  id: 'table',
  about: 'for people; fits any terminal',
  renderReports: (runs, options) =>
    runs
      .map(({ name, report, timelines }) =>
        pageText(reportPage(report, runs.length === 1 ? null : name, timelines), options),
      )
      .join(`\n${'─'.repeat(options.width)}\n\n`),
  renderTimelines: (timelines, sameAxis, options) => pageText(timelinePage(timelines, sameAxis), options),
  renderComparison: (comparison, options) => pageText(comparisonPage(comparison), options),
};
