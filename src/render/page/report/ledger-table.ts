// Where the time went: the parts of every row beside each other, so that the eye finds what one schedule spends and
// another does not.

import type { Row } from '../../../model/report/report.ts';
import { wrapText } from '../../text-width.ts';
import { BLANK, formatTime, type TimeScale } from '../../units.ts';
import { type ColumnOf, type Table, type Text, table, text } from '../page.ts';

/** Places of a header: most names of parts are sentences. */
const HEADER_WIDTH = 10;

/** The ledgers as a table with a column for each part, the largest of all rows first; nothing where there is none. */
export function ledgerTable(rows: readonly Row[], scale: TimeScale): (Text | Table)[] {
  const told = rows.filter(({ ledger }) => ledger !== null);
  const parts = Map.groupBy(
    told.flatMap(({ ledger }) => ledger ?? []),
    ({ name }) => name,
  );
  if (parts.size === 0) return [];
  const largestMs = (name: string) => Math.max(...(parts.get(name) ?? []).map(({ ms }) => ms));
  const names = [...parts.keys()].sort((one, other) => largestMs(other) - largestMs(one));
  const columns = names.map((name): ColumnOf<Row> => {
    const ms = ({ ledger }: Row) => ledger?.find((part) => part.name === name)?.ms;
    return {
      header: wrapText(name, HEADER_WIDTH),
      kind: 'figure',
      cell: (row) => (ms(row) === undefined ? BLANK : formatTime(ms(row) ?? null, scale)),
    };
  });
  return [
    ...text(`The parts of the time, in ${scale.unit}; those of a row add up to its time:`),
    table(told, [{ header: 'strategy', kind: 'word', cell: ({ name }) => name }, ...columns], { splits: true }),
  ];
}
