// Work counted instead of timed: a sorted sample that knows how often it was read. Time depends on the machine, reads
// do not.

/** A view of a sample, and the number of values read from it so far. */
export interface CountedSample {
  readonly values: Float64Array;
  readonly readCount: () => number;
}

/** Counts every read of a value by its index. */
export function counted(sample: Float64Array): CountedSample {
  let reads = 0;
  // An array stands in for the typed one, whose iterator refuses a proxy.
  const values = new Proxy(Array.from(sample), {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, receiver);
    },
  });
  return { values: values as unknown as Float64Array, readCount: () => reads };
}
