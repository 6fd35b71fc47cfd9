// Little's law, in its exact form: the gauge of tasks under way, averaged over the makespan, must equal the sum of task
// durations over the makespan. Both come from separate counts, so a task that was timed wrongly or never counted opens
// a gap. Below a millisecond the clock readings between the two counts are such a gap themselves. The median over the rounds is judged: one preempted clock reading is noise, a lasting gap is a fault.

import { median } from '../../stats/quantile.ts';
import { littleGapRatio, littleInFlight } from '../../theory/little.ts';
import { isTooShort } from '../arms/too-short.ts';
import type { AuditRule } from './audit-rule.ts';

const TOLERANCE_RATIO = 0.05;
/** Stands for an infinite figure: a median cannot interpolate towards one. */
const MOST = 1e9;

/** Tasks in flight as counted and as calculated agree within 5 %. */
export const littleAudit: AuditRule = {
  id: 'little',
  check(arm) {
    if (isTooShort(arm)) return null;
    const expected = median(arm.samples.map((sample) => Math.min(MOST, littleInFlight(sample))));
    const gap = median(arm.samples.map((sample) => Math.min(MOST, littleGapRatio(sample, sample.inFlightMean))));
    const figures = `counted ${arm.medianOf('inFlightMean').toFixed(2)} in flight, task time over makespan gives ${expected.toFixed(2)}`;
    return { passed: gap <= TOLERANCE_RATIO, detail: figures };
  },
};
