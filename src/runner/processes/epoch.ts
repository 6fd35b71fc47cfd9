// One epoch of one scenario: a set of freshly started arm processes, all alive together and exactly one active at a
// time. An arm that fails leaves the epoch; the others go on.

import { messageOf } from '../../errors.ts';
import { numberParameter } from '../../model/arm-key.ts';
import type { CellFailure } from '../../model/document/document.ts';
import type { ArmReply, ArmRequest, CalibratedTask, SideBySideProbe } from '../../model/processes/arm-protocol.ts';
import { usesProcesses } from '../../model/shape.ts';
import { MachineWatch } from '../machine/machine-watch.ts';
import type { RequestBudget } from '../plan/servers/request-budget.ts';
import { isSettledFirst } from '../plan/settling.ts';
import type { ProbesWanted } from '../plan/side-by-side.ts';
import type { CellRecorder } from '../recording/cell-recorder.ts';
import { type ArmServer, grownStats } from '../servers/arm-server.ts';
import { RequestPace } from '../servers/request-pace.ts';
import type { RunServers } from '../servers/run-servers.ts';
import type { RunningEpoch } from '../world.ts';
import { ArmFailure, ArmProcess } from './arm-process.ts';

/** Loading Node, the libraries and the scenario, on a busy machine. */
const OPEN_DEADLINE_MS = 20_000;
/** Each worker thread of a pool loads them once more. */
const OPEN_DEADLINE_MS_PER_THREAD = 1_000;

/** For undoing what a scenario set up. */
const TEARDOWN_MS = 10_000;
/** The same where somebody waits for the end, or a task has failed. */
const HURRIED_TEARDOWN_MS = 2_000;

/** How long things may take, what ends them, and what arms load first. */
export interface EpochLimits {
  /** Longest a single batch may take. */
  readonly deadlineMs: number;
  /** Longest an arm may take to get ready, apart from its worker threads. */
  readonly openDeadlineMs?: number;
  /** Modules that Node loads before a scenario; none by default. */
  readonly imports?: readonly string[];
  readonly signal: AbortSignal;
  /** What may be sent to a server on another machine; null or absent: as many requests as tasks make. */
  readonly requests?: RequestBudget | null;
}

/** A cell together with the process that measures it in this epoch and the server that it asks. */
interface LiveArm {
  readonly cell: CellRecorder;
  readonly process: ArmProcess;
  readonly server: ArmServer;
  /** How long its last batch took; null before the first. */
  lastWallMs: number | null;
  /** Requests of its last batch; null before the first. */
  lastAskedCount: number | null;
  /** Its own numbers of the batches that became samples, by round. */
  readonly batches: Map<number, number>;
}

export class Epoch implements RunningEpoch {
  /** One place for each cell, in plan order; empty where the cell had failed before this epoch. */
  readonly #places: readonly (LiveArm | undefined)[];
  readonly #limits: EpochLimits;
  readonly #machine: MachineWatch;
  readonly #pace: RequestPace;
  #closing: Promise<unknown> | undefined;

  private constructor(places: readonly (LiveArm | undefined)[], limits: EpochLimits, machine: MachineWatch) {
    this.#places = places;
    this.#limits = limits;
    this.#machine = machine;
    this.#pace = new RequestPace(limits.requests ?? null, limits.signal);
  }

