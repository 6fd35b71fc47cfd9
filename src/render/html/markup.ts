// The one place where text becomes markup. Whatever is put into `html` is escaped, unless `html` made it: there is no way
// to forget it. Text of other people may hold tags, escape codes, marks that turn the direction of writing, or no end.

import { plainText } from '../text-width.ts';

/** No text of ours is as long; what somebody else wrote may be. */
const LONGEST_TEXT = 2_000;

/** Markup, made by `html` or by a file of this folder from nothing but its own words. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: text, figures, markup, several of these, or nothing. */
export type Part = Markup | string | number | null | readonly Part[];

/** A template whose values are text unless they are markup. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return new Markup(strings.reduce((all, next, index) => all + sourceOf(values[index - 1] ?? null) + next));
}

/** Several in a row, each on a line of its own. */
export function lines(parts: readonly Markup[]): Markup {
  return new Markup(parts.map(({ source }) => source).join('\n'));
}

/** Text that is text for every reader of HTML, in attributes as well. */
export function escapeText(text: string): string {
  return cut(plainText(text), LONGEST_TEXT).replace(/[&<>"'`]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** No more than so many units of text. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character would be none.
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}

function sourceOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map(sourceOf).join('');
  return typeof part === 'number' ? String(part) : escapeText(part);
}
