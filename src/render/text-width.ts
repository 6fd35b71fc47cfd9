// How wide text is on a terminal, and text made to fit. Titles, names and error messages come from files that other
// people wrote: nothing in them may move the cursor, break a line or turn the direction of what stands beside it.

import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';

// Controls (C0, DEL, C1), line and paragraph separators, lone surrogates, and what is never seen but acts, such as
// bidi overrides. The joiners stay: emoji and several scripts are made with them.
const UNSEEN = /(?:[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf})+/gu;

/** Removes escape codes, and turns line breaks and other characters that act unseen into a space. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(UNSEEN, ' ').trim();
}

const LONGEST_REASON = 200;

/** A reason for a page, without control characters; what other programs wrote can be pages long and is cut. */
export function shortReason(text: string): string {
  const characters = Array.from(plainText(text));
  return characters.length <= LONGEST_REASON ? characters.join('') : `${characters.slice(0, LONGEST_REASON).join('')}…`;
}

/** Letters, signs, punctuation, lines and blocks that take one place each, and nothing that joins with a neighbour. */
export const ONE_PLACE_EACH = /^[ -~¡-¨ª-¬¯-\u02ff‐-‧‰-›\u2500-\u259f]*$/;

const require = createRequire(import.meta.url);
let measure: typeof import('string-width').default | undefined;

/** Places that plain text takes on a terminal. */
export function textWidth(text: string): number {
  if (ONE_PLACE_EACH.test(text)) return text.length;
  // To know all emoji takes longer than everything else that `overlap list` does.
  measure ??= (require('string-width') as typeof import('string-width')).default;
  return measure(text);
}

// A figure keeps its percent sign.
const BETWEEN_WORDS = / +(?!%)/u;

/** Places that the longest word takes, which is as narrow as text can be broken without cutting one. */
export function longestWordWidth(text: string): number {
  return Math.max(...plainText(text).split(BETWEEN_WORDS).map(textWidth));
}

/** Breaks plain text into lines of at most `width` places, later lines indented; a figure keeps its percent
 * sign, and a word longer than a line is cut. */
export function wrapText(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of plainText(text).split(BETWEEN_WORDS)) {
    for (const piece of cutWord(word, width - indent.length)) {
      const joined = line === '' || line === indent ? line + piece : `${line} ${piece}`;
      if (textWidth(joined) <= width) line = joined;
      else {
        lines.push(line);
        line = indent + piece;
      }
    }
  }
  return [...lines, line].join('\n');
}

function cutWord(word: string, width: number): string[] {
  if (textWidth(word) <= width) return [word];
  const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of characters.segment(word)) {
    if (textWidth(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
