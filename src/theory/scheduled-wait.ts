// How long a schedule takes whose tasks do nothing but wait, each as long as alone: in input order, as the strategies start them.

import type { Shape } from '../model/shape.ts';
import { batchesOf } from './batches.ts';
import { listScheduleMs, makespanMs } from './schedule.ts';

/** In milliseconds; `concurrency` null: no limit. */
export function scheduledWaitMs(
  { waits }: Pick<Shape, 'waits'>,
  waitsMs: readonly number[],
  concurrency: number | null,
): number {
  const slots = concurrency ?? waitsMs.length;
  switch (waits) {
    case 'one':
      return waitsMs.reduce((total, waitMs) => total + waitMs, 0);
    case 'all':
      return Math.max(0, ...waitsMs);
    case 'bounded':
      return makespanMs(listScheduleMs(waitsMs, slots));
    case 'batches':
      return batchesOf(waitsMs, slots).reduce((total, batch) => total + Math.max(0, ...batch), 0);
  }
}
