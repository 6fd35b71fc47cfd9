// Collects the spans of one batch and sums them up. One recorder for each arm, emptied before each batch.

import type { TaskSpan } from './task-span.ts';

/** The window of one batch on the shared monotonic clock. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

export class SpanRecorder {
  #spans: TaskSpan[] = [];
  #signal: AbortSignal = new AbortController().signal;

  /** Aborted when the current batch passes its deadline. */
  get signal(): AbortSignal {
    return this.#signal;
  }

  /** Forgets the last batch. */
  begin(signal: AbortSignal): void {
    this.#spans = [];
    this.#signal = signal;
  }

  record(span: TaskSpan): void {
    this.#spans.push(span);
  }

  get completedCount(): number {
    return this.#spans.length;
  }

  sum(field: Exclude<keyof TaskSpan, 'startedMs' | 'endedMs'>): number {
    return this.#spans.reduce((total, span) => total + span[field], 0);
  }

  /** Sum of task durations, whether or not they lie inside the window. */
  taskMs(): number {
    return this.#spans.reduce((total, span) => total + (span.endedMs - span.startedMs), 0);
  }

  longestTaskMs(): number {
    return this.#spans.reduce((longest, span) => Math.max(longest, span.endedMs - span.startedMs), 0);
  }

  /** Time-average of tasks under way inside the window: the area under the count of open spans. */
  inFlightMean({ fromMs, toMs }: Window): number {
    const areaMs = this.#spans.reduce(
      (total, span) => total + Math.max(0, Math.min(span.endedMs, toMs) - Math.max(span.startedMs, fromMs)),
      0,
    );
    return areaMs / (toMs - fromMs);
  }
}
