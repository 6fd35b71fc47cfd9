// One of two identical arms, in its own process: runs a small fixed workload when told to and answers with its time.
// `wait` sends a few bytes to and fro over loopback, several at once; `compute` runs units of the CPU kernel.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { mixUnits } from '../../src/kernels.ts';

/** What the parent asks for. */
export interface ArmRequest {
  readonly work: 'wait' | 'compute';
}

/** What comes back, in milliseconds. */
export interface ArmAnswer {
  readonly wallMs: number;
}

const CONNECTION_COUNT = 8;
const TURN_COUNT = 8;
const UNIT_COUNT = 12;

const sockets = await Promise.all(Array.from({ length: CONNECTION_COUNT }, () => open(Number(process.argv[2]))));

async function open(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await once(socket, 'connect');
  return socket;
}

async function turns(socket: Socket): Promise<void> {
  for (let turn = 0; turn < TURN_COUNT; turn++) {
    socket.write('x');
    await once(socket, 'data');
  }
}

async function timed({ work }: ArmRequest): Promise<ArmAnswer> {
  const started = performance.now();
  if (work === 'wait') await Promise.all(sockets.map(turns));
  else mixUnits(UNIT_COUNT, 1);
  return { wallMs: performance.now() - started };
}

process.on('message', async (request: ArmRequest) => {
  process.send?.(await timed(request));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
