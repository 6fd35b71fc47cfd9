// Where the time went, beside each other: every part has a place in its row, and a dash where a row has none of it.

import { expect, it } from 'vitest';
import type { LedgerPart, Row } from '../../../model/report/report.ts';
import { buildReport } from '../../../report/build-report.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import { ledgerTable } from './ledger-table.ts';

const [one] = buildReport(documentOf({ scenarios: [downloadPages] })).scenarios[0]?.rows ?? [];
const part = (name: string, ms: number): LedgerPart => ({ name, ms, shareRatio: ms / 100 });
const row = (name: string, ledger: readonly LedgerPart[] | null) => ({ ...one, name, ledger }) as Row;
const SCALE = { unit: 'ms', decimals: 1 } as const;

it('has a column for each part, the largest first, and no row for what was not measured', () => {
  const rows = [
    row('sequential', [part('waiting for the slowest', 80), part('work on the loop', 20)]),
    row('pool w2', [part('idle workers', 95), part('waiting for the slowest', 5)]),
    row('gather', null),
  ];
  const [words, parts] = ledgerTable(rows, SCALE);
  expect(words).toMatchObject({ text: 'The parts of the time, in ms; those of a row add up to its time:' });
  if (parts?.type !== 'table') throw new Error('expected a table');
  for (const line of parts.columns.flatMap(({ header }) => header.split('\n'))) {
    expect(line.length).toBeLessThanOrEqual(10);
  }
  expect(parts.columns.map(({ header, cells }) => [header.replaceAll('\n', ' '), ...cells])).toEqual([
    ['strategy', 'sequential', 'pool w2'],
    ['idle workers', '-', '95.0'],
    ['waiting for the slowest', '80.0', '5.0'],
    ['work on the loop', '20.0', '-'],
  ]);
  expect(parts.splits).toBe(true);
});

it('is nothing where nothing was told apart', () => {
  expect(ledgerTable([row('gather', null)], SCALE)).toEqual([]);
  expect(ledgerTable([], SCALE)).toEqual([]);
});
