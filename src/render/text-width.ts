// How wide text is on a terminal, and text made to fit. Titles and error messages come from files that other people
// wrote: control characters in them never reach the page.

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const ESCAPE_CODES = /\p{Cc}\[[0-9;]*[A-Za-z]/gu;
const CONTROLS = /[\p{Cc}\p{Cf}]+/gu;

/** Removes escape codes, and turns line breaks and other control characters into a space. */
export function plainText(text: string): string {
  return text.replace(ESCAPE_CODES, '').replace(CONTROLS, ' ').trim();
}

const LONGEST_REASON = 200;

/** A reason for a page, without control characters; what other programs wrote can be pages long and is cut. */
export function shortReason(text: string): string {
  const characters = Array.from(plainText(text));
  return characters.length <= LONGEST_REASON ? characters.join('') : `${characters.slice(0, LONGEST_REASON).join('')}…`;
}

/** Columns that the text takes; escape codes take none, East Asian and emoji characters take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(ESCAPE_CODES, '')) {
    if (!/\p{Mn}/u.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Breaks plain text into lines of at most `columns`, later lines indented; a word longer than a line is cut. */
export function wrapText(text: string, columns: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of plainText(text).split(/ +/u)) {
    for (const piece of cutWord(word, columns - indent.length)) {
      const joined = line === '' || line === indent ? line + piece : `${line} ${piece}`;
      if (textWidth(joined) <= columns) line = joined;
      else {
        lines.push(line);
        line = indent + piece;
      }
    }
  }
  return [...lines, line].join('\n');
}

function cutWord(word: string, columns: number): string[] {
  if (textWidth(word) <= columns) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (textWidth(piece + character) > columns) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
