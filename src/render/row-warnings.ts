// Warnings of rows, told once for all rows that share them.

import type { Row, Warning } from '../model/report.ts';
import { rowName } from './columns.ts';

/** One warning for each code and remedy, with every row's own message in it. */
export function groupedRowWarnings(rows: readonly Row[]): Warning[] {
  const all = rows.flatMap((row) => row.warnings.map((warning) => ({ ...warning, name: rowName(row) })));
  return [...Map.groupBy(all, ({ code, remedy }) => `${code}\n${remedy}`).values()].map((group) => ({
    code: group[0]?.code ?? '',
    message: `${group.map(({ name, message }) => `${name}: ${message.replace(/\.$/u, '')}`).join('; ')}.`,
    remedy: group[0]?.remedy ?? '',
  }));
}
