// What the runner and an arm's process say to each other over IPC: one request, one reply, in turn.

import type { ArmParameters } from '../arm-key.ts';
import type { CellFailure, Sample, SideBySide, TaskCost } from '../document/document.ts';
import type { BatchTimeline } from '../document/timeline.ts';
import type { ScenarioParameters } from '../scenario.ts';
import type { ServerAddress } from '../server/server-address.ts';

/** Connections that an arm opens before its first batch, at most; beyond, the warm-up opens what its strategy needs. */
export const MOST_PRIMED = 256;

/** Everything an arm needs to get ready. */
export interface OpenArm {
  readonly scenarioUrl: string;
  readonly strategyId: string;
  readonly parameters: ArmParameters;
  readonly server: ServerAddress;
  /** Of the scenario's own, as the run resolved them. */
  readonly scenarioParameters: ScenarioParameters;
  readonly taskCount: number;
  /** Longest a single batch may take. */
  readonly deadlineMs: number;
  /** Share of its own time by which every batch is made longer, for a gate that tests itself. Default 0. */
  readonly slowedRatio?: number;
}

/** What an arm may send to a server that is not ours to load. */
export interface RequestBounds {
  /** Requests until it is told otherwise. */
  readonly mostCount: number;
  /** Requests under way at once. */
  readonly mostAtOnce: number;
}

export type ArmRequest =
  /** Load the scenario and open its connections; many arms may do so at once. */
  | ({ readonly type: 'load' } & OpenArm)
  /** Start the strategy of the loaded scenario, timed. */
  | { readonly type: 'open' }
  /** Run tasks alone, one after another, from the one whose turn it is, for about `limitMs`, and report what each cost. */
  | { readonly type: 'calibrate'; readonly limitMs: number; readonly turn: number }
  /** Run some tasks one at a time and then at once, for about `limitMs`. */
  | { readonly type: 'side-by-side'; readonly limitMs: number }
  /** Run the batch once, timed and verified. */
  | { readonly type: 'batch' }
  /** Tell when each task of these batches was where. */
  | { readonly type: 'timelines'; readonly batches: readonly number[] }
  /** Undo what was set up, and end. */
  | { readonly type: 'close' };

/** What one task cost when it ran alone, once. */
export interface CalibratedTask extends TaskCost {
  /** Its place in the batch. */
  readonly index: number;
}

/** What an arm can know of tasks side by side; the runner adds the epoch. */
export type SideBySideProbe = Omit<SideBySide, 'epoch'>;

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
export type SentRequest = ArmRequest & {
  readonly id?: string;
  /** Null, or absent: as many as tasks ask for. */
  readonly bounds?: RequestBounds | null;
};

export type ArmReply =
  | { readonly type: 'loaded' }
  | { readonly type: 'opened'; readonly openMs: number; readonly setupMs: number | null }
  | { readonly type: 'calibrated'; readonly tasks: readonly CalibratedTask[] }
  | { readonly type: 'side-by-side'; readonly probe: SideBySideProbe | null }
  /** `batch` counts from 0 since the arm was opened. */
  | {
      readonly type: 'measured';
      readonly batch: number;
      readonly measurement: ArmMeasurement;
      readonly outputDigest: string | null;
    }
  /** Without those of batches too long ago. */
  | { readonly type: 'timelines'; readonly timelines: readonly { batch: number; timeline: BatchTimeline }[] }
  /** The last reply: what `teardown` took; null where the scenario has none. */
  | { readonly type: 'closed'; readonly teardownMs: number | null }
  | { readonly type: 'failed'; readonly failure: CellFailure };

/** A reply as it travels, with all requests that the arm has sent so far, however they ended. */
export type SentReply = ArmReply & { readonly askedCount: number };
