// Things that lie on one clock, put on as few lanes as they need so that no two on a lane overlap: each takes the first
// lane that is free when it begins.

/** The lane of each, from 0, in the order given; the order must be that in which they begin. */
export function lanesOf(spans: readonly { readonly fromUs: number; readonly toUs: number }[]): number[] {
  const freeUs: number[] = [];
  return spans.map(({ fromUs, toUs }) => {
    const free = freeUs.findIndex((untilUs) => untilUs <= fromUs);
    const lane = free === -1 ? freeUs.length : free;
    freeUs[lane] = toUs;
    return lane;
  });
}
