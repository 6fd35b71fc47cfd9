// What happens next on a virtual clock: a binary heap by time; of equal times, what was added first comes first.

interface Event<Value> {
  readonly atMs: number;
  readonly sequence: number;
  readonly value: Value;
}

/** Events in the order of their time, in milliseconds. */
export class EventQueue<Value> {
  readonly #heap: Event<Value>[] = [];
  #sequence = 0;

  add(atMs: number, value: Value): void {
    const event = { atMs, sequence: this.#sequence++, value };
    let hole = this.#heap.length; // behind the last: filling it makes the heap longer
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!precedes(event, this.#heap[parent] as Event<Value>)) break;
      this.#heap[hole] = this.#heap[parent] as Event<Value>;
      hole = parent;
    }
    this.#heap[hole] = event;
  }

  /** Removes and returns the next event, or null when there is none. */
  take(): { readonly atMs: number; readonly value: Value } | null {
    const first = this.#heap[0];
    const moved = this.#heap.pop();
    if (first === undefined || moved === undefined) return null;
    if (this.#heap.length > 0) this.#sink(moved);
    return first;
  }

  /** Removes and returns, in their order, the values of all events up to that time. */
  takeUntil(atMs: number): Value[] {
    const values: Value[] = [];
    while ((this.#heap[0]?.atMs ?? Infinity) <= atMs) {
      const event = this.take();
      if (event !== null) values.push(event.value);
    }
    return values;
  }

  #sink(event: Event<Value>): void {
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      const left = this.#heap[child];
      if (left === undefined) break;
      const right = this.#heap[child + 1];
      if (right !== undefined && precedes(right, left)) child++;
      if (!precedes(this.#heap[child] as Event<Value>, event)) break;
      this.#heap[hole] = this.#heap[child] as Event<Value>;
      hole = child;
    }
    this.#heap[hole] = event;
  }
}

function precedes<Value>(a: Event<Value>, b: Event<Value>): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.sequence < b.sequence);
}
