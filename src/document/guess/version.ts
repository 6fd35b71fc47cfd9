// The version of the files of guesses that this code writes.

export const GUESS_SCHEMA_VERSION = 2;