  /**
   * Starts and opens one process for each cell that has not failed. Arms of an earlier epoch may still be leaving; when the
   * returned promise resolves, they have left.
   */
  static async open(
    cells: readonly CellRecorder[],
    servers: Pick<RunServers, 'for'>,
    limits: EpochLimits,
    { machine = new MachineWatch(), earlier }: { machine?: MachineWatch; earlier?: Epoch | undefined } = {},
  ): Promise<Epoch> {
    // A server with limits of its own may have no room for those who come before the others have gone.
    if (cells.some(({ scenario }) => Object.keys(scenario.fixture).length > 0)) await earlier?.close();
    const asked: (ArmServer | undefined)[] = [];
    for (const cell of cells)
      asked.push(cell.hasFailed ? undefined : await servers.for(cell.scenario, cell.arm, cell.taskCount));
    const places = cells.map((cell, index) => {
      const server = asked[index];
      const begun = { lastWallMs: null, lastAskedCount: null, batches: new Map() };
      return server && { cell, server, process: new ArmProcess(limits.imports, cell.arm.folder), ...begun };
    });
    const epoch = new Epoch(places, limits, machine);
    try {
      // Loading overlaps; opening a pool is timed and therefore done by one arm at a time.
      await Promise.all(epoch.#arms.map((arm) => epoch.#loadArm(arm)));
      await earlier?.close();
      for (const arm of epoch.#arms) await epoch.#openArm(arm);
      epoch.#machine.mark();
      return epoch;
    } catch (thrown) {
      await epoch.kill();
      throw thrown;
    }
  }

  get liveCount(): number {
    return this.#arms.filter(({ cell }) => !cell.hasFailed).length;
  }

  async calibrate(limitMs: number, turn: number): Promise<readonly CalibratedTask[]> {
    const { deadlineMs } = this.#limits;
    for (const arm of this.#arms) {
      if (arm.cell.hasFailed) continue;
      const calibrated = await this.#ask(arm, { type: 'calibrate', limitMs, turn }, 'calibrated', limitMs + deadlineMs);
      if (calibrated) return calibrated.tasks;
    }
    return [];
  }

  async probeSideBySide(limitMs: number, { inWorkers, onLoop }: ProbesWanted): Promise<readonly SideBySideProbe[]> {
    const threadsOf = ({ cell }: LiveArm) => numberParameter(cell.arm.key, 'threads');
    // Nothing that it tells is worth the requests of a run that may send few.
    if (this.#pace.isBounded) return [];
    const live = this.#arms.filter(({ cell }) => !cell.hasFailed && !cell.arm.placebo);
    // Arms with equal pools that run the same part of a task would tell the same. What is recorded tells of threads: a way
    // between processes is another.
    const pools = Map.groupBy(
      live.filter((arm) => threadsOf(arm) !== null && !usesProcesses(arm.cell.arm.strategy.shape)),
      (arm) => {
        return `${threadsOf(arm)} ${arm.cell.arm.strategy.shape.waitsOn}`;
      },
    );
    const loops = live.filter((arm) => threadsOf(arm) === null).slice(0, 1);
    const asked = [
      ...(inWorkers ? [...pools.values()].flatMap(([first]) => first ?? []) : []),
      ...(onLoop ? loops : []),
    ];
    const probes: SideBySideProbe[] = [];
    for (const arm of asked) {
      const answer = await this.#ask(arm, { type: 'side-by-side', limitMs }, 'side-by-side', this.#limits.deadlineMs);
      if (answer?.probe) probes.push(answer.probe);
    }
    return probes;
  }

  async warmUp(index: number): Promise<number | null> {
    const arm = this.#places[index];
    const measured = arm && (await this.#runBatch(arm));
    return measured?.measurement.wallMs ?? null;
  }

  async runRound(epoch: number, round: number, order: readonly number[]): Promise<void> {
    try {
      this.#machine.mark();
      this.#pace.require(this.#countOfRound(order));
      for (const [slot, index] of order.entries()) {
        const arm = this.#places[index];
        if (!arm) continue;
        const turned = await arm.server.stats();
        const settling = isSettled(arm) ? await this.#runBatch(arm) : undefined;
        const before = settling === undefined ? turned : await arm.server.stats();
        const measured = await this.#runBatch(arm);
        const stats = await arm.server.stats();
        if (!measured) continue;
        const grown = grownStats(before, stats);
        const requestCount = grown.requestCount ?? arm.lastAskedCount;
        arm.batches.set(round, measured.batch);
        arm.cell.measured(measured.measurement, { epoch, round, slot, ...grown, requestCount });
      }
      const foreignCores = this.#machine.foreignCores();
      for (const { cell } of this.#arms) cell.roundOver(round, foreignCores);
    } catch (thrown) {
      for (const { cell } of this.#arms) cell.forgetRound(round);
      throw thrown;
    }
  }

  async keepTimelines(epoch: number): Promise<void> {
    for (const arm of this.#arms) {
      if (arm.cell.hasFailed) continue;
      const rounds = arm.cell.tellingRounds(epoch);
      const batches = rounds.map((round) => arm.batches.get(round) as number);
      const answer = await this.#ask(arm, { type: 'timelines', batches }, 'timelines', this.#limits.deadlineMs);
      for (const { batch, timeline } of answer?.timelines ?? []) {
        arm.cell.keepTimeline(epoch, rounds[batches.indexOf(batch)] as number, timeline);
      }
    }
  }

  async close(): Promise<void> {
    this.#closing ??= Promise.all(this.#arms.map((arm) => this.#closeArm(arm, TEARDOWN_MS)));
    await this.#closing;
  }

  async kill(): Promise<void> {
    await Promise.all(this.#arms.map((arm) => this.#endArm(arm)));
  }

  get #arms(): LiveArm[] {
    return this.#places.filter((arm) => arm !== undefined);
  }

  async #loadArm(arm: LiveArm): Promise<void> {
    const { scenario, taskCount } = arm.cell;
    const { key, strategy, slowedRatio } = arm.cell.arm;
    const { deadlineMs, openDeadlineMs = OPEN_DEADLINE_MS } = this.#limits;
    const load: ArmRequest = {
      type: 'load',
      scenarioUrl: scenario.url,
      strategyId: strategy.id,
      parameters: key.parameters,
      server: arm.server.address,
      scenarioParameters: scenario.parameters,
      taskCount,
      deadlineMs,
      ...(slowedRatio !== undefined && { slowedRatio }),
    };
    await this.#ask(arm, load, 'loaded', openDeadlineMs);
  }

  async #openArm(arm: LiveArm): Promise<void> {
    if (arm.cell.hasFailed) return;
    const { openDeadlineMs = OPEN_DEADLINE_MS } = this.#limits;
    const threadsMs = OPEN_DEADLINE_MS_PER_THREAD * (numberParameter(arm.cell.arm.key, 'threads') ?? 0);
    const opened = await this.#ask(arm, { type: 'open' }, 'opened', openDeadlineMs + threadsMs);
    if (opened) arm.cell.opened(opened.openMs, opened.setupMs);
  }

  async #runBatch(arm: LiveArm): Promise<Extract<ArmReply, { type: 'measured' }> | undefined> {
    if (arm.cell.hasFailed) return undefined;
    const measured = await this.#ask(arm, { type: 'batch' }, 'measured', this.#limits.deadlineMs);
    if (!measured) return undefined;
    arm.lastWallMs = measured.measurement.wallMs;
    try {
      arm.cell.verified(measured.outputDigest);
      return measured;
    } catch (thrown) {
      await this.#drop(arm, { code: 'OUTPUT_DIFFERS', message: messageOf(thrown) });
      return undefined;
    }
  }

  /** Asks one arm; a failure is written into its cell and ends its process. Throws `INTERRUPTED` when the run is. */
  async #ask<T extends ArmReply['type']>(arm: LiveArm, request: ArmRequest, wanted: T, deadlineMs: number) {
    await this.#pace.turn();
    const fromMs = performance.now();
    const before = arm.process.askedCount;
    const { bounds } = this.#pace;
    try {
      const reply = await arm.process.ask({ ...request, bounds }, wanted, deadlineMs, this.#limits.signal);
      const askedCount = arm.process.askedCount - before;
      if (request.type === 'batch') arm.lastAskedCount = askedCount;
      this.#pace.spent(Math.max(askedCount, taskCountOf(arm, reply)), fromMs);
      return reply;
    } catch (thrown) {
      if (!(thrown instanceof ArmFailure)) throw thrown;
      // One that says nothing any more may have sent as many as it has tasks.
      const askedCount = Math.max(arm.process.askedCount - before, request.type === 'load' ? 0 : arm.cell.taskCount);
      this.#pace.spent(askedCount, fromMs);
      await arm.server.assertStays?.();
      await this.#drop(arm, thrown.failure);
      return undefined;
    }
  }

  /** What a round will send, by what each arm sent before. */
  #countOfRound(order: readonly number[]): number {
    return order.reduce((sum, index) => {
      const arm = this.#places[index];
      if (!arm || arm.cell.hasFailed) return sum;
      const batchCount = isSettled(arm) ? 2 : 1;
      return sum + batchCount * Math.max(arm.lastAskedCount ?? 0, ownTaskCount(arm));
    }, 0);
  }

  async #drop(arm: LiveArm, failure: CellFailure): Promise<void> {
    arm.cell.fail(failure);
    await this.#endArm(arm);
  }

  /** Ends an arm at once, or after the little time in which it may undo what it set up. */
  async #endArm(arm: LiveArm): Promise<void> {
    if (arm.cell.scenario.hasTeardown) await this.#closeArm(arm, HURRIED_TEARDOWN_MS);
    else await arm.process.kill();
  }

