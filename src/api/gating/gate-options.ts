// What a gate can be asked for, whoever asks.

import type { MeasureOptions } from '../measure-options.ts';

/** What is measured of both versions. Whatever is left out is as it is for `overlap gate`. */
export interface GateMeasureOptions
  extends Pick<
    MeasureOptions,
    'strategies' | 'tasks' | 'concurrency' | 'threads' | 'deadlineMs' | 'seed' | 'params' | 'imports'
  > {
  /** A change must exceed this share before it counts: 0.03 is 3 %, and the default. 0 to 10. */
  readonly marginRatio?: number | undefined;
  /**
   * Whether a cell that is inconclusive, or could not be compared, makes the exit code 3. Cells that are not clear then get more
   * pairs. Default false.
   */
  readonly strict?: boolean | undefined;
  /** Whether the gate must first show that it passes what is equal and fails what is 10 % slower. Default false. */
  readonly selfTest?: boolean | undefined;
}

/** Which versions, and when the answer is yes. */
export interface GateOptions extends GateMeasureOptions {
  /** The version to compare with: a git ref, or a folder such as `./before`. */
  readonly base: string;
  /** The version to judge, as `base`. Default: the working folder as it stands. */
  readonly head?: string | undefined;
  /** A command that makes a version ready that was checked out: installs, builds. Default: what its lock file asks for. */
  readonly install?: string | undefined;
  /** Stops the gate when aborted; what was measured by then decides nothing, and the exit code is 130. */
  readonly signal?: AbortSignal | undefined;
}
