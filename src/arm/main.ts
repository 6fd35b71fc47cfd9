// Entry of an arm's process: answers the runner's requests one at a time and ends when the runner does. A process for
// each arm keeps compiled code, heap and sockets of one strategy away from all others, and one that aborts takes
// nothing with it.

import type { ArmReply, ArmRequest, SentReply, SentRequest } from '../model/processes/arm-protocol.ts';
import { calibrate } from './calibrate.ts';
import { ReadyArm } from './ready-arm.ts';
import { probeSideBySide } from './side-by-side.ts';
import { RequestTally } from './tasks/request-tally.ts';
import { failureOf } from './tasks/task-failure.ts';

/** Taken before any code of a scenario can replace it. What the scenario holds open must not keep this process. */
const leave = process.exit.bind(process, 0);

const tally = new RequestTally();
let openLoaded: (() => Promise<ReadyArm>) | undefined;
let arm: ReadyArm | undefined;

async function answer(request: ArmRequest): Promise<ArmReply> {
  if (request.type === 'load') {
    openLoaded = await ReadyArm.load(request, tally);
    return { type: 'loaded' };
  }
  if (request.type === 'open') {
    if (!openLoaded) throw new Error("'open' came before 'load'");
    arm = await openLoaded();
    return { type: 'opened', openMs: arm.openMs, setupMs: arm.setupMs };
  }
  if (request.type === 'close') {
    return { type: 'closed', teardownMs: (await arm?.close()) ?? null };
  }
  if (!arm) throw new Error(`'${request.type}' came before 'open'`);
  if (request.type === 'calibrate') {
    return { type: 'calibrated', tasks: await calibrate(arm, request.limitMs, request.turn) };
  }
  if (request.type === 'side-by-side') {
    return { type: 'side-by-side', probe: await probeSideBySide(arm, request.limitMs) };
  }
  if (request.type === 'timelines') {
    return { type: 'timelines', timelines: arm.timelinesOf(request.batches) };
  }
  return { type: 'measured', ...(await arm.measure()) };
}

// Taken before any code of a scenario can replace it.
const sendToRunner = process.send?.bind(process);

process.on('message', (request: SentRequest) => {
  const sent = request.type === 'close' ? leave : () => {};
  const send = (reply: ArmReply) => {
    const { askedCount } = tally;
    sendToRunner?.({ ...reply, id: request.id, askedCount } satisfies SentReply & { id: unknown }, sent);
  };
  tally.bound(request.bounds ?? null);
  answer(request).then(send, (thrown) => send({ type: 'failed', failure: failureOf(thrown) }));
});
process.on('disconnect', leave);
