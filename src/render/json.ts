// The report itself, for scripts. Key order follows the order in which report/ builds the objects, so the same document
// gives the same bytes. JSON has no infinity and would silently write null: an open end of an interval is written as the
// string "Infinity" instead, which Number() in JavaScript and float() in Python both read back.

import type { Renderer } from './renderer.ts';

/** Turns any finished data into JSON text that loses no number. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, keepNumbers, 2)}\n`;
}

function keepNumbers(key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  if (Number.isNaN(value)) throw new TypeError(`expected a number or null under "${key}", got NaN`);
  return String(value);
}

/** For scripts: the whole report or comparison. */
export const jsonRenderer: Renderer = {
  id: 'json',
  about: 'everything, for scripts',
  renderReport: toJson,
  renderComparison: toJson,
};
