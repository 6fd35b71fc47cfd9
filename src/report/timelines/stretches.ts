// A task's time cut into stretches, before it is known what those were that took longer than they take alone.

import type { Segment, SegmentKind } from '../../model/report/timeline-report.ts';

/**
 * `longer`: longer than alone, for a reason that the batch as a whole has to tell. `late message`: the same of a message from a worker,
 * which nothing holds up but the thread that is to read it. `longer in a worker`: a worker has one task at a time, so that nothing of ours keeps it
 * but a processor.
 */
export type StretchKind = SegmentKind | 'longer' | 'longer in a worker' | 'late message';

/** Whole microseconds. */
export interface Stretch extends Omit<Segment, 'kind'> {
  readonly kind: StretchKind;
}

/** Appends stretches one after another: none is empty, none goes back in time, and two of a kind become one. */
export class Stretches {
  readonly #all: Stretch[] = [];
  #untilUs: number;
  /** Time by which instants went back, in microseconds: nothing in a sound timeline. */
  backwardsUs = 0;

  constructor(fromUs: number) {
    this.#untilUs = fromUs;
  }

  get untilUs(): number {
    return this.#untilUs;
  }

  get all(): readonly Stretch[] {
    return this.#all;
  }

  /** What comes next is of this kind until then. */
  until(toUs: number, kind: StretchKind): void {
    if (toUs < this.#untilUs) this.backwardsUs += this.#untilUs - toUs;
    if (toUs <= this.#untilUs) return;
    const last = this.#all.at(-1);
    if (last?.kind === kind) this.#all[this.#all.length - 1] = { ...last, toUs };
    else this.#all.push({ kind, fromUs: this.#untilUs, toUs });
    this.#untilUs = toUs;
  }
}
