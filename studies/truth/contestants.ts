// Who runs batches by turns: an arm of the suite, or a plain process that does the same work the same way.

import { fixtureAt } from '../../src/model/server/server-address.ts';
import type { Strategy } from '../../src/model/strategy.ts';
import { ArmProcess } from '../../src/runner/processes/arm-process.ts';
import { PlainScript } from './plain-script.ts';

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
  const bounds = { parameters: { threads: 2 }, deadlineMs: DEADLINE_MS, scenarioParameters: {} };
  await arm.ask(
    { type: 'load', scenarioUrl: url, strategyId, taskCount, server: fixtureAt(origin), ...bounds },
    'loaded',
    DEADLINE_MS,
  );
  await arm.ask({ type: 'open' }, 'opened', DEADLINE_MS);
  return {
    batchMs: async () => (await arm.ask({ type: 'batch' }, 'measured', DEADLINE_MS)).measurement.wallMs,
    close: () => arm.kill(),
  };
}

/** A process of its own for one way of the plain script. */
export async function openPlain({ url, origin }: Work, way: string): Promise<Contestant> {
  const script = await PlainScript.open({ url, origin, warmMs: 0, ways: [way] });
  return {
    batchMs: async () => (await script.round())[way] ?? Number.NaN,
    close: () => script.close(),
  };
}
