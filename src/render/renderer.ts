// What every output format is: two functions from finished data to text. A format differs only in how it draws; all
// numbers and sentences were made by report/.

import type { Comparison } from '../model/comparison.ts';
import type { Report } from '../model/report.ts';

/** How much room there is and whether colour is welcome. */
export interface RenderOptions {
  /** Width of the page in characters; no line of a terminal format is wider. */
  readonly columns: number;
  /** False: not a single escape code. */
  readonly color: boolean;
}

/** One output format. */
export interface Renderer {
  readonly id: string;
  /** What it is for, in a few words. */
  readonly about: string;
  /** Draws one run; ends with a newline. */
  renderReport(report: Report, options: RenderOptions): string;
  /** Draws two runs held against each other; ends with a newline. */
  renderComparison(comparison: Comparison, options: RenderOptions): string;
}
