// One arm: a scenario under one strategy, ready to run its batch again and again. Knows nothing of processes or of
// other arms; main.ts connects it to the runner.

import { BenchError } from '../errors.ts';
import type { BatchTimeline } from '../model/document/timeline.ts';
import { type ArmMeasurement, MOST_PRIMED, type OpenArm } from '../model/processes/arm-protocol.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Shape, type ShapeParameter, usesProcesses, usesWorkers } from '../model/shape.ts';
import type { OpenStrategy, Tasks, Waited, WorkerPool } from '../model/strategy.ts';
import { findStrategy } from '../strategies/registry.ts';
import { withDeadline } from './batch/deadline.ts';
import { GIVEN_UP, measurementOf } from './batch/measurement.ts';
import { slowed } from './batch/slowed.ts';
import { monotonicMs } from './clock.ts';
import { GcProbe } from './gc-probe.ts';
import { makeInputs } from './inputs.ts';
import type { ArmPool } from './pool/arm-pool.ts';
import { createTasks } from './tasks/loop-tasks.ts';
import { OpenWork } from './tasks/open-work.ts';
import { OutputVerifier } from './tasks/outputs/outputs.ts';
import { RequestTally } from './tasks/request-tally.ts';
import { KeptSpans } from './tasks/spans/kept-spans.ts';
import { SpanRecorder } from './tasks/spans/span-recorder.ts';
import type { TaskSpan } from './tasks/spans/task-span.ts';
import { UnderWay, watchedPool, watchedTasks } from './tasks/under-way.ts';
import { timeBatch } from './time-batch.ts';

export class ReadyArm {
  /** The scenario at work on the main thread. */
  readonly work: OpenWork;
  /** Time the strategy took to open; for a pool, until every worker had proved a task. */
  readonly openMs: number;
  /** Time that `setup` took after that, here and in all workers; null where the scenario has none. */
  readonly setupMs: number | null;
  /** Workers, threads or processes; null where the arm has none. */
  readonly threads: number | null;
  readonly #strategy: OpenStrategy;
  readonly #tasks: Tasks;
  readonly #pool: ArmPool | null;
  readonly #recorder: SpanRecorder;
  /** Null where no schedule can give up a batch, so that none is left under way. */
  readonly #underWay: UnderWay | null;
  readonly #verifier: OutputVerifier;
  readonly #deadlineMs: number;
  readonly #slowedRatio: number;
  #inputs: readonly unknown[];
  readonly #gcProbe = new GcProbe();
  readonly #keptSpans = new KeptSpans();
  #batchCount = 0;

  readonly #runsHere: boolean;
  /** Where the strategy sends what its workers run: whole tasks, or their computing part. */
  readonly #computesOnly: boolean;

  private constructor(parts: ReadyParts) {
    this.work = parts.work;
    this.#inputs = parts.inputs;
    this.openMs = parts.openMs;
    this.setupMs = parts.setupMs;
    this.threads = parts.pool === null ? null : parts.threads;
    this.#strategy = parts.strategy;
    this.#tasks = parts.tasks;
    this.#pool = parts.pool;
    this.#runsHere = runsHere(parts.shape);
    this.#computesOnly = parts.shape.waitsOn === 'loop';
    this.#recorder = parts.recorder;
    this.#underWay = parts.underWay;
    this.#verifier = new OutputVerifier(parts.work.scenario, parts.inputs.length);
    this.#deadlineMs = parts.deadlineMs;
    this.#slowedRatio = parts.slowedRatio;
  }

  get inputs(): readonly unknown[] {
    return this.#inputs;
  }

  /** Loads the scenario and opens the strategy. */
  static async open(settings: OpenArm, tally = new RequestTally()): Promise<ReadyArm> {
    const openLoaded = await ReadyArm.load(settings, tally);
    return openLoaded();
  }

