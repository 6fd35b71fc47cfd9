// What a text that reaches a reader must not have: figures that are none, characters that act on a terminal, JSON that
// nobody can read back.

import { textWidth } from '../../src/render/text-width.ts';

/** Kinds of bad outcomes, in the order of the table. */
export const FAULTS = ['stack', 'no figure', 'control character', 'not readable', 'too wide', 'too long'] as const;

export type FaultKind = (typeof FAULTS)[number];

/** One bad outcome. */
export interface Fault {
  readonly kind: FaultKind;
  /** Where, and what was there. */
  readonly detail: string;
}

/** Controls but line breaks, separators that break lines, halves of characters, and what turns the direction of text. */
const ACTING = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const NO_WORD = /\bNaN\b|\bundefined\b|\[object \w+\]|\[native code\]/;
/** On a page that people read; scripts read an open end as Infinity, and a parameter may have any value (`rate=1e-9`). */
const NO_FIGURE = /\d{7,}(\.\d+)? (times|×)|\bInfinity\b|-\d+(\.\d+)? %|\d{5,} %|(?<!=-?[\d.]*)\d[eE][+-]\d/;
const LONGEST_MESSAGE = 1_000;

/** Faults of a report or a comparison in one format. */
export function pageFaults(text: string, format: string, width: number): Fault[] {
  const faults = [...actingFaults(format === 'csv' ? text.replaceAll('\r\n', '\n') : text, format)];
  const people = format === 'table' || format === 'markdown';
  const odd = NO_WORD.exec(text) ?? (people ? NO_FIGURE.exec(text) : null);
  if (odd !== null) faults.push({ kind: 'no figure', detail: `${format}: ${around(text, odd.index)}` });
  if (format === 'json') faults.push(...jsonFaults(text));
  if (format === 'table') {
    const wide = text.split('\n').find((line) => textWidth(line) > width);
    if (wide !== undefined) faults.push({ kind: 'too wide', detail: `${format}: ${wide.slice(0, 200)}` });
  }
  return faults;
}

/** Faults of what a refusal says; `name` is the file that it must name. */
export function messageFaults(message: string, name: string): Fault[] {
  const faults = actingFaults(message, 'refusal');
  if (!message.startsWith(name))
    faults.push({ kind: 'not readable', detail: `names no file: ${message.slice(0, 200)}` });
  if (message.length > LONGEST_MESSAGE) {
    faults.push({ kind: 'not readable', detail: `a refusal of ${message.length} characters` });
  }
  return faults;
}

function actingFaults(text: string, where: string): Fault[] {
  const found = ACTING.exec(text);
  return found === null ? [] : [{ kind: 'control character', detail: `${where}: ${around(text, found.index)}` }];
}

function jsonFaults(text: string): Fault[] {
  try {
    JSON.parse(text);
    return [];
  } catch (thrown) {
    return [{ kind: 'not readable', detail: `json: ${String(thrown)}` }];
  }
}

function around(text: string, index: number): string {
  return JSON.stringify(text.slice(Math.max(0, index - 60), index + 60));
}
