// Counts the requests of an arm where they are made: on its main thread and in its workers, through memory that they share, or
// by what they tell where they are processes. Where the server is somebody else's it also keeps to what the arm may send, so
// that no slip in a task becomes a load test.

import { BenchError } from '../../errors.ts';
import type { RequestBounds } from '../../model/processes/arm-protocol.ts';

/** Places in the shared memory. */
const ASKED = 0;
const UNDER_WAY = 1;
const LEFT = 2;
const MOST_AT_ONCE = 3;
/** Stands where nothing is bounded. */
const UNBOUNDED = -1;

export class RequestTally {
  /** To be handed to a worker. */
  readonly shared: Int32Array<SharedArrayBuffer>;

  constructor(shared?: Int32Array<SharedArrayBuffer>) {
    this.shared = shared ?? new Int32Array(new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT));
    if (shared === undefined) this.bound(null);
  }

  /** Sets what may be sent from now on; null: whatever tasks ask for. */
  bound(bounds: RequestBounds | null): void {
    Atomics.store(this.shared, LEFT, bounds?.mostCount ?? UNBOUNDED);
    Atomics.store(this.shared, MOST_AT_ONCE, bounds?.mostAtOnce ?? UNBOUNDED);
  }

  /** Whether so many more may be sent. */
  allows(count: number): boolean {
    const left = Atomics.load(this.shared, LEFT);
    return left === UNBOUNDED || left >= count;
  }

  /** Sets a share of what may still be sent apart, for a process that counts for itself; null where nothing is bounded. */
  setApart(shareRatio: number): RequestBounds | null {
    const left = Atomics.load(this.shared, LEFT);
    if (left === UNBOUNDED) return null;
    const mostCount = Math.floor(left * shareRatio);
    Atomics.sub(this.shared, LEFT, mostCount);
    return { mostCount, mostAtOnce: Math.max(1, Math.floor(Atomics.load(this.shared, MOST_AT_ONCE) * shareRatio)) };
  }

  /** Counts what such a process has sent, and gives back what it left of its share. */
  told(askedCount: number, share: RequestBounds | null): void {
    Atomics.add(this.shared, ASKED, askedCount);
    if (share !== null) Atomics.add(this.shared, LEFT, share.mostCount - askedCount);
  }

  /** A request is about to be sent. Throws `REQUEST_BOUND` when it may not be; `ended` is then not called. */
  began(): void {
    const { shared } = this;
    if (Atomics.load(shared, LEFT) !== UNBOUNDED) this.#takeOne();
    Atomics.add(shared, ASKED, 1);
    Atomics.add(shared, UNDER_WAY, 1);
  }

  /** A request is over, however it ended. */
  ended(): void {
    Atomics.sub(this.shared, UNDER_WAY, 1);
  }

  /** Requests so far, in all threads, however they ended. */
  get askedCount(): number {
    return Atomics.load(this.shared, ASKED);
  }

  #takeOne(): void {
    const { shared } = this;
    const mostAtOnce = Atomics.load(shared, MOST_AT_ONCE);
    if (Atomics.load(shared, UNDER_WAY) >= mostAtOnce) {
      throw new BenchError(
        'REQUEST_BOUND',
        `expected at most ${mostAtOnce} requests under way at once to a server on another machine, got one more`,
        'Let a task send its requests one after another, or use fewer --tasks.',
      );
    }
    for (;;) {
      const left = Atomics.load(shared, LEFT);
      if (left < 1) {
        throw new BenchError(
          'REQUEST_BOUND',
          'the requests that this run may send are used up',
          'Allow more with --max-requests, or let each task send fewer.',
        );
      }
      if (Atomics.compareExchange(shared, LEFT, left, left - 1) === left) return;
    }
  }
}
