// What the runner and an arm's process say to each other over IPC: one request, one reply, in turn.

import type { ArmParameters } from '../arm-key.ts';
import type { CellFailure, Sample, TaskCost } from '../document.ts';
import type { Protocol } from '../protocol.ts';

/** Everything an arm needs to get ready. */
export interface OpenArm {
  readonly scenarioUrl: string;
  readonly strategyId: string;
  readonly parameters: ArmParameters;
  readonly origin: string;
  readonly protocol: Protocol;
  readonly taskCount: number;
  /** Longest a single batch may take. */
  readonly deadlineMs: number;
}

export type ArmRequest =
  | ({ readonly type: 'open' } & OpenArm)
  /** Run every task alone, one after another, and report what each cost; nothing when that takes over `limitMs`. */
  | { readonly type: 'calibrate'; readonly limitMs: number }
  /** Run the batch once, timed and verified. */
  | { readonly type: 'batch' }
  | { readonly type: 'close' };

/** What an arm can know of one sample; the runner adds where it stood in the plan and what it alone can see. */
export type ArmMeasurement = Omit<Sample, keyof SampleSurroundings>;

/** What the runner knows of a sample that its arm cannot. */
export type SampleSurroundings = Pick<
  Sample,
  | ('epoch' | 'round' | 'slot')
  | ('serverCpuMs' | 'connectCount' | 'requestCount' | 'refusedCount' | 'faultCount')
  | ('foreignCores' | 'contaminated')
>;

/** A request as it travels: a reply repeats the id, so that nothing else a task sends is taken for one. */
export type SentRequest = ArmRequest & { readonly id?: string };

export type ArmReply =
  | { readonly type: 'opened'; readonly openMs: number }
  | { readonly type: 'calibrated'; readonly costs: readonly TaskCost[] }
  | { readonly type: 'measured'; readonly measurement: ArmMeasurement; readonly outputDigest: string | null }
  | { readonly type: 'failed'; readonly failure: CellFailure };
