// How much a run may ask of a server on another machine. It is somebody's: the number of requests has an end, their average
// rate stays low, and few are under way at once, so that a slip cannot become a load test. Plain arithmetic over a given clock.

import { BenchError } from '../../../errors.ts';
import { numberParameter } from '../../../model/arm-key.ts';
import type { Settings } from '../../../model/document/document.ts';
import type { RequestBounds } from '../../../model/processes/arm-protocol.ts';
import type { ScenarioSummary } from '../../../model/scenario.ts';
import type { Strategy } from '../../../model/strategy.ts';
import { type PlannedArm, planArms } from '../arms.ts';

/** On average, since a batch sends what its strategy sends; after it comes a pause. */
export const REQUESTS_PER_SECOND = 10;
/** Tasks, and requests, under way at once. */
export const MOST_AT_ONCE = 50;
/** Batches of every arm that a run needs to say anything: one to warm up, and three rounds. */
const LEAST_BATCHES = 4;

export class RequestBudget {
  #leftCount: number;
  #freeAtMs = Number.NEGATIVE_INFINITY;

  constructor(mostCount: number) {
    this.#leftCount = mostCount;
  }

  /** What an arm may send from now on. */
  get bounds(): RequestBounds {
    return { mostCount: this.#leftCount, mostAtOnce: MOST_AT_ONCE };
  }

  /** How long to wait until more may be sent, in milliseconds. */
  pauseMs(nowMs: number): number {
    return Math.max(0, this.#freeAtMs - nowMs);
  }

  /** Notes what was sent, or counts as sent, since a moment. */
  spent(count: number, sinceMs: number): void {
    this.#leftCount -= count;
    this.#freeAtMs = Math.max(this.#freeAtMs, sinceMs) + (count / REQUESTS_PER_SECOND) * 1_000;
  }

  /** Throws `REQUESTS_SPENT` when there is no room for so many. */
  require(count: number): void {
    if (this.#leftCount >= count) return;
    throw new BenchError(
      'REQUESTS_SPENT',
      'the requests that this run may send are used up',
      'Allow more with --max-requests.',
    );
  }
}

type Planned = Pick<ScenarioSummary, 'id' | 'kind' | 'concurrency' | 'taskCount'>;

/**
 * Throws `USAGE` when an arm would have more tasks under way at once than a server on another machine should get, or when
 * the requests do not suffice for the least that tells anything. Nothing has been sent by then.
 */
export function assertGentle(
  scenarios: readonly Planned[],
  strategies: readonly Strategy[],
  settings: Pick<Settings, 'taskCount' | 'concurrencies' | 'threadCounts' | 'mostRequestCount'>,
): void {
  const { mostRequestCount } = settings;
  if (mostRequestCount === null) return;
  let leastCount = 0;
  for (const scenario of scenarios.filter(({ kind }) => kind !== 'cpu')) {
    const taskCount = settings.taskCount ?? scenario.taskCount;
    const { arms } = planArms(scenario, strategies, settings);
    leastCount += arms.length * taskCount * LEAST_BATCHES;
    for (const arm of arms) {
      const atOnce = tasksAtOnce(arm, taskCount);
      if (atOnce <= MOST_AT_ONCE) continue;
      throw new BenchError(
        'USAGE',
        `${scenario.id}: ${arm.strategy.id} would have ${atOnce} tasks under way at once; at most ${MOST_AT_ONCE} may be, where the server is on another machine`,
        `Use --tasks ${MOST_AT_ONCE} or fewer, or name the strategies to run with --strategy.`,
      );
    }
  }
  if (leastCount <= mostRequestCount) return;
  throw new BenchError(
    'USAGE',
    `--max-requests: expected at least ${leastCount}, one for each task of ${LEAST_BATCHES} batches of every arm, got ${mostRequestCount}`,
    `Use --max-requests ${leastCount} or more, fewer --tasks, or fewer strategies with --strategy.`,
  );
}

function tasksAtOnce({ strategy: { shape }, key }: PlannedArm, taskCount: number): number {
  const onOneThread = shape.waits === 'one' ? 1 : (numberParameter(key, 'concurrency') ?? taskCount);
  const threads = shape.waitsOn !== 'loop' ? (numberParameter(key, 'threads') ?? 1) : 1;
  return Math.min(taskCount, onOneThread * threads);
}