  async #closeArm({ cell, process }: LiveArm, teardownDeadlineMs: number): Promise<void> {
    try {
      const teardownMs = await process.close(cell.scenario.hasTeardown ? teardownDeadlineMs : 0);
      if (teardownMs !== null) cell.tornDown(teardownMs);
    } catch (thrown) {
      // What ended before it could be asked has been told already.
      if (cell.scenario.hasTeardown && !cell.hasFailed && thrown instanceof ArmFailure) cell.leftBehind(thrown.failure);
    }
  }
}

function isSettled({ cell, server, lastWallMs }: LiveArm): boolean {
  const { kind, fixture } = cell.scenario;
  const serverRemembers = !server.address.isFixture || Object.keys(fixture).length > 0;
  return isSettledFirst(cell.arm.strategy.shape, { kind, serverRemembers }, lastWallMs);
}

/** Tasks that ran, each of which may have sent a request with a client of its own that nobody counts. */
function taskCountOf(arm: LiveArm, reply: ArmReply): number {
  if (reply.type === 'measured') return ownTaskCount(arm);
  return reply.type === 'calibrated' && arm.cell.scenario.kind !== 'cpu' ? reply.tasks.length : 0;
}

function ownTaskCount({ cell }: LiveArm): number {
  return cell.scenario.kind === 'cpu' ? 0 : cell.taskCount;
}
