// A request that blocks its thread, as `readFileSync` and its kin do: another thread asks, and this one sleeps until the answer
// lies ready.

import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { entryUrl } from '../../../entry-url.ts';
import type { ServerTiming } from '../../../model/server/answer.ts';
import type { ServerAddress } from '../../../model/server/server-address.ts';

const ENTRY_URL = entryUrl('./sync-worker', import.meta.url);

/** What is ours of all threads that are started here. */
export const OWN_THREADS = new WeakSet<object>();

export interface SyncAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly timing: ServerTiming;
  readonly text: string;
}

/** What travels: an answer, or why there is none. */
export type SyncReply = { readonly answer: SyncAnswer } | { readonly failure: string };

/** Returns a call that returns when the answer is there. Throws an Error when there will be none. */
export function openSyncClient(server: ServerAddress): (path: string) => SyncAnswer {
  const ready = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const workerData = { server, ready, port: port2 };
  const worker = new Worker(new URL(ENTRY_URL), { workerData, transferList: [port2] });
  OWN_THREADS.add(worker);
  worker.unref();
  port1.unref();
  return (path) => {
    Atomics.store(ready, 0, 0);
    port1.postMessage(path);
    Atomics.wait(ready, 0, 0);
    const reply = receiveMessageOnPort(port1)?.message as SyncReply;
    if ('failure' in reply) throw new Error(reply.failure);
    return reply.answer;
  };
}
