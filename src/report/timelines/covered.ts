// Time that several stretches cover together: what is counted is when at least one of them was there.

/** From and to in whole microseconds. */
export interface Span {
  readonly fromUs: number;
  readonly toUs: number;
}

/** The same time as spans in order that do not touch each other. */
export function merged(spans: readonly Span[]): Span[] {
  const union: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.fromUs - other.fromUs)) {
    const last = union.at(-1);
    if (last === undefined || span.fromUs > last.toUs) union.push(span);
    else if (span.toUs > last.toUs) union[union.length - 1] = { ...last, toUs: span.toUs };
  }
  return union;
}

/** How long spans last that do not touch each other. */
export function lengthUs(union: readonly Span[]): number {
  return union.reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0);
}

/** How long both of two sets last at once, each in order and without touching each other. */
export function commonUs(union: readonly Span[], others: readonly Span[]): number {
  let sumUs = 0;
  let next = 0;
  for (const { fromUs, toUs } of union) {
    while (next < others.length && (others[next] as Span).toUs <= fromUs) next += 1;
    for (let index = next; index < others.length && (others[index] as Span).fromUs < toUs; index++) {
      const other = others[index] as Span;
      sumUs += Math.min(toUs, other.toUs) - Math.max(fromUs, other.fromUs);
    }
  }
  return sumUs;
}
