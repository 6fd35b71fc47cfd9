// Comma-separated values as RFC 4180 has them: fields with a comma, a quote or a line break are quoted, quotes doubled,
// and lines end in CRLF. Control characters become blanks, so that one arm stays one line.

import { plainText } from '../text-width.ts';

/** One column of a CSV file: its header, which ends in the unit, and the value of a row. */
export interface CsvField<Row> {
  readonly name: string;
  readonly value: (row: Row) => string | number | boolean | null;
}

/** Writes a header line and one line for each row; null becomes an empty field. */
export function csvText<Row>(fields: readonly CsvField<Row>[], rows: readonly Row[]): string {
  const lines = [
    fields.map(({ name }) => name),
    ...rows.map((row) => fields.map(({ value }) => plainText(String(value(row) ?? '')))),
  ];
  return lines.map((line) => `${line.map(quote).join(',')}\r\n`).join('');
}

function quote(field: string): string {
  return /[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
