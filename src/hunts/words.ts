// Small pieces of sentences about a run.

/** `1 page`, `2 pages`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

const MOST_SHOWN_CHARS = 60;

/** A value as JSON, cut where it is long. */
export function shown(json: string): string {
  return json.length > MOST_SHOWN_CHARS ? `${json.slice(0, MOST_SHOWN_CHARS)}…` : json;
}
