// Why rows have no numbers, in the words that every form of a report shares.

import type { Row } from '../model/report.ts';
import { rowName } from './columns.ts';
import { shortReason } from './text-width.ts';

const WORDS: Record<Row['status'], string> = { completed: 'withheld', failed: 'failed', skipped: 'not run' };

/** One sentence for each row without numbers; a message of another program is cut, the json format has all of it. */
export function missingTexts(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    if (row.reason === null) return [];
    const reason = row.status === 'completed' ? row.reason : shortReason(row.reason);
    return [`${rowName(row)} ${WORDS[row.status]}: ${reason}`];
  });
}
