// A sample as the document holds it. Clocks are read one after another and at different moments, so that a difference
// that cannot be negative sometimes is, by a hair; an honest run must still make a valid document.

import type { Sample } from '../../model/document/document.ts';
import { fourDecimals } from './rounding.ts';

/** A batch that did nothing still took some time. */
const SHORTEST_MS = 1e-4;

/** The sample with every figure rounded and within the bounds that its meaning gives it. */
export function recordedSample(sample: Sample): Sample {
  const rounded = Object.entries(sample).map(([field, value]) => [
    field,
    typeof value === 'number' ? bounded(field as keyof Sample, fourDecimals(value)) : value,
  ]);
  return Object.fromEntries(rounded) as Sample;
}

function bounded(field: keyof Sample, value: number): number {
  if (field === 'wallMs') return Math.max(SHORTEST_MS, value);
  if (field === 'loopUtilizationRatio') return Math.min(1, Math.max(0, value));
  // The difference of two clocks in two threads; its sign says how well they agree.
  return field === 'handoverMs' ? value : Math.max(0, value);
}
