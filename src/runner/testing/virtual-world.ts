// A world without processes in which time passes only when something is done: scripted arms, every action of theirs
// written down with its moment.

import { armName } from '../../model/arm-key.ts';
import type { Environment, Preflight } from '../../model/document/document.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import { PLAIN_SAMPLE } from '../../model/testing/plain-sample.ts';
import { taskCost } from '../../model/testing/task-cost.ts';
import { isSettledFirst } from '../plan/settling.ts';
import type { CellRecorder } from '../recording/cell-recorder.ts';
import type { RunningEpoch, World } from '../world.ts';

/** One thing that was done to the arms of a scenario. */
export interface Action {
  readonly what: 'open' | 'warm up' | 'calibrate' | 'round' | 'close' | 'kill';
  readonly scenarioId: string;
  readonly atMs: number;
  /** Order of the cells, for a round; the one cell, for a batch of warm-up. */
  readonly order?: readonly number[];
}

/** Typical time of a batch, by scenario, arm, the batches before it in its process, and its folder; null for an arm that fails. */
export type Script = (scenarioId: string, arm: string, batchesBefore: number, folder?: string) => number | null;

const OPEN_MS = 500;
const CALIBRATION_MS = 40;
/** What the clock says when the world begins. */
export const START_MS = 50_000;
const PREFLIGHT_MS = 700;
const PROBE_MS = 50;
/** What threads get of the cores that they ask for. */
export const PROBED_RATIO = 0.9;
/** Batches vary by this share of their typical time, both ways. */
const SPREAD_RATIO = 0.04;

export class VirtualWorld implements World {
  readonly actions: Action[] = [];
  readonly #script: Script;
  readonly #random = seededRandom(11);
  #nowMs = START_MS;
  /** How many threads were probed, and when. */
  readonly probes: { readonly threadCount: number; readonly atMs: number }[] = [];
  /** What others use of this machine during a round. */
  foreignCores: (round: number) => number | null = () => 0;
  preflightThreadCount: number | null = null;
  isClosed = false;

  constructor(script: Script) {
    this.#script = script;
  }

  now(): number {
    return this.#nowMs;
  }

  async describeEnvironment(): Promise<Environment> {
    const machine = { runtime: 'node 0', os: 'none', cpuModel: 'virtual', coreCount: 2, memoryBytes: 1 };
    return { ...machine, commit: null, ci: false, openFileLimit: null };
  }

  async runPreflight(threadCount: number): Promise<Preflight> {
    this.preflightThreadCount = threadCount;
    this.#nowMs += PREFLIGHT_MS;
    return {
      ...{ effectiveCores: [], requestFloorMs: 0, connectMs: 0, timerLatenessMs: 0, poolStartMs: 0, dispatchMs: 0 },
      ...{ cloneMsPerMb: 0, transferMsPerMb: 0, kernelUnitsPerMs: 1, stealRatio: null, durationMs: PREFLIGHT_MS },
    };
  }

  async probeCores(threadCount: number): Promise<number | null> {
    this.probes.push({ threadCount, atMs: this.#nowMs });
    this.#nowMs += PROBE_MS;
    return threadCount * PROBED_RATIO;
  }

  async prepare(): Promise<void> {}

  async openEpoch(cells: readonly CellRecorder[]): Promise<RunningEpoch> {
    const scenarioId = cells[0]?.scenario.id ?? '';
    const act = (what: Action['what'], order?: readonly number[]) =>
      this.actions.push({ what, scenarioId, atMs: this.#nowMs, ...(order && { order }) });
    act('open');
    this.#nowMs += OPEN_MS;
    for (const cell of cells) if (!cell.hasFailed) cell.opened(1, null);
    const batchCounts = cells.map(() => 0);
    const lastWallMs: (number | null)[] = cells.map(() => null);
    const runBatch = (index: number) => {
      const cell = cells[index];
      if (!cell || cell.hasFailed) return null;
      const before = batchCounts[index] ?? 0;
      batchCounts[index] = before + 1;
      const wallMs = this.#runBatch(cell, before);
      lastWallMs[index] = wallMs;
      return wallMs;
    };
    const isLive = (cell: CellRecorder) => !cell.hasFailed;
    return {
      get liveCount() {
        return cells.filter(isLive).length;
      },
      warmUp: async (index) => {
        act('warm up', [index]);
        return runBatch(index);
      },
      probeSideBySide: async () => [],
      calibrate: async () => {
        act('calibrate');
        this.#nowMs += CALIBRATION_MS;
        return [{ index: 0, ...taskCost({ ioMs: 1, computeMs: 1 }) }];
      },
      runRound: async (epoch, round, order) => {
        act('round', order);
        for (const [slot, index] of order.entries()) {
          const cell = cells[index];
          const work = cell && { kind: cell.scenario.kind, serverRemembers: false };
          if (work && isSettledFirst(cell.arm.strategy.shape, work, lastWallMs[index] ?? null)) runBatch(index);
          const wallMs = runBatch(index);
          if (!cell || !wallMs) continue;
          const sample = { ...PLAIN_SAMPLE, epoch, round, slot, wallMs, taskMs: wallMs };
          cell.measured(sample, sample);
        }
        for (const cell of cells) cell.roundOver(round, this.foreignCores(round));
      },
      keepTimelines: async () => {},
      close: async () => void act('close'),
      kill: async () => void act('kill'),
    };
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  #runBatch(cell: CellRecorder, batchesBefore: number): number | null {
    const { key, folder, slowedRatio = 0 } = cell.arm;
    const typicalMs = this.#script(cell.scenario.id, armName(key), batchesBefore, folder);
    if (typicalMs === null) {
      cell.fail({ code: 'TASK_THREW', message: 'as scripted' });
      return null;
    }
    const wallMs = typicalMs * (1 + slowedRatio) * (1 + SPREAD_RATIO * (2 * this.#random() - 1));
    this.#nowMs += wallMs;
    return wallMs;
  }
}