  /** Does all that may overlap with other arms: what is left is the start of the strategy, which is timed. */
  static async load(settings: OpenArm, tally: RequestTally): Promise<() => Promise<ReadyArm>> {
    const strategy = findStrategy(settings.strategyId);
    if (!strategy) {
      throw new BenchError('UNKNOWN_STRATEGY', `No strategy '${settings.strategyId}'`, 'See `overlap list`.');
    }
    const { shape } = strategy;
    // Most arms have no workers, and piscina is half of what there would be to load.
    const loadingThreads = usesWorkers(shape) && !usesProcesses(shape) ? import('./pool/thread-pool.ts') : null;
    const loadingProcesses = usesProcesses(shape) ? import('./processes/process-pool.ts') : null;
    const work = await OpenWork.open(settings, tally);
    const { scenario } = work;
    const [threadsModule, processesModule] = [await loadingThreads, await loadingProcesses];
    const inputs = makeInputs(work, settings.taskCount);
    await work.connect(primedCount(scenario, shape, settings));
    const recorder = new SpanRecorder(scenario.allowFailures);
    const underWay = scenario.allowFailures === 'rejecting' ? new UnderWay() : null;
    const { parameters, deadlineMs, slowedRatio = 0 } = settings;
    const concurrency = settingOf(parameters, 'concurrency');
    const threads = settingOf(parameters, 'threads');
    const tasks = watchedTasks(createTasks(work, recorder), underWay);
    return async () => {
      let pool: ArmPool | null = null;
      const opened = async (opening: Promise<ArmPool> | undefined): Promise<WorkerPool> => {
        if (opening === undefined) throw new Error(`the shape of '${strategy.id}' has none of these workers`);
        pool = await opening;
        return watchedPool(pool, underWay);
      };
      const fromMs = monotonicMs();
      const openStrategy = await strategy.open({
        tasks,
        concurrency,
        threads,
        openPool: () => {
          const order = { ...settings, requests: tally.shared };
          return opened(threadsModule?.openThreadPool(threads, order, scenario, recorder));
        },
        openProcesses: () => opened(processesModule?.openProcessPool(threads, settings, scenario, recorder, tally)),
      });
      const openMs = monotonicMs() - fromMs;
      const setupMs = await setUp(work, shape, pool);
      const parts = { work, inputs, openMs, setupMs, shape, tasks, pool, threads, recorder, deadlineMs, slowedRatio };
      return new ReadyArm({ ...parts, underWay, strategy: openStrategy });
    };
  }

