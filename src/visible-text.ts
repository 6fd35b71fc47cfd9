// Text that cannot do anything to a terminal: whatever would move the cursor, change colours or turn the direction of
// writing is shown as its number instead, so that the reader sees what was there.

/** Controls, formats such as bidi overrides, halves of characters, and line breaks of every kind. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;
const LONGEST_QUOTE = 300;

/** The text with every invisible character but line breaks written out, such as `\u001b`. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (character) => (character === '\n' ? character : numberOf(character)));
}

/** What a file says, quoted within a message: on one line, and cut where it is long. */
export function quoted(text: string): string {
  const shown = text.slice(0, LONGEST_QUOTE).replace(UNSEEN, numberOf);
  return text.length > LONGEST_QUOTE ? `${shown}…` : shown;
}

function numberOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
