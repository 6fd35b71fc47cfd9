// Schedules that a sentence may recommend although they did not win, or were never run: calculated like any arm, and named
// like the arm of this run that has their shape, if there is one.

import type { Shape } from '../../model/shape.ts';
import type { Schedule } from '../costs/arm-theory.ts';
import { isShaped, type Story } from './story.ts';

/** A schedule with the name that a sentence gives it. */
export interface TriedSchedule {
  readonly schedule: Schedule;
  readonly name: string;
}

const WHOLE_IN_WORKERS: Shape = { waits: 'one', waitsOn: 'workers', computesOn: 'workers', perMessage: 'task' };
const COMPUTING_IN_WORKERS: Shape = { waits: 'all', waitsOn: 'loop', computesOn: 'workers', perMessage: 'task' };

/** Whole tasks on as many worker threads as the run asked for. */
export function wholeTasksInWorkers(story: Story): TriedSchedule {
  return tried(story, WHOLE_IN_WORKERS, (threads) => `whole tasks on ${threads} worker threads`);
}

/** Waiting on the loop, computing on as many worker threads as the run asked for. */
export function computingInWorkers(story: Story): TriedSchedule {
  return tried(story, COMPUTING_IN_WORKERS, (threads) => `computing on ${threads} worker threads`);
}

/** The largest pool that the run was asked to try. */
export function mostThreads({ data }: Story): number {
  return Math.max(1, ...data.settings.threadCounts);
}

function tried(story: Story, shape: Shape, words: (threads: number) => string): TriedSchedule {
  const threads = mostThreads(story);
  const arm = story.data.arms.find((one) => isShaped(one, shape) && one.threads === threads);
  return { schedule: { shape, concurrency: null, threads }, name: arm?.name ?? words(threads) };
}
