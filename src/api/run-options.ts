// What a program says of a run, and what it gets back.

import type { ExitCode } from '../exit-codes.ts';
import type { ResultDocument } from '../model/document/document.ts';
import type { FileUrl } from '../model/file-url.ts';
import type { Report } from '../model/report/report.ts';
import type { Progress } from '../runner/plan/run-settings.ts';
import type { MeasureOptions } from './measure-options.ts';

/**
 * Where a scenario is: the path of its file, from the working folder; the address of its file; or the id of one that comes
 * with the package. A text with a slash or an extension is a path.
 */
export type ScenarioSource = string | FileUrl;

/** What is measured, for how long, and what the program hears of it. */
export interface RunOptions extends MeasureOptions {
  /** Stops the run when aborted: see `runScenario`. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Told where the run stands, between samples and never during one; what it starts may still be under way in the next.
   * An error thrown by it ends the run and rejects the promise.
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** A file for the document, looked at before the run and written whole after it. Default: nothing is written. */
  readonly saveTo?: string | FileUrl | undefined;
}

/** One finished run. */
export interface RunOutcome {
  /** Everything that was measured: what `overlap run --save` keeps. `complete` is false for a run that was stopped. */
  readonly document: ResultDocument;
  /** What it says: what `overlap run --format json` prints. */
  readonly report: Report;
  /** What `overlap run` would exit with: 0 fine, 1 a failed cell or audit, 4 not measurable here, 130 stopped early. */
  readonly exitCode: ExitCode;
}
