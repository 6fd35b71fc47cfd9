// Entry of the thread that asks for a thread which sleeps meanwhile.

import { type MessagePort, workerData } from 'node:worker_threads';
import { messageOf } from '../../../errors.ts';
import { openClient } from '../../../http.ts';
import type { ServerAddress } from '../../../model/server/server-address.ts';
import type { SyncReply } from './sync-client.ts';

interface Line {
  readonly server: ServerAddress;
  readonly ready: Int32Array;
  readonly port: MessagePort;
}

const { server, ready, port } = workerData as Line;
const client = openClient(server);
const statuses = Array.from({ length: 500 }, (_, index) => 100 + index);

async function answer(path: string): Promise<SyncReply> {
  try {
    const { status, headers, timing, text } = await client.request(path, { statuses }, new AbortController().signal);
    return { answer: { status, headers, timing, text: text() } };
  } catch (thrown) {
    return { failure: messageOf(thrown) };
  }
}

port.on('message', async (path: string) => {
  port.postMessage(await answer(path));
  Atomics.store(ready, 0, 1);
  Atomics.notify(ready, 0);
});
