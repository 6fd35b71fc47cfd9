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
  /** Whether the gate must first show that it passes what is equal and fails what is 10 % slower. Default false. */
  readonly selfTest?: boolean | undefined;
}
