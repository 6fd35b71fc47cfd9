// The whole page for the summary of a GitHub step. GitHub drops a summary that is too long, all of it.

import type { Comparison } from '../../../model/report/comparison.ts';
import { pageMarkdown } from '../../markdown/markdown.ts';
import { comparisonPage } from '../../page/comparison/comparison-page.ts';
import type { ReportOptions } from '../kinds.ts';
import { cutMarkdown } from './cut-markdown.ts';

/** GitHub takes 1,024 KiB from a step; the rest is for whatever counts otherwise than we do. */
export const MOST_SUMMARY_BYTES = 1_000 * 1_024;

/** Draws it, cut to the room that there is; empty where there is none. */
export function stepSummary(
  comparison: Comparison,
  { roomBytes = MOST_SUMMARY_BYTES }: Pick<ReportOptions, 'roomBytes'> = {},
): string {
  return cutMarkdown(pageMarkdown(comparisonPage(comparison)), roomBytes);
}
