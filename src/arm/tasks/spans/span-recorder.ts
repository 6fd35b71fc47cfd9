// Collects the spans of one batch and sums them up. One recorder for each arm, emptied before each batch.

import type { Scenario } from '../../../model/scenario.ts';
import { coveredLength, merged, unionLength } from '../../../stats/intervals.ts';
import { FAILED_TASK } from '../outputs/outputs.ts';
import { type SpanSum, servedOf, startSpan, type TaskSpan } from './task-span.ts';

/** The window of one batch on the shared monotonic clock. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

export class SpanRecorder {
  #spans: TaskSpan[] = [];
  #failed: TaskSpan[] = [];
  /** What allowed failures threw, where they reject: by these a failure of a task is told from one of anything else. */
  #rejections = new Set<unknown>();
  #signal: AbortSignal = new AbortController().signal;
  readonly #allowFailures: Scenario['allowFailures'];

  constructor(allowFailures: Scenario['allowFailures']) {
    this.#allowFailures = allowFailures;
  }

  /** Aborted when the current batch passes its deadline. */
  get signal(): AbortSignal {
    return this.#signal;
  }

  /** Forgets the last batch. */
  begin(signal: AbortSignal): void {
    this.#spans = [];
    this.#failed = [];
    this.#rejections = new Set();
    this.#signal = signal;
  }

  /** The span of a task that starts now. */
  start(nowMs: number): TaskSpan {
    return startSpan(nowMs);
  }

  record(span: TaskSpan): void {
    this.#spans.push(span);
  }

  /**
   * Records a task that failed and returns what stands for its output. Throws what the task threw where the scenario allows
   * no failures or wants them to reject, and once the batch has passed its deadline.
   */
  recordFailed(span: TaskSpan, thrown: unknown): typeof FAILED_TASK {
    if (!this.#allowFailures || this.#signal.aborted) throw thrown;
    this.#spans.push(span);
    this.#failed.push(span);
    if (this.#allowFailures !== 'rejecting') return FAILED_TASK;
    this.#rejections.add(thrown);
    throw thrown;
  }

  /** Whether this is what a task of the batch threw that may fail and rejects. */
  isAllowed(thrown: unknown): boolean {
    return this.#rejections.has(thrown);
  }

  /** What stands for the output of a task that rejected. Throws it again where no task may fail. */
  outputOfFailed(thrown: unknown): typeof FAILED_TASK {
    if (this.isAllowed(thrown)) return FAILED_TASK;
    throw thrown;
  }

  get completedCount(): number {
    return this.#spans.length - this.#failed.length;
  }

  get failedCount(): number {
    return this.#failed.length;
  }

  sum(field: SpanSum): number {
    return this.#spans.reduce((total, span) => total + span[field], 0);
  }

  /** Whether the task failed, where the scenario allows that. */
  hasFailed(span: TaskSpan): boolean {
    return this.#failed.includes(span);
  }

  /** What is known of each task so far. */
  get spans(): readonly TaskSpan[] {
    return this.#spans;
  }

  /** Sum over tasks of the time in which the server accounted for at least one request of the task. */
  serverMs(): number {
    return this.#spans.reduce((total, span) => total + unionLength(servedOf(span)), 0);
  }

  /** How long the server accounted for at least one request of any task, inside the window. */
  atServerMs({ fromMs, toMs }: Window): number {
    return coveredLength(merged(this.#spans.flatMap(servedOf)), fromMs, toMs);
  }

  /** Sum of task durations, whether or not they lie inside the window. */
  taskMs(): number {
    return totalMs(this.#spans);
  }

  /** Sum of the durations of the tasks that failed. */
  wastedMs(): number {
    return totalMs(this.#failed);
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

function totalMs(spans: readonly TaskSpan[]): number {
  return spans.reduce((total, span) => total + (span.endedMs - span.startedMs), 0);
}
