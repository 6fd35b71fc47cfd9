// Lines from a stream that somebody types into. The terminal does the editing: it then turns Ctrl-C into a signal, which is
// what every other part of the program goes by.

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Keyboard } from './shell.ts';

/** A keyboard that reads this stream. */
export function keyboard(stream: Readable & { readonly isTTY?: boolean }): Keyboard {
  return {
    isTTY: stream.isTTY === true,
    open() {
      const reader = createInterface({ input: stream, terminal: false, crlfDelay: Infinity });
      const lines = reader[Symbol.asyncIterator]();
      return {
        nextLine: async (signal) => {
          const line = await beforeAbort(lines.next(), signal);
          return line.done ? null : line.value;
        },
        close: () => reader.close(),
      };
    },
  };
}

function beforeAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
