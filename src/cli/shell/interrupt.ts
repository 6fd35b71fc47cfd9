// Ctrl-C, once: stop measuring and save. Ctrl-C again: leave at once; child processes end with us.

import { EXIT } from '../../exit-codes.ts';

/** npm hands the terminal's Ctrl-C to us a second time; that is not a second Ctrl-C. */
const SAME_PRESS_MS = 500;

/** What this needs of a process. */
export interface Interruptible {
  on(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): unknown;
  exit(code: number): void;
}

/** Returns a signal that aborts on the first SIGINT, SIGTERM or SIGHUP. */
export function abortOnInterrupt(target: Interruptible = process, nowMs = () => performance.now()): AbortSignal {
  const controller = new AbortController();
  let firstAtMs: number | undefined;
  const onSignal = () => {
    if (firstAtMs !== undefined && nowMs() - firstAtMs > SAME_PRESS_MS) target.exit(EXIT.interrupted);
    firstAtMs ??= nowMs();
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) target.on(name, onSignal);
  return controller.signal;
}
