import { describe, expect, it } from 'vitest';
import { FAILED_TASK } from '../outputs/outputs.ts';
import { SpanRecorder } from './span-recorder.ts';
import { startSpan, type TaskSpan } from './task-span.ts';

const never = new AbortController().signal;
const span = (startedMs: number, endedMs: number, parts: Partial<TaskSpan> = {}): TaskSpan => ({
  ...startSpan(startedMs),
  endedMs,
  ...parts,
});

function recorded(spans: TaskSpan[], allowFailures = false): SpanRecorder {
  const recorder = new SpanRecorder(allowFailures);
  recorder.begin(never);
  for (const each of spans) recorder.record(each);
  return recorder;
}

describe('the spans of a batch', () => {
  const recorder = recorded([span(0, 10, { ioMs: 4, handoverMs: 1 }), span(2, 5, { ioMs: 2, handoverMs: 0.5 })]);

  it('are summed up: all of them, the longest, each part', () => {
    expect(recorder.completedCount).toBe(2);
    expect(recorder.taskMs()).toBe(13);
    expect(recorder.longestTaskMs()).toBe(10);
    expect(recorder.sum('ioMs')).toBe(6);
    expect(recorder.sum('handoverMs')).toBe(1.5);
  });

  it('count in flight only within the window', () => {
    expect(recorder.inFlightMean({ fromMs: 0, toMs: 10 })).toBeCloseTo(1.3);
    expect(recorder.inFlightMean({ fromMs: 4, toMs: 8 })).toBeCloseTo(5 / 4);
  });

  it('are forgotten when the next begins', () => {
    const again = recorded([span(0, 10)]);
    again.begin(never);
    expect([again.completedCount, again.taskMs(), again.longestTaskMs()]).toEqual([0, 0, 0]);
  });
});

describe('a task that fails', () => {
  it('fails its batch, unless it may fail: then it is counted, with the time it wasted', () => {
    const failure = new Error('broken');
    expect(() => recorded([]).recordFailed(span(0, 3), failure)).toThrow(failure);
    const lenient = recorded([span(0, 10)], true);
    expect(lenient.recordFailed(span(0, 3), failure)).toBe(FAILED_TASK);
    expect([lenient.completedCount, lenient.failedCount, lenient.wastedMs(), lenient.taskMs()]).toEqual([1, 1, 3, 13]);
  });

  it('rejects, where it may and its strategy is to see it, and is counted all the same', () => {
    const failure = new Error('broken');
    const recorder = new SpanRecorder('rejecting');
    recorder.begin(never);
    expect(() => recorder.recordFailed(span(0, 3), failure)).toThrow(failure);
    expect([recorder.failedCount, recorder.wastedMs(), recorder.isAllowed(failure)]).toEqual([1, 3, true]);
    expect(recorder.outputOfFailed(failure)).toBe(FAILED_TASK);
    expect(() => recorder.outputOfFailed(new Error('another'))).toThrow('another');
    recorder.begin(never);
    expect(recorder.isAllowed(failure)).toBe(false);
  });

  it.each([true, 'rejecting' as const])('fails its batch after the deadline, allowed (%s) or not', (allowed) => {
    const recorder = new SpanRecorder(allowed);
    recorder.begin(AbortSignal.abort());
    const late = new Error('late');
    expect(() => recorder.recordFailed(span(0, 3), late)).toThrow('late');
    expect(recorder.isAllowed(late)).toBe(false);
  });
});
