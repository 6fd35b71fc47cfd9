// A place that is an argument of its own, and no option.

import { BenchError } from '../../errors.ts';
import { place } from './checks.ts';
import { shown } from './shown.ts';

/** Throws `USAGE` for what names no file. */
export function assertPlaceOf(argument: string, value: unknown): void {
  if (place.accepts(value)) return;
  throw new BenchError('USAGE', `${argument}: expected ${place.expected}, got ${shown(value)}`, 'Name a file.');
}
