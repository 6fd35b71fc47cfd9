// One run at a time in a program: arms of two runs on one machine would measure each other.

let last: Promise<unknown> = Promise.resolve();

/** Runs once every run before has ended. Rejects with the signal's reason when it is aborted before that. */
export async function inTurn<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  const before = last;
  const { promise: over, resolve: leave } = Promise.withResolvers<void>();
  last = before.then(() => over);
  try {
    await orAborted(before, signal);
    return await run();
  } finally {
    leave();
  }
}

async function orAborted(waiting: Promise<unknown>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  try {
    await Promise.race([waiting, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
