// Warnings of rows, told once for all rows that share them.

import type { Row } from '../../model/report.ts';
import { rowName } from './names.ts';
import type { Warnings } from './page.ts';

/** One warning for each code and remedy: rows with the same message are named together, others keep their own. */
export function groupedRowWarnings(rows: readonly Row[]): Warnings['warnings'] {
  const all = rows.flatMap((row) => row.warnings.map((warning) => ({ ...warning, name: rowName(row) })));
  return [...Map.groupBy(all, ({ code, remedy }) => `${code}\n${remedy}`).values()].map((group) => {
    const messages = Map.groupBy(group, ({ message }) => message.replace(/\.$/u, ''));
    const parts = [...messages].map(([message, who]) => `${who.map(({ name }) => name).join(', ')}: ${message}`);
    return { message: `${parts.join('; ')}.`, remedy: group[0]?.remedy ?? '' };
  });
}
