// Real samples of arms that are the same code: fresh processes for each epoch, both alive, one active at a time, order
// by coin. The same design as a run of the suite, small enough for a study of half a minute.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { ArmAnswer, ArmRequest } from './false-alarms-arm.ts';
import type { Session, SessionEpoch } from './rules/session.ts';

/** How much to sample. */
export interface SamplingPlan {
  readonly epochCount: number;
  /** Rounds of each workload in each epoch. */
  readonly roundCount: number;
  readonly random: () => number;
  readonly write: (line: string) => void;
}

const WORKS = ['compute', 'wait'] as const;
const WARMUP_COUNT = 40;

/** Samples twins under both workloads; one session each. Leaves no process and no socket behind. */
export async function sampleTwins(plan: SamplingPlan): Promise<Session[]> {
  const server = createServer({ noDelay: true }, (socket) => socket.on('error', () => {}).pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const epochs: Record<(typeof WORKS)[number], SessionEpoch>[] = [];
    for (let epoch = 0; epoch < plan.epochCount; epoch++) {
      plan.write(`sampling identical arms: epoch ${epoch + 1} of ${plan.epochCount}`);
      epochs.push(await sampleEpoch(server, plan));
    }
    return WORKS.map((work) => ({ name: `real, ${work}`, epochs: epochs.map((epoch) => epoch[work]) }));
  } finally {
    server.close();
  }
}

async function sampleEpoch(server: Server, plan: SamplingPlan) {
  const twins = await Promise.all([startArm(server), startArm(server)]);
  try {
    const compute = await sampleWork(twins, 'compute', plan);
    return { compute, wait: await sampleWork(twins, 'wait', plan) };
  } finally {
    await Promise.all(twins.map(stopArm));
  }
}

async function sampleWork([a, b]: ChildProcess[], work: ArmRequest['work'], plan: SamplingPlan): Promise<SessionEpoch> {
  if (a === undefined || b === undefined) throw new Error('Twins are two.');
  for (let batch = 0; batch < WARMUP_COUNT; batch++) {
    await ask(a, work);
    await ask(b, work);
  }
  const epoch = { a: [] as number[], b: [] as number[], aFirst: [] as boolean[] };
  for (let round = 0; round < plan.roundCount; round++) {
    const aFirst = plan.random() < 0.5;
    const firstMs = await ask(aFirst ? a : b, work);
    const secondMs = await ask(aFirst ? b : a, work);
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

async function ask(arm: ChildProcess, work: ArmRequest['work']): Promise<number> {
  arm.send({ work } satisfies ArmRequest);
  const [answer] = (await once(arm, 'message')) as [ArmAnswer];
  return answer.wallMs;
}
