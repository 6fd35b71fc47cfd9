// Text that cannot do anything to a terminal: whatever would move the cursor, change colours or turn the direction of
// writing is shown as its number instead, so that the reader sees what was there.

const HARMFUL = /[^\P{C}\n]/gu;

/** The text with every control, format and other invisible character but line breaks written out, such as `\u001b`. */
export function visibleText(text: string): string {
  return text.replace(HARMFUL, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
