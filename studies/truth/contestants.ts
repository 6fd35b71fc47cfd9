// Who runs batches by turns: an arm of the suite, or a plain process that does the same work the same way.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { HTTP1_IN_CLEAR } from '../../src/model/protocol.ts';
import type { Strategy } from '../../src/model/strategy.ts';
import { ArmProcess } from '../../src/runner/processes/arm-process.ts';

const PLAIN = fileURLToPath(new URL('./plain/one-way.mjs', import.meta.url));
const DEADLINE_MS = 30_000;

/** What all of them measure. */
export interface Work {
  readonly url: string;
  readonly origin: string;
  readonly taskCount: number;
}

/** A process that is ready to run the batch once. */
export interface Contestant {
  /** Resolves to the time of one batch, as the process itself saw it. */
  batchMs(): Promise<number>;
  close(): void | Promise<void>;
}

/** An arm as a run has it. */
export async function openArm({ url, origin, taskCount }: Work, { id: strategyId }: Strategy): Promise<Contestant> {
  const arm = new ArmProcess();
  const bounds = { parameters: { threads: 2 }, deadlineMs: DEADLINE_MS, protocol: HTTP1_IN_CLEAR };
  await arm.ask({ type: 'load', scenarioUrl: url, strategyId, taskCount, origin, ...bounds }, 'loaded', DEADLINE_MS);
  await arm.ask({ type: 'open' }, 'opened', DEADLINE_MS);
  return {
    batchMs: async () => (await arm.ask({ type: 'batch' }, 'measured', DEADLINE_MS)).measurement.wallMs,
    close: () => arm.kill(),
  };
}

/** A process of its own for one way of the plain script. */
export async function openPlain({ url, origin }: Work, way: string): Promise<Contestant> {
  const child = fork(PLAIN, [url, origin, way], { env: { ...process.env, PAGES_ORIGIN: origin } });
  await once(child, 'message');
  return {
    async batchMs() {
      child.send('batch');
      const [ms] = await once(child, 'message');
      return ms as number;
    },
    close: () => child.disconnect(),
  };
}