  /** Puts back what tasks use up, here and in all workers. Comes before every batch, and before tasks run alone. */
  async reset(): Promise<void> {
    // What was moved to a worker is gone from here.
    if (this.work.scenario.transfer?.input) this.#inputs = makeInputs(this.work, this.#inputs.length);
    if (this.#runsHere) await this.work.reset();
    await this.#pool?.reset();
  }

  /** Requests of the arm so far, in all threads, however they ended. */
  get askedCount(): number {
    return this.work.askedCount;
  }

  /** Runs the batch once and verifies its outputs. Rejects with `DEADLINE`, `OUTPUT_WRONG` or what a task threw. */
  async measure(): Promise<MeasuredBatch> {
    const recorder = this.#recorder;
    await this.reset();
    const workersBeforeMs = await this.#workersCpuMs();
    const timed = await withDeadline(this.#deadlineMs, async (signal, expired) => {
      recorder.begin(signal);
      const batch = () => Promise.race([this.#runBatch(), expired]);
      const timed = await timeBatch(
        this.#slowedRatio === 0 ? batch : () => slowed(batch, this.#slowedRatio),
        this.#gcProbe,
      );
      await Promise.race([this.#underWay?.over(), expired]);
      return timed;
    });
    const workersAfterMs = await this.#workersCpuMs();
    const outputDigest = timed.outputs === GIVEN_UP ? null : this.#verifier.verify(timed.outputs);
    const cpuMs = workersBeforeMs === null || workersAfterMs === null ? null : workersAfterMs - workersBeforeMs;
    const workers = this.#pool && { count: this.threads ?? 1, inProcesses: this.#pool.inProcesses, cpuMs };
    const measurement = measurementOf(timed, recorder, workers);
    const batch = this.#batchCount++;
    this.#keptSpans.keep(batch, recorder.spans, (span) => recorder.hasFailed(span), timed.window);
    return { batch, measurement, outputDigest };
  }

  /** The outputs, or `GIVEN_UP` where the strategy rejected because a task did that may. */
  async #runBatch(): Promise<unknown[]> {
    try {
      return await this.#strategy.runBatch(this.inputs);
    } catch (thrown) {
      if (this.#recorder.isAllowed(thrown)) return GIVEN_UP;
      throw thrown;
    }
  }

  /** When each task of these batches was where; of a batch too long ago nothing is known any more. */
  timelinesOf(batches: readonly number[]): { batch: number; timeline: BatchTimeline }[] {
    return batches.flatMap((batch) => {
      const timeline = this.#keptSpans.timelineOf(batch);
      return timeline === undefined ? [] : [{ batch, timeline }];
    });
  }

  /** What `spansOf` runs for an input: the input itself, or what it waited for where workers only compute. */
  async prepareAlone(input: unknown): Promise<AloneJob> {
    this.#recorder.begin(new AbortController().signal);
    if (this.#pool === null || !this.#computesOnly) return { input, waited: null };
    const failed = (thrown: unknown): Waited => ({ value: this.#recorder.outputOfFailed(thrown) });
    return { input, waited: await this.#tasks.io(input).catch(failed) };
  }

  /** Runs these tasks at once, outside any schedule, in workers where the arm has some. Resolves to their spans. */
  async spansOf(jobs: readonly AloneJob[]): Promise<readonly TaskSpan[]> {
    const pool = this.#pool;
    this.#recorder.begin(new AbortController().signal);
    const run = ({ input, waited }: AloneJob) => {
      if (pool === null) return this.#tasks.run(input);
      return waited === null ? pool.run(input) : pool.cpu(waited);
    };
    await Promise.all(jobs.map((job) => run(job).catch((thrown) => this.#recorder.outputOfFailed(thrown))));
    return this.#recorder.spans;
  }

  /** CPU time of the workers so far; 0 without any, null where it is not known. */
  async #workersCpuMs(): Promise<number | null> {
    return this.#pool === null ? 0 : this.#pool.cpuMs();
  }

  /** Undoes what was set up, and ends the strategy. Resolves to the time it took, null without `teardown`. Throws `TEARDOWN_THREW`. */
  async close(): Promise<number | null> {
    const fromMs = monotonicMs();
    try {
      await this.#strategy.close();
    } finally {
      await this.work.close();
    }
    return this.work.scenario.teardown === undefined ? null : monotonicMs() - fromMs;
  }
}

/** A batch that ended well, by its number since the arm was opened. */
export interface MeasuredBatch {
  readonly batch: number;
  readonly measurement: ArmMeasurement;
  readonly outputDigest: string | null;
}

/** What an arm is made of. */
interface ReadyParts extends Pick<ReadyArm, 'work' | 'inputs' | 'openMs' | 'setupMs'> {
  readonly strategy: OpenStrategy;
  readonly shape: Shape;
  readonly tasks: Tasks;
  readonly pool: ArmPool | null;
  readonly threads: number;
  readonly recorder: SpanRecorder;
  readonly underWay: UnderWay | null;
  readonly deadlineMs: number;
  readonly slowedRatio: number;
}

/** A task outside any schedule; `waited` where its waiting is over. */
export interface AloneJob {
  readonly input: unknown;
  readonly waited: Waited | null;
}

/**
 * As many connections as there are tasks, the same for every strategy that waits here; workers open their own. Without
 * them a limit of eight would open its ninth in the middle of some sample, since a connection is free again only a turn of
 * the loop after its answer. A server that lets only so many in must have room for those that tasks will use; one that is
 * not ours is asked for nothing but what tasks ask.
 */
function primedCount(scenario: Scenario, shape: Shape, { taskCount, server }: OpenArm): number {
  if (!scenario.io || !runsHere(shape) || !server.isFixture) return 0;
  const limit = scenario.fixture?.connectionLimit;
  return Math.min(taskCount, MOST_PRIMED, typeof limit === 'number' ? limit : MOST_PRIMED);
}

/** Whether the main thread runs a part of the tasks, and so needs what `setup` makes. */
function runsHere({ waitsOn }: Shape): boolean {
  return waitsOn === 'loop';
}

/** Runs the scenario's `setup` wherever a part of a task will run; null where it has none. */
async function setUp(work: OpenWork, shape: Shape, pool: ArmPool | null): Promise<number | null> {
  if (work.scenario.setup === undefined) return null;
  const fromMs = monotonicMs();
  if (runsHere(shape)) await work.setUp(null);
  await pool?.setUp();
  return monotonicMs() - fromMs;
}

/** A setting of the arm; 1 for a strategy that has none and never reads it. */
function settingOf(parameters: OpenArm['parameters'], name: ShapeParameter): number {
  const value = parameters[name];
  return typeof value === 'number' ? value : 1;
}
