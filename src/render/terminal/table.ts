// For people: what a terminal shows and a CI log keeps.

import type { Renderer } from '../renderer.ts';
import { comparisonText } from './comparison-text.ts';
import { reportText } from './report-text.ts';

/** For people: a table and a sentence for each scenario, then a summary. */
export const tableRenderer: Renderer = {
  id: 'table',
  about: 'for people; fits any terminal',
  renderReport: reportText,
  renderComparison: comparisonText,
};
