// Texts for a program. Nothing of them depends on where it runs: no terminal is asked, no environment read.

import { checkDocument } from '../../document/parse.ts';
import { BenchError } from '../../errors.ts';
import type { ResultDocument } from '../../model/document/document.ts';
import type { Comparison } from '../../model/report/comparison.ts';
import type { Report } from '../../model/report/report.ts';
import {
  DETAILED_WIDTH,
  type RenderOptions as Drawing,
  type NamedReport,
  type Renderer,
} from '../../render/renderer.ts';
import { REPORT_SCHEMA_VERSION } from '../../report/build-report.ts';
import { checkedOptions } from '../checks/check-options.ts';
import { type Check, text, whole, yesOrNo } from '../checks/checks.ts';
import { shown } from '../checks/shown.ts';
import type { RenderOptions } from '../other-options.ts';
import { asComparisonRenderer, findRenderer } from './find-renderer.ts';
import { toldRun } from './told-run.ts';

const CHECKS: Readonly<Record<keyof RenderOptions, Check>> = {
  format: text,
  width: whole([20, 1_000]),
  details: yesOrNo,
  color: yesOrNo,
  lesson: yesOrNo,
};

const DEFAULT_WIDTH = 80;

export async function reportText(source: Report | ResultDocument, options: RenderOptions): Promise<string> {
  const { renderer, drawing } = await drawingOf(options);
  return renderer.renderReports([asRun(source)], drawing);
}

export async function comparisonText(comparison: Comparison, options: RenderOptions): Promise<string> {
  const { renderer, drawing } = await drawingOf(options);
  const { renderComparison } = asComparisonRenderer(renderer, 'format');
  if (!hasLists(comparison, 'cells', 'unmatched')) throw refuse('the comparison of `compareDocuments`', comparison);
  return renderComparison(comparison, drawing);
}

async function drawingOf(options: RenderOptions): Promise<{ renderer: Renderer; drawing: Drawing }> {
  const { format = 'table', width = DEFAULT_WIDTH, ...rest } = checkedOptions<RenderOptions>(options, CHECKS);
  const { details = width >= DETAILED_WIDTH, color = false, lesson = false } = rest;
  return { renderer: await findRenderer(format, 'format'), drawing: { width, color, detailed: details, lesson } };
}

function asRun(source: Report | ResultDocument): NamedReport {
  const name = 'the report';
  if (hasLists(source, 'cells')) return toldRun(name, checkDocument(source, 'the document'));
  const isReport = hasLists(source, 'scenarios', 'facts', 'warnings');
  if (isReport && source.schemaVersion === REPORT_SCHEMA_VERSION) return { name, report: source as Report };
  throw refuse('a report or a result document', source);
}

function hasLists(value: unknown, ...names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => Array.isArray((value as Record<string, unknown>)[name]));
}

function refuse(expected: string, got: unknown): BenchError {
  const hint = 'Of what a run resolves to, give `report` or `document`; of a comparison, `comparison`.';
  return new BenchError('FILE_SCHEMA', `expected ${expected}, got ${shown(got)}`, hint);
}
