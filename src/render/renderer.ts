// What every output format is: two functions from finished data to text. A format differs only in how it draws; all
// numbers and sentences were made by report/.

import type { ResultDocument } from '../model/document/document.ts';
import type { Comparison } from '../model/report/comparison.ts';
import type { Report } from '../model/report/report.ts';
import type { ScenarioTimelines } from '../model/report/timeline-report.ts';

/** A page this wide has room for the details. */
export const DETAILED_WIDTH = 120;

/** How much room there is and whether colour is welcome. */
export interface RenderOptions {
  /** Places in a line of the page; no line of a terminal format is wider. */
  readonly width: number;
  /** False: not a single escape code. */
  readonly color: boolean;
  /** Whether a format that leaves out details shows them all the same. */
  readonly detailed: boolean;
  /** Whether timelines keep to characters that every terminal draws; default: no. */
  readonly ascii?: boolean;
  /** Whether a format that can fold asks first and has the answer behind a click; default: no. */
  readonly lesson?: boolean;
}

/** A run with what tells it from others: the path of its file. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
  /** Absent where there is only a report. */
  readonly timelines?: readonly ScenarioTimelines[];
  /** The same, for a format that carries it along. */
  readonly document?: ResultDocument;
}

/** The name of an output format. */
export type Format = 'table' | 'json' | 'markdown' | 'csv' | 'html' | 'trace';

/** One output format. */
export interface Renderer {
  readonly id: Format;
  /** What it is for, in a few words. */
  readonly about: string;
  /** True where it can ask first and have the answer behind a click. */
  readonly hidesAnswers?: true;
  /** Draws runs, their names only where there are several; ends with a newline. */
  renderReports(runs: readonly NamedReport[], options: RenderOptions): string;
  /** Draws tasks of kept samples, to one scale or each to its own; ends with a newline. Absent where a format has no way to. */
  renderTimelines?(timelines: readonly ScenarioTimelines[], sameAxis: boolean, options: RenderOptions): string;
  /** Draws two runs held against each other; ends with a newline. Absent where a format has no way to. */
  renderComparison?(comparison: Comparison, options: RenderOptions): string;
}

/** A format that draws comparisons. */
export type ComparisonRenderer = Renderer & Required<Pick<Renderer, 'renderComparison'>>;
