// What a file says, quoted in a message: short, and unable to act on the terminal that shows it.

const MOST_LENGTH = 300;
/** Controls, formats such as bidi overrides, halves of characters, and line breaks of every kind. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The text with unseen characters written out, such as `\u001b`, and cut where it is long. */
export function quoted(text: string): string {
  const shown = text.slice(0, MOST_LENGTH).replace(UNSEEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
  return text.length > MOST_LENGTH ? `${shown}…` : shown;
}
