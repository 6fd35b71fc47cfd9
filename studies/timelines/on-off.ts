// Batches of tasks of about a millisecond through the arm's own loop, written down and not written down, in turn: what
// recording does to the makespan. Without it no clock is read and nothing is noted or kept.

import { type Clock, monotonicMs } from '../../src/arm/clock.ts';
import { createTasks } from '../../src/arm/tasks/loop-tasks.ts';
import { OpenWork } from '../../src/arm/tasks/open-work.ts';
import { RequestTally } from '../../src/arm/tasks/request-tally.ts';
import { KeptSpans } from '../../src/arm/tasks/spans/kept-spans.ts';
import { SpanRecorder } from '../../src/arm/tasks/spans/span-recorder.ts';
import { startSpan, type TaskSpan } from '../../src/arm/tasks/spans/task-span.ts';
import { seededRandom } from '../../src/model/seeded-random.ts';
import { fixtureAt } from '../../src/model/server/server-address.ts';
import type { Strategy } from '../../src/model/strategy.ts';
import { type PairedRatio, pairedRatio } from '../../src/stats/paired/paired-ratio.ts';
import { median } from '../../src/stats/quantile.ts';
import { gather } from '../../src/strategies/gather.ts';
import { sequential } from '../../src/strategies/sequential.ts';

const TASK_COUNT = 20;
const WARMUP_COUNT = 20;
/** Pairs that drift together: as if each were a process of its own. */
const PAIRS_EACH_EPOCH = 20;
const CONFIDENCE = 0.95;
const SEED = 7;

const WORKS = [
  { name: 'timers of 1 ms', url: new URL('scenario-timer.ts', import.meta.url).href },
  { name: 'computing for 1 ms', url: new URL('../overhead/scenario-compute.ts', import.meta.url).href },
] as const;

/** What recording did to one kind of batch. */
export interface OnOff {
  readonly name: string;
  readonly taskCount: number;
  /** Makespan without recording. */
  readonly offMs: number;
  /** Makespan with recording over that without. */
  readonly makespan: PairedRatio;
  /** The same with the time after the batch in which its spans are packed. */
  readonly withPacking: PairedRatio;
}

/** One entry for each kind of work and way to start it. */
export async function onOff(pairCount: number, write: (line: string) => void): Promise<OnOff[]> {
  const all: OnOff[] = [];
  for (const { name, url } of WORKS) {
    for (const strategy of [sequential, gather]) {
      write(`on and off: ${name}, ${strategy.id}`);
      all.push({
        name: `${name}, ${strategy.id}`,
        taskCount: TASK_COUNT,
        ...(await compare(url, strategy, pairCount)),
      });
    }
  }
  return all;
}

async function compare(url: string, strategy: Strategy, pairCount: number) {
  const on = await openSide(url, strategy, new SpanRecorder(undefined), monotonicMs);
  const off = await openSide(url, strategy, new NotingNothing(undefined), () => 0);
  const kept = new KeptSpans();
  const random = seededRandom(SEED);
  const pairs: { epoch: number; round: number; onMs: number; packMs: number; offMs: number }[] = [];
  for (let round = -WARMUP_COUNT; round < pairCount; round++) {
    const isOnFirst = random() < 0.5;
    const firstMs = await makespanMs(isOnFirst ? on : off);
    const secondMs = await makespanMs(isOnFirst ? off : on);
    const [onMs, offMs] = isOnFirst ? [firstMs, secondMs] : [secondMs, firstMs];
    const fromMs = monotonicMs();
    kept.keep(round, on.recorder.spans, (span) => on.recorder.hasFailed(span), { fromMs: fromMs - onMs, toMs: fromMs });
    const packMs = monotonicMs() - fromMs;
    if (round >= 0) pairs.push({ epoch: Math.floor(round / PAIRS_EACH_EPOCH), round, onMs, packMs, offMs });
  }
  const ratioOf = (numeratorMs: (pair: (typeof pairs)[number]) => number) =>
    pairedRatio(
      pairs.map((pair) => ({ ...pair, numeratorMs: numeratorMs(pair), denominatorMs: pair.offMs })),
      CONFIDENCE,
      { sharesProcess: true },
    );
  return {
    offMs: median(pairs.map(({ offMs }) => offMs)),
    makespan: ratioOf(({ onMs }) => onMs),
    withPacking: ratioOf(({ onMs, packMs }) => onMs + packMs),
  };
}

/** Recording off. */
class NotingNothing extends SpanRecorder {
  readonly #span = startSpan(0);

  override start(): TaskSpan {
    return this.#span;
  }

  override record(): void {}
}

async function openSide(scenarioUrl: string, strategy: Strategy, recorder: SpanRecorder, now: Clock) {
  // No task asks for anything.
  const order = { scenarioUrl, server: fixtureAt('http://127.0.0.1:9'), scenarioParameters: {} };
  const work = await OpenWork.open(order, new RequestTally(), now);
  const none = () => Promise.reject(new Error(`${strategy.id} has no workers`));
  const tasks = createTasks(work, recorder);
  const opened = await strategy.open({ tasks, concurrency: 1, threads: 1, openPool: none, openProcesses: none });
  const inputs = Array.from({ length: TASK_COUNT }, (_, index) => index);
  return { recorder, runBatch: () => opened.runBatch(inputs) };
}

async function makespanMs({ recorder, runBatch }: Awaited<ReturnType<typeof openSide>>): Promise<number> {
  recorder.begin(new AbortController().signal);
  const fromMs = monotonicMs();
  await runBatch();
  return monotonicMs() - fromMs;
}
