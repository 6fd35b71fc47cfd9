// Words of a command line as they must be typed, for commands that are told to be typed.

/** The word itself where a shell takes it as it is, quoted where it would not. */
export function quotedWord(word: string): string {
  return /^[\w./@%+=:,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
