// The report itself, for scripts; several make an array. Key order follows the order in which report/ builds the objects,
// so the same document gives the same bytes. JSON has no infinity and would silently write null: an open end of an
// interval is written as the string "Infinity" instead, which Number() in JavaScript and float() in Python both read
// back. Characters that act unseen on a terminal are written as escapes, which every reader of JSON turns back.

import type { ComparisonRenderer } from './renderer.ts';

/** Turns any finished data into JSON text that loses no number. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, keepNumbers, 2).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits)}\n`;
}

function keepNumbers(key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  if (Number.isNaN(value)) throw new TypeError(`expected a number or null under "${key}", got NaN`);
  return String(value);
}

// Characters beyond U+FFFF are two units, and JSON escapes each.
function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** For scripts: the whole report or comparison. */
export const jsonRenderer: ComparisonRenderer = {
  id: 'json',
  about: 'everything, for scripts',
  renderReports: (runs) => toJson(runs.length === 1 ? runs[0]?.report : runs.map(({ report }) => report)),
  renderTimelines: toJson,
  renderComparison: toJson,
};
