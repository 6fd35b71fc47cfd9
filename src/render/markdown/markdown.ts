// For pull requests, step summaries and notes: GitHub tables.

import type { Renderer } from '../renderer.ts';
import { comparisonMarkdown } from './comparison-markdown.ts';
import { reportMarkdown } from './report-markdown.ts';

/** For pull requests and notes. */
export const markdownRenderer: Renderer = {
  id: 'markdown',
  about: 'for pull requests and notes',
  renderReport: reportMarkdown,
  renderComparison: comparisonMarkdown,
};
