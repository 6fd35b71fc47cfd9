// What the conductor needs of the world: a clock, a machine to describe and price, and epochs of arms that run. The real
// one starts processes (processes/real-world.ts); a test lets a scripted one live through hours in no time.

import type { Environment, Preflight } from '../model/document/document.ts';
import type { CalibratedTask, SideBySideProbe } from '../model/processes/arm-protocol.ts';
import type { ProbesWanted } from './plan/side-by-side.ts';
import type { CellRecorder } from './recording/cell-recorder.ts';

/** A set of freshly started arms, one for each cell that had not failed; an arm that fails leaves, the others go on. */
export interface RunningEpoch {
  /** Arms that have not failed. */
  readonly liveCount: number;
  /** One verified batch of one cell's arm that is no sample. Resolves to its time; null for an arm that failed. */
  warmUp(index: number): Promise<number | null>;
  /** Runs tasks alone for about `limitMs`, from the one whose turn it is, in the first arm that can; empty when none can. */
  calibrate(limitMs: number, turn: number): Promise<readonly CalibratedTask[]>;
  /** Runs some tasks one at a time and then at once, each time for about `limitMs`, where that is wanted. */
  probeSideBySide(limitMs: number, wanted: ProbesWanted): Promise<readonly SideBySideProbe[]>;
  /** One sample of each live arm in the given order of cells. A round that is interrupted leaves no sample. */
  runRound(epoch: number, round: number, order: readonly number[]): Promise<void>;
  /** Adds to the cells when each task was where, of the two samples of this epoch that tell most. */
  keepTimelines(epoch: number): Promise<void>;
  /** Lets every arm end by itself. The next epoch waits for it, and so does the end of the world. */
  close(): Promise<void>;
  /** Ends at once whatever is left. */
  kill(): Promise<void>;
}

export interface World {
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  describeEnvironment(): Promise<Environment>;
  /** The machine's price list; `threadCount` is 0 where no arm uses workers. */
  runPreflight(threadCount: number): Promise<Preflight>;
  /** How many times as much that many threads compute as one, now; null where that cannot be told. Idle otherwise. */
  probeCores(threadCount: number): Promise<number | null>;
  /** Makes sure that the wishes of a scenario can be met, before anything is measured. Throws `SCENARIO_INVALID`. */
  prepare(cells: readonly CellRecorder[]): Promise<void>;
  openEpoch(cells: readonly CellRecorder[]): Promise<RunningEpoch>;
  /** Ends everything that was started. */
  close(): Promise<void>;
}
