// Real samples of arms that are the same code: fresh processes for each epoch, both alive, one active at a time, order
// by coin. The same design as a run of the suite, small enough for a study of half a minute.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { Session, SessionEpoch } from '../sessions/session.ts';
import type { ArmAnswer, ArmRequest } from './false-alarms-arm.ts';

/** How much to sample. */
export interface SamplingPlan {
  /** Rounds of each workload, for each epoch. */
  readonly epochRounds: readonly number[];
  readonly random: () => number;
  readonly write: (line: string) => void;
}

const WORKS = ['compute', 'wait'] as const;
/** Batches before the first round; network code takes long to reach its final tier, in each process at its own time. */
const WARMUP_COUNTS = { compute: 40, wait: 120 };

/** Samples twins under both workloads; one session each. Leaves no process and no socket behind. */
export async function sampleTwins(plan: SamplingPlan): Promise<Session[]> {
  const server = createServer({ noDelay: true }, (socket) => socket.on('error', () => {}).pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const epochs: Record<(typeof WORKS)[number], SessionEpoch>[] = [];
    for (const [epoch, roundCount] of plan.epochRounds.entries()) {
      plan.write(`sampling identical arms: epoch ${epoch + 1} of ${plan.epochRounds.length}`);
      epochs.push(await sampleEpoch(server, roundCount, plan.random));
    }
    return WORKS.map((work) => ({ name: `real, ${work}`, epochs: epochs.map((epoch) => epoch[work]) }));
  } finally {
    server.close();
  }
}

async function sampleEpoch(server: Server, roundCount: number, random: () => number) {
  const twins = await Promise.all([startArm(server), startArm(server)]);
  try {
    const compute = await sampleWork(twins, { work: 'compute' }, roundCount, random);
    return { compute, wait: await sampleWork(twins, { work: 'wait' }, roundCount, random) };
  } finally {
    await Promise.all(twins.map(stopArm));
  }
}

async function sampleWork(
  [a, b]: ChildProcess[],
  request: ArmRequest,
  roundCount: number,
  random: () => number,
): Promise<SessionEpoch> {
  if (a === undefined || b === undefined) throw new Error('Twins are two.');
  for (let batch = 0; batch < WARMUP_COUNTS[request.work]; batch++) {
    await ask(a, request);
    await ask(b, request);
  }
  const epoch = { a: [] as number[], b: [] as number[], aFirst: [] as boolean[] };
  for (let round = 0; round < roundCount; round++) {
    const aFirst = random() < 0.5;
    const firstMs = await ask(aFirst ? a : b, request);
    const secondMs = await ask(aFirst ? b : a, request);
    epoch.a.push(aFirst ? firstMs : secondMs);
    epoch.b.push(aFirst ? secondMs : firstMs);
    epoch.aFirst.push(aFirst);
  }
  return epoch;
}

async function startArm(server: Server): Promise<ChildProcess> {
  const { port } = server.address() as AddressInfo;
  const arm = fork(new URL('./false-alarms-arm.ts', import.meta.url), [String(port)], { execArgv: [] });
  await once(arm, 'message');
  return arm;
}

async function stopArm(arm: ChildProcess): Promise<void> {
  const exited = once(arm, 'exit');
  arm.disconnect();
  await exited;
}

async function ask(arm: ChildProcess, request: ArmRequest): Promise<number> {
  arm.send(request);
  const [answer] = (await once(arm, 'message')) as [ArmAnswer];
  return answer.wallMs;
}
