// Time as this thread has it, taken when the file loads: the set-up file loads it before a test can put fake timers in place.

/** Reads a clock in milliseconds; whence it counts does not matter. */
export type Clock = () => number;

/** Monotonic time, in milliseconds. */
export const threadClock: Clock = performance.now.bind(performance);

const later = setImmediate;

/** Lets the event loop turn once, so that time limits, Ctrl-C and vitest's own messages are heard between rounds. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    later(resolve);
  });
}
