// Warnings of rows, told once for all rows that share them.

import type { Row } from '../../model/report.ts';
import type { Warnings } from './page.ts';

const FIGURE = /(?<![\w.])\d+(?:\.\d+)?/gu;

/** One warning for each remedy: rows whose messages differ in nothing but figures are named together. */
export function groupedRowWarnings(rows: readonly Row[]): Warnings['warnings'] {
  const all = rows.flatMap((row) => row.warnings.map((warning) => ({ ...warning, name: row.name })));
  return [...Map.groupBy(all, ({ remedy }) => remedy)].map(([remedy, group]) => {
    const alike = Map.groupBy(group, ({ message }) => message.replace(/\.$/u, '').replace(FIGURE, '0'));
    const parts = [...alike.values()].map((same) => {
      const names = same.map(({ name }) => name).join(', ');
      return `${names}: ${withRanges(same.map(({ message }) => message.replace(/\.$/u, '')))}`;
    });
    return { message: `${parts.join('; ')}.`, remedy };
  });
}

// "varies by 6 to 14 %": the sentence once, with the least and the most where its figures differ.
function withRanges(messages: readonly string[]): string {
  const figures = messages.map((message) => message.match(FIGURE) ?? []);
  let place = 0;
  return (messages[0] ?? '').replace(FIGURE, (figure) => {
    const all = figures.map((each) => each[place] ?? figure).sort((a, b) => Number(a) - Number(b));
    place++;
    return all[0] === all.at(-1) ? figure : `${all[0]} to ${all.at(-1)}`;
  });
}
