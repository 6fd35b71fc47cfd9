// All kinds of report. To add one: a file that draws it, its words in kinds.ts, and its line here.

import type { Comparison } from '../../model/report/comparison.ts';
import { toJson } from '../json.ts';
import { bencherMetrics } from './bencher.ts';
import { annotations } from './github/annotations.ts';
import { comment } from './github/comment.ts';
import { stepSummary } from './github/step-summary.ts';
import { actionBenchmark } from './github-action-benchmark.ts';
import { junit } from './junit.ts';
import type { ReportKind, ReportOptions } from './kinds.ts';
import { longCsv } from './long-csv.ts';

const DRAWERS: Readonly<Record<ReportKind, (comparison: Comparison, options: ReportOptions) => string>> = {
  summary: stepSummary,
  annotations,
  comment,
  junit,
  bencher: bencherMetrics,
  'github-action-benchmark': actionBenchmark,
  csv: longCsv,
  json: toJson,
};

/** The text of one report; ends with a newline where it is not empty. */
export function drawReport(kind: ReportKind, comparison: Comparison, options: ReportOptions): string {
  return DRAWERS[kind](comparison, options);
}
