// Ctrl-C, once: stop measuring and save. Ctrl-C again: leave at once; child processes end with us.

/** npm hands the terminal's Ctrl-C to us a second time; that is not a second Ctrl-C. */
const SAME_PRESS_MS = 500;
const INTERRUPTED_EXIT_CODE = 130;

/** Returns a signal that aborts on the first SIGINT, SIGTERM or SIGHUP. */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  let firstAtMs: number | undefined;
  const onSignal = () => {
    const nowMs = performance.now();
    if (firstAtMs !== undefined && nowMs - firstAtMs > SAME_PRESS_MS) process.exit(INTERRUPTED_EXIT_CODE);
    firstAtMs ??= nowMs;
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return controller.signal;
}
