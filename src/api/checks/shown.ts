// A value as a message shows it: what it is, in a line, however large it is.

import { inspect } from 'node:util';

const MOST_CHARS = 80;

/** Such as `'3'`, `[ 1, 2 ]`, `[class Thing]`. */
export function shown(value: unknown): string {
  if (value instanceof URL) return value.href;
  const words = inspect(value, {
    depth: 0,
    breakLength: Number.POSITIVE_INFINITY,
    maxArrayLength: 5,
    maxStringLength: 60,
  });
  return words.length > MOST_CHARS ? `${words.slice(0, MOST_CHARS)}…` : words;
}
