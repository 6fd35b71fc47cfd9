// Two ways to cut a batch in input order.

/** Runs of `size` items; the last may be shorter. */
export function batchesOf<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** At most `count` runs of nearly equal length, the longer ones first; none is empty. */
export function chunksOf<Item>(items: readonly Item[], count: number): Item[][] {
  const used = Math.min(count, items.length);
  const cut = (index: number): number => Math.ceil((items.length * index) / used);
  return Array.from({ length: used }, (_, index) => items.slice(cut(index), cut(index + 1)));
}
