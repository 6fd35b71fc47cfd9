// What a program says of a comparison or of a text, and what it gets back.

import type { ExitCode } from '../exit-codes.ts';
import type { ResultDocument } from '../model/document/document.ts';
import type { FileUrl } from '../model/file-url.ts';
import type { Comparison } from '../model/report/comparison.ts';
import type { Format } from '../render/renderer.ts';

/** A result document: itself, as it was parsed, or the path or address of its file. Older versions are brought to today's. */
export type DocumentSource = ResultDocument | string | FileUrl;

/** When a change counts. */
export interface CompareOptions {
  /**
   * The past runs to judge by, as `overlap baseline add` keeps them: a folder, or `BRANCH:FILE`. Default
   * `.overlap/history/`, where there is one. Not where base is a history itself.
   */
  readonly history?: string | FileUrl | undefined;
  /** A change must exceed this share before it counts: 0.03 is 3 %, and the default. 0 to 10. */
  readonly marginRatio?: number | undefined;
  /** Whether a cell that is inconclusive, or could not be compared, makes the exit code 3. Default false. */
  readonly strict?: boolean | undefined;
}

/** A stored run judged by past ones. */
export interface CompareOutcome {
  /** What `overlap compare --format json` prints. */
  readonly comparison: Comparison;
  /** What `overlap compare` would exit with: 0 fine, 1 a regression or a cell that now fails, 3 nothing to compare, or to judge by. */
  readonly exitCode: ExitCode;
}

/** How a text is drawn. The same data and options give the same text. */
export interface RenderOptions {
  /** Default `table`, as on a terminal. */
  readonly format?: Format | undefined;
  /** Places in a line of a table, 20 to 1 000. Default 80. */
  readonly width?: number | undefined;
  /** Whether a table has floors, predictions, CPU and the parts of the time. Default: from a width of 120 on. */
  readonly details?: boolean | undefined;
  /** Whether a table has the colours of a terminal. Default false. */
  readonly color?: boolean | undefined;
  /** Whether `html` asks the question first, and has the answer behind a click. Default false. */
  readonly lesson?: boolean | undefined;
}
