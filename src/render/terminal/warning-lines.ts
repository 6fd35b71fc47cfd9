// Warnings under the thing they belong to: what is the matter, and what to do about it.

import type { Warning } from '../../model/report.ts';
import { wrapText } from '../text-width.ts';
import { paint } from './paint.ts';

/** One wrapped paragraph for each warning. */
export function warningLines(warnings: readonly Warning[], columns: number, color: boolean): string[] {
  return warnings.map(({ message, remedy }) =>
    paint(wrapText(`! ${message} ${remedy}`, columns, '  '), 'doubt', color),
  );
}
