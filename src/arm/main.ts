// Entry of an arm's process: answers the runner's requests one at a time and ends when the runner does. A process for
// each arm keeps compiled code, heap and sockets of one strategy away from all others, and one that aborts takes
// nothing with it.

import { BenchError, messageOf } from '../errors.ts';
import type { ArmReply, ArmRequest } from '../model/arm-protocol.ts';
import type { CellFailure } from '../model/document.ts';
import { Arm } from './arm.ts';
import { calibrate } from './calibrate.ts';

let arm: Arm | undefined;

async function answer(request: ArmRequest): Promise<ArmReply | undefined> {
  if (request.type === 'open') {
    arm = await Arm.open(request);
    return { type: 'opened', openMs: arm.openMs };
  }
  if (request.type === 'close') {
    await arm?.close();
    process.disconnect();
    return undefined;
  }
  if (!arm) throw new Error(`'${request.type}' came before 'open'`);
  if (request.type === 'calibrate') return { type: 'calibrated', costs: await calibrate(arm) };
  return { type: 'measured', ...(await arm.measure()) };
}

/** A thrown value as data. */
function failureOf(thrown: unknown): CellFailure {
  if (thrown instanceof BenchError) return { code: thrown.code, message: thrown.message };
  const code = (thrown as { code?: unknown } | null)?.code;
  return { code: typeof code === 'string' ? code : 'TASK_THREW', message: messageOf(thrown) };
}

process.on('message', (request: ArmRequest) => {
  answer(request).then(
    (reply) => reply && process.send?.(reply),
    (thrown) => process.send?.({ type: 'failed', failure: failureOf(thrown) } satisfies ArmReply),
  );
});
process.on('disconnect', () => process.exit(0));
