// What a program throws may be anything, also what cannot be put into words or throws once more when it is tried.

import { messageOf } from '../../errors.ts';

const MOST_CHARS = 1_000;

/** Its message, on one line and cut where it is long. Never throws. */
export function wordsOf(thrown: unknown): string {
  try {
    return messageOf(thrown).slice(0, MOST_CHARS);
  } catch {
    return 'something without words';
  }
}

/** The status of the page that it is the refusal of; null where it is something else. Never throws. */
export function statusOf(thrown: unknown): number | null {
  try {
    const { status } = thrown as { status?: unknown };
    return typeof status === 'number' ? status : null;
  } catch {
    return null;
  }
}
