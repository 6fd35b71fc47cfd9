// What is to be said of single rows below their table, a sentence for all rows of a kind.

import { FIGURES } from '../../../model/report/figures.ts';
import type { RatioInterval, Row, ScenarioReport } from '../../../model/report/report.ts';
import { verdictWord } from '../../row-columns.ts';
import { shortReason } from '../../text-width.ts';
import { formatInterval, formatRatio, formatShare } from '../../units.ts';
import { namesOfRows, referenceName } from '../names.ts';
import { type Facts, type Text, text } from '../page.ts';

const WORDS: Record<Row['status'], string> = { completed: 'withheld', failed: 'failed', skipped: 'not run' };

/** Why rows have no numbers; a message of another program is cut, the json format has all of it. */
export function missingRows(rows: readonly Row[]): Facts['facts'] {
  return rows.flatMap((row) => {
    if (row.reason === null) return [];
    const value = row.status === 'completed' ? row.reason : shortReason(row.reason);
    return [{ label: `${row.name} ${WORDS[row.status]}`, value }];
  });
}

/** What belongs below the table although it is known of some rows only. */
export function rowNotes({ rows }: ScenarioReport): Text[] {
  return [
    ...sentence('Largest part of the time', largestParts(rows), '; '),
    ...sentence('Smallest difference this run would have decided', rows.flatMap(smallestEffect)),
  ];
}

/** The same for a reader who wants to know more. */
export function rowDetails(scenario: ScenarioReport): Text[] {
  const opening = `Slow ends, ${referenceName(scenario)} over row with 95 % interval`;
  return [...absences(scenario), ...sentence(opening, scenario.rows.flatMap(slowEnds))];
}

// A dash says nothing by itself.
function absences(scenario: ScenarioReport): Text[] {
  const missing = scenario.rows.flatMap((row) =>
    [...Map.groupBy(row.absences, ({ reason }) => reason)].map(([reason, same]) => {
      const figures = same.map(({ figure }) => FIGURES[figure].header.replace('\n', ' ')).join(', ');
      return { row, figures, reason };
    }),
  );
  return [...Map.groupBy(missing, ({ figures, reason }) => JSON.stringify([figures, reason])).values()].flatMap(
    (same) => {
      const names = namesOfRows(
        same.map(({ row }) => row),
        scenario,
      );
      return text(`Nothing under ${same[0]?.figures} for ${names}: ${same[0]?.reason}.`);
    },
  );
}

function sentence(opening: string, parts: readonly string[], separator = ', '): Text[] {
  return parts.length === 0 ? [] : text(`${opening}: ${parts.join(separator)}.`);
}

function smallestEffect(row: Row): string[] {
  const { smallestEffectRatio } = row;
  if (verdictWord(row) !== 'undecided' || smallestEffectRatio === null || !Number.isFinite(smallestEffectRatio)) {
    return [];
  }
  return [`${row.name} ${formatShare(smallestEffectRatio - 1)}`];
}

function largestParts(rows: readonly Row[]): string[] {
  const parts = rows.flatMap((row) => (row.largestPart === null ? [] : [{ row, ...row.largestPart }]));
  return [...Map.groupBy(parts, ({ name }) => name)].map(([name, same]) => {
    const shares = same.map(({ row, shareRatio }) => `${row.name} ${formatShare(shareRatio)}`);
    return `${name} (${shares.join(', ')})`;
  });
}

function slowEnds(row: Row): string[] {
  const end = (name: string, speedup: RatioInterval | null) =>
    speedup === null ? [] : [`${row.name} ${name} ${formatRatio(speedup.ratio)} (${formatInterval(speedup)})`];
  return [...end('p95', row.p95Speedup), ...end('p99', row.p99Speedup)];
}
