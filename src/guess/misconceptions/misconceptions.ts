// Beliefs that guesses show, as data: of which arms they say something, which factors they lead to, and how it is instead.
// Rules go by the shape of an arm and by where a task alone spends its time, never by a name. The first that fits is told.

import type { WorkShares } from '../../model/report/report.ts';
import { type Shape, usesWorkers } from '../../model/shape.ts';

/** What a belief may ask of an arm. */
export interface BelievedArm {
  readonly shape: Shape;
  readonly work: WorkShares;
  readonly taskCount: number;
  /** Bound on tasks under way; all of them where it has none. */
  readonly concurrency: number;
  /** Workers, threads or processes; 0 where it has none. */
  readonly threads: number;
}

/** Factors over the reference, both ends among them. */
export interface FactorRange {
  readonly from: number;
  readonly to: number;
}

export interface Misconception {
  readonly id: string;
  /** As somebody would say it. */
  readonly belief: string;
  /** The factors that somebody guesses who believes it; null where it says nothing of the arm. */
  readonly leadsTo: (arm: BelievedArm) => FactorRange | null;
  /** The mechanism, where the run shows none of these factors. */
  readonly truth: (arm: BelievedArm) => string;
}

/** A task is about waiting, or about computing, where it does so for this share of its time. */
const MAINLY_RATIO = 0.8;

const from = (least: number): FactorRange => ({ from: least, to: Infinity });
const upTo = (most: number): FactorRange => ({ from: 0, to: most });

const isWaiting = ({ work }: BelievedArm) => work.waitingRatio >= MAINLY_RATIO;
const isComputing = ({ work }: BelievedArm) => work.computingHereRatio >= MAINLY_RATIO;
const isBounded = ({ concurrency, taskCount }: BelievedArm) => concurrency < taskCount;
const waitsForManyOnLoop = ({ shape, concurrency }: BelievedArm) =>
  shape.waitsOn === 'loop' && shape.waits !== 'one' && concurrency > 1;

export const MISCONCEPTIONS: readonly Misconception[] = [
  {
    id: 'promises-are-parallel',
    belief: 'promises are parallel',
    leadsTo: (arm) =>
      isComputing(arm) && waitsForManyOnLoop(arm) && arm.shape.computesOn === 'loop' ? from(1.2) : null,
    truth: () => 'one thread computes one task after another, however many were started.',
  },
  {
    id: 'waiting-always-overlaps',
    belief: 'whatever waits can overlap',
    leadsTo: (arm) => (isWaiting(arm) && waitsForManyOnLoop(arm) ? from(1.5) : null),
    truth: ({ concurrency }) =>
      `up to ${concurrency} were under way, and what they waited for answered hardly sooner: it was busy itself, or let in only so many.`,
  },
  {
    id: 'limits-cost-nothing',
    belief: 'a limit costs nothing',
    leadsTo: (arm) =>
      isWaiting(arm) && waitsForManyOnLoop(arm) && isBounded(arm) ? from(1.5 * arm.concurrency) : null,
    truth: ({ concurrency }) => `no more than ${concurrency} wait at once; all others are held back.`,
  },
  {
    id: 'async-saves-computing',
    belief: 'async only saves what computing costs',
    leadsTo: (arm) => (isWaiting(arm) && waitsForManyOnLoop(arm) ? upTo(1.5) : null),
    truth: () => 'what overlaps is the waiting: one thread waits for many answers at once.',
  },
  {
    id: 'a-worker-waits-for-many',
    belief: 'a worker waits for many',
    leadsTo: (arm) =>
      isWaiting(arm) && arm.shape.waitsOn !== 'loop' && arm.shape.waits === 'one' ? from(2 * arm.threads) : null,
    truth: ({ threads }) =>
      `each worker waits for one task at a time: ${threads === 1 ? 'one waits' : `${threads} of them wait`} for no more than ${threads} at once.`,
  },
  {
    id: 'workers-always-pay',
    belief: 'workers always pay',
    leadsTo: ({ shape }) => (usesWorkers(shape) ? from(1.05) : null),
    truth: () => 'the way to a worker and back, or cores that were not free, took what the workers gave.',
  },
  {
    id: 'cores-are-the-factor',
    belief: 'cores are the factor',
    leadsTo: (arm) =>
      isComputing(arm) && arm.shape.computesOn !== 'loop' && arm.threads > 1 ? from(arm.threads) : null,
    truth: ({ threads }) =>
      `${threads} workers get less done than ${threads} times one: they slow each other down, tasks travel, and at the end some are idle.`,
  },
];
