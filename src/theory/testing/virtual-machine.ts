// A machine without noise, for the golden set: a clock that jumps to whatever happens next, cores and worker threads
// that serve in the order of arrival, and the strategies written the way a program would write them. It shares no code
// with the theory it checks.

/** One task: the server needs `serverCpuMs` of its CPU, then delivers after the rest of `waitMs`; then it computes. */
export interface VirtualTask {
  readonly waitMs: number;
  readonly computeMs: number;
  readonly serverCpuMs: number;
}

/** The machine and the settings of the strategy. */
export interface VirtualSettings {
  readonly coreCount: number;
  readonly threads: number;
  readonly concurrency: number;
  readonly serverProcesses: number;
}

/** What a run showed. */
export interface VirtualRun {
  readonly makespanMs: number;
  /** Sum of task durations, each from its own start to its own end. */
  readonly taskMs: number;
  /** Time integral of the tasks under way over the makespan, counted at each start and end. */
  readonly inFlightMean: number;
}

/** Plays a batch through a strategy. */
export async function play(
  strategyId: string,
  tasks: readonly VirtualTask[],
  settings: VirtualSettings,
): Promise<VirtualRun> {
  const machine = new Machine(settings);
  const finished = SCHEDULES[strategyId]?.(machine, tasks, settings);
  if (finished === undefined) throw new Error(`No virtual schedule for ${strategyId}.`);
  await machine.clock.runUntil(finished);
  return machine.result();
}

type Schedule = (machine: Machine, tasks: readonly VirtualTask[], settings: VirtualSettings) => Promise<unknown>;

const SCHEDULES: Record<string, Schedule> = {
  sequential: async (machine, tasks) => {
    for (const task of tasks) await machine.onMain(task);
  },
  gather: (machine, tasks) => Promise.all(tasks.map((task) => machine.onMain(task))),
  bounded: (machine, tasks, { concurrency }) => drain(tasks, concurrency, (task) => machine.onMain(task)),
  batches: async (machine, tasks, { concurrency }) => {
    for (let from = 0; from < tasks.length; from += concurrency) {
      await Promise.all(tasks.slice(from, from + concurrency).map((task) => machine.onMain(task)));
    }
  },
  pool: (machine, tasks, { threads }) => drain(tasks, threads, (task) => machine.inWorker(task)),
  'gather+pool': (machine, tasks, { threads }) => {
    const workers = new Station(machine.clock, threads);
    return Promise.all(tasks.map((task) => machine.splitTask(task, workers)));
  },
};

async function drain<Item>(items: readonly Item[], lanes: number, run: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

class Machine {
  readonly clock = new VirtualClock();
  readonly #main = new Loop(this.clock);
  readonly #cores: Station;
  readonly #server: Station;
  #underWay = 0;
  #changedAtMs = 0;
  #integral = 0;
  #taskMs = 0;

  constructor({ coreCount, serverProcesses }: VirtualSettings) {
    this.#cores = new Station(this.clock, coreCount);
    this.#server = new Station(this.clock, serverProcesses);
  }

  /** Waits and computes on the main thread. */
  onMain(task: VirtualTask): Promise<void> {
    return this.#spanned(async () => {
      await this.#main.turnEnds();
      await this.#answer(task);
      await this.#main.serve(task.computeMs);
    });
  }

  /** Waits and computes in a worker thread that does nothing else meanwhile. */
  inWorker(task: VirtualTask): Promise<void> {
    return this.#spanned(async () => {
      await this.#answer(task);
      await this.#cores.serve(task.computeMs);
    });
  }

  /** Waits on the main thread, computes in whichever worker is free. */
  splitTask(task: VirtualTask, workers: Station): Promise<void> {
    return this.#spanned(async () => {
      await this.#answer(task);
      await workers.hold(() => this.#cores.serve(task.computeMs));
    });
  }

  result(): VirtualRun {
    const makespanMs = this.clock.nowMs;
    return { makespanMs, taskMs: this.#taskMs, inFlightMean: this.#integral / makespanMs };
  }

  async #answer(task: VirtualTask): Promise<void> {
    if (task.serverCpuMs > 0) await this.#server.serve(task.serverCpuMs);
    await this.clock.sleep(task.waitMs - task.serverCpuMs);
  }

  async #spanned(run: () => Promise<void>): Promise<void> {
    const startedMs = this.clock.nowMs;
    this.#count(1);
    await run();
    this.#count(-1);
    this.#taskMs += this.clock.nowMs - startedMs;
  }

  #count(change: 1 | -1): void {
    this.#integral += this.#underWay * (this.clock.nowMs - this.#changedAtMs);
    this.#changedAtMs = this.clock.nowMs;
    this.#underWay += change;
  }
}

class VirtualClock {
  nowMs = 0;
  readonly #alarms: { readonly atMs: number; readonly ring: () => void }[] = [];

  sleep(forMs: number): Promise<void> {
    if (forMs <= 0) return Promise.resolve();
    return new Promise((ring) => this.#alarms.push({ atMs: this.nowMs + forMs, ring }));
  }

  /** Lets everything that can happen now happen, then jumps to the next alarm, until the promise settles. */
  async runUntil(finished: Promise<unknown>): Promise<void> {
    let done = false;
    const watched = finished.finally(() => {
      done = true;
    });
    for (;;) {
      // A turn of the loop below has several steps, and no time passes in them.
      for (let step = 0; step < 5; step++) await everythingElse();
      if (done) break;
      this.#alarms.sort((a, b) => a.atMs - b.atMs);
      const next = this.#alarms.shift();
      if (next === undefined) throw new Error('Nothing left to happen, and the batch has not ended.');
      this.nowMs = next.atMs;
      next.ring();
      while (this.#alarms[0]?.atMs === this.nowMs) this.#alarms.shift()?.ring();
    }
    await watched;
  }
}

class Station {
  readonly #clock: VirtualClock;
  readonly #queue: (() => void)[] = [];
  #free: number;

  constructor(clock: VirtualClock, places: number) {
    this.#clock = clock;
    this.#free = places;
  }

  /** Takes its turn even for no time at all: an answer needs the busy thread too. */
  serve(forMs: number): Promise<void> {
    return this.hold(() => this.#clock.sleep(forMs));
  }

  async hold(run: () => Promise<void>): Promise<void> {
    if (this.#free === 0) await new Promise<void>((enter) => this.#queue.push(enter));
    else this.#free--;
    await run();
    const next = this.#queue.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}

// An event loop: a turn serves what has arrived when it begins, and requests are sent between turns.
class Loop {
  readonly #clock: VirtualClock;
  #arrived: { readonly computeMs: number; readonly done: () => void }[] = [];
  #turn: Promise<void> | null = null;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  async turnEnds(): Promise<void> {
    await this.#turn;
  }

  serve(computeMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#arrived.push({ computeMs, done: resolve });
    this.#turn ??= this.#turns();
    return promise;
  }

  async #turns(): Promise<void> {
    await everythingElse();
    for (const { computeMs, done } of this.#arrived.splice(0)) {
      await this.#clock.sleep(computeMs);
      done();
    }
    await everythingElse();
    this.#turn = this.#arrived.length === 0 ? null : this.#turns();
  }
}

function everythingElse(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
