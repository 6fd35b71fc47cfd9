// For pull requests, step summaries and notes: GitHub tables, the outcome first.

import { comparisonPage } from '../page/comparison/comparison-page.ts';
import type { Block, Page } from '../page/page.ts';
import { reportPage } from '../page/report/report-page.ts';
import { timelinePage } from '../page/timeline-page.ts';
import type { ComparisonRenderer } from '../renderer.ts';
import { timelinesText } from '../timeline/timelines-text.ts';
import { escapeHtml, escapeMarkdown, markdownTable } from './markdown-table.ts';

/** What a comment on a pull request shows without scrolling. */
const TIMELINE_WIDTH = 80;

/** Draws a page as Markdown; ends with a newline. */
export function pageMarkdown({ title, outcome, body }: Page): string {
  const opening = title === null ? '# overlap-bench' : `**overlap-bench:** ${escapeMarkdown(title)}`;
  return `${[opening, ...[...outcome, ...body].map(blockMarkdown)].join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `## ${escapeMarkdown(block.text)}`;
    case 'facts':
      return block.facts.map(({ label, value }) => `- ${escapeMarkdown(`${label}: ${value}`)}`).join('\n');
    case 'text':
      return `${block.label === null ? '' : `**${escapeMarkdown(block.label)}:** `}${escapeMarkdown(block.text)}`;
    case 'warnings':
      return block.warnings.map(({ message, remedy }) => `- ⚠️ ${escapeMarkdown(`${message} ${remedy}`)}`).join('\n');
    case 'timelines':
      return ['```text', timelinesText(block, { width: TIMELINE_WIDTH, marks: 'unicode' }), '```'].join('\n');
    case 'table':
      return markdownTable(block);
    case 'details':
      return [
        `<details><summary>${escapeHtml(block.label)}</summary>`,
        ...block.blocks.map(blockMarkdown),
        '</details>',
      ].join('\n\n');
  }
}

/** For pull requests and notes. */
export const markdownRenderer: ComparisonRenderer = {
  id: 'markdown',
  about: 'for pull requests and notes',
  renderReports: (runs) =>
    runs
      .map(({ name, report, timelines }) =>
        pageMarkdown(reportPage(report, runs.length === 1 ? null : name, timelines)),
      )
      .join('\n---\n\n'),
  renderTimelines: (timelines, sameAxis) => pageMarkdown(timelinePage(timelines, sameAxis)),
  renderComparison: (comparison) => pageMarkdown(comparisonPage(comparison)),
};
