// Tasks as strategies run them on the main thread: the whole of one, or its waiting part, each writing its span.

import type { Tasks } from '../../model/strategy.ts';
import type { OpenWork } from './open-work.ts';
import type { SpanRecorder } from './spans/span-recorder.ts';

/** The parts of a task of this work, on this thread. */
export function createTasks(work: OpenWork, recorder: SpanRecorder): Tasks {
  return {
    async run(input) {
      const span = recorder.start(work.now());
      try {
        const value = await work.io(input, recorder.signal, span);
        const output = work.cpu(value, span);
        span.endedMs = work.now();
        recorder.record(span);
        return output;
      } catch (thrown) {
        span.endedMs = work.now();
        return recorder.recordFailed(span, thrown);
      }
    },
    failed: (thrown) => recorder.outputOfFailed(thrown),
    async io(input) {
      const span = recorder.start(work.now());
      try {
        return { value: await work.io(input, recorder.signal, span), span };
      } catch (thrown) {
        span.endedMs = work.now();
        return { value: recorder.recordFailed(span, thrown), span };
      }
    },
  };
}
