// One epoch of one scenario: a set of freshly started arm processes, all alive together and exactly one active at a
// time. An arm that fails leaves the epoch; the others go on.

import { BenchError, messageOf } from '../../errors.ts';
import type { ArmReply, ArmRequest, TaskCost } from '../../model/arm-protocol.ts';
import type { CellFailure } from '../../model/document.ts';
import type { RunRequest } from '../plan/run-settings.ts';
import type { CellRecorder } from '../recording/cell-recorder.ts';
import { ArmFailure, ArmProcess } from './arm-process.ts';
import type { FixtureProcess, FixtureStats } from './fixture-process.ts';
import { MachineWindow } from './machine-window.ts';

/** Loading Node, the libraries and the scenario, on a busy machine. */
const OPEN_DEADLINE_MS = 20_000;

/** A cell together with the process that measures it in this epoch. */
interface LiveArm {
  readonly cell: CellRecorder;
  readonly process: ArmProcess;
}

export class Epoch {
  /** One place for each cell, in plan order; empty where the cell had failed before this epoch. */
  readonly #places: readonly (LiveArm | undefined)[];
  readonly #fixture: FixtureProcess;
  readonly #deadlineMs: number;
  readonly #signal: AbortSignal;
  #lastStats: FixtureStats | undefined;
  #lastWallMs: readonly (number | undefined)[] = [];

  private constructor(
    places: readonly (LiveArm | undefined)[],
    fixture: FixtureProcess,
    deadlineMs: number,
    signal: AbortSignal,
  ) {
    this.#places = places;
    this.#fixture = fixture;
    this.#deadlineMs = deadlineMs;
    this.#signal = signal;
  }

  /** Starts and opens one process for each cell that has not failed. */
  static async open(
    cells: readonly CellRecorder[],
    fixture: FixtureProcess,
    request: RunRequest,
    signal: AbortSignal,
  ): Promise<Epoch> {
    const { deadlineMs } = request.settings;
    const places = cells.map((cell) => (cell.hasFailed ? undefined : { cell, process: new ArmProcess() }));
    const epoch = new Epoch(places, fixture, deadlineMs, signal);
    try {
      // Loading overlaps; opening a pool is timed and therefore done by one arm at a time.
      for (const { cell, process } of epoch.#arms) {
        const open: ArmRequest = {
          type: 'open',
          scenarioUrl: cell.scenario.url,
          strategyId: cell.arm.strategy.id,
          parameters: cell.arm.key.parameters,
          origin: fixture.origin,
          taskCount: cell.taskCount,
          deadlineMs,
        };
        const opened = await epoch.#ask({ cell, process }, open, 'opened', OPEN_DEADLINE_MS);
        if (opened) cell.opened(opened.openMs);
      }
      epoch.#lastStats = await fixture.stats();
      return epoch;
    } catch (thrown) {
      await epoch.kill();
      throw thrown;
    }
  }

  get #arms(): LiveArm[] {
    return this.#places.filter((arm) => arm !== undefined);
  }

  get liveCount(): number {
    return this.#arms.filter(({ cell }) => !cell.hasFailed).length;
  }

  /** Runs every task alone, once, in the first arm that can; empty when none can. */
  async calibrate(): Promise<readonly TaskCost[]> {
    for (const arm of this.#arms) {
      if (arm.cell.hasFailed) continue;
      const request = { type: 'calibrate', limitMs: this.#deadlineMs / 2 } as const;
      const calibrated = await this.#ask(arm, request, 'calibrated', this.#deadlineMs);
      if (calibrated) return calibrated.costs;
    }
    return [];
  }

  /** Times of the last warm-up, by cell; undefined for an arm that failed. */
  get lastWallMs(): readonly (number | undefined)[] {
    return this.#lastWallMs;
  }

  /** One verified batch of every arm that is no sample. Returns how long a round takes. */
  async warmUp(): Promise<number> {
    const fromMs = performance.now();
    const wallMs: (number | undefined)[] = [];
    for (const arm of this.#places) {
      wallMs.push(arm ? (await this.#runBatch(arm))?.measurement.wallMs : undefined);
    }
    this.#lastWallMs = wallMs;
    this.#lastStats = await this.#fixture.stats();
    return performance.now() - fromMs;
  }

  /** One sample of every live arm, in the given order of arm indices. A round that is interrupted leaves no sample. */
  async runRound(epoch: number, round: number, order: readonly number[]): Promise<void> {
    try {
      const window = await MachineWindow.open();
      let childCpuMs = 0;
      for (const [slot, index] of order.entries()) {
        const arm = this.#places[index];
        if (!arm) continue;
        const measured = await this.#runBatch(arm);
        const stats = await this.#fixture.stats();
        const before = this.#lastStats ?? stats;
        this.#lastStats = stats;
        if (!measured) continue;
        childCpuMs += measured.measurement.cpuMs + stats.cpuMs - before.cpuMs;
        arm.cell.measured(measured.measurement, {
          epoch,
          round,
          slot,
          serverCpuMs: Math.max(0, stats.cpuMs - before.cpuMs),
          connectCount: Math.max(0, stats.connectionCount - before.connectionCount),
        });
      }
      const reason = await window.contamination(childCpuMs);
      if (reason) for (const { cell } of this.#arms) cell.contaminate(round, reason);
    } catch (thrown) {
      for (const { cell } of this.#arms) cell.forgetRound(round);
      throw thrown;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#arms.map(({ process }) => process.close()));
  }

  async kill(): Promise<void> {
    await Promise.all(this.#arms.map(({ process }) => process.kill()));
  }

  async #runBatch(arm: LiveArm): Promise<Extract<ArmReply, { type: 'measured' }> | undefined> {
    if (arm.cell.hasFailed) return undefined;
    const measured = await this.#ask(arm, { type: 'batch' }, 'measured', this.#deadlineMs);
    if (!measured) return undefined;
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
    if (this.#signal.aborted) throw interrupted();
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = () => reject(interrupted());
    this.#signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([arm.process.ask(request, wanted, deadlineMs), aborted]);
    } catch (thrown) {
      if (!(thrown instanceof ArmFailure)) throw thrown;
      await this.#drop(arm, thrown.failure);
      return undefined;
    } finally {
      this.#signal.removeEventListener('abort', onAbort);
    }
  }

  async #drop(arm: LiveArm, failure: CellFailure): Promise<void> {
    arm.cell.fail(failure);
    await arm.process.kill();
  }
}

function interrupted(): BenchError {
  return new BenchError('INTERRUPTED', 'interrupted', 'What was measured is saved and marked as partial.');
}
