// The result document: everything a run leaves behind, and all that any report may use. Times are milliseconds as
// floats, sizes bytes, shares 0..1, dates ISO 8601 UTC. The schema that checks these shapes is document/schema.ts.

import type { ArmKey } from '../arm-key.ts';
import type { ScenarioKind, ScenarioParameters } from '../scenario.ts';
import type { RecordedShape } from '../shape.ts';
import type { Timeline } from './timeline.ts';

/** One timed run of an arm over its whole batch. Sums run over the tasks of the batch. */
export interface Sample {
  /** Which set of freshly started arm processes, from 0. */
  readonly epoch: number;
  /** Round within the whole run of the scenario, from 0; samples of one round are pairs. */
  readonly round: number;
  /** Position within the round's random order, from 0. */
  readonly slot: number;
  /** Makespan of the batch. */
  readonly wallMs: number;
  /** CPU time of the arm's process, user and system, all threads, and of the processes that run its tasks. */
  readonly cpuMs: number;
  /** The part of it that the main thread used; null where it was not told apart. */
  readonly loopCpuMs: number | null;
  /** The part of it that the arm's workers used, threads or processes; null where it was not told apart. */
  readonly workerCpuMs: number | null;
  /** Share of the window in which the arm's main event loop was not idle. */
  readonly loopUtilizationRatio: number;
  /** Time in garbage collection on the arm's main thread. */
  readonly gcMs: number;
  /** Tasks whose output arrived. */
  readonly completedCount: number;
  /** Tasks that failed where the scenario allows it; 0 anywhere else, since one failure then fails the batch. */
  readonly failedCount: number;
  /** Sum of the durations of the tasks that failed: time spent for nothing. */
  readonly wastedMs: number;
  /** Time-average of tasks under way, counted at each start and end, over the makespan. */
  readonly inFlightMean: number;
  /** Sum of task durations, each from its own start to its own end. */
  readonly taskMs: number;
  /** Duration of the longest task. */
  readonly longestTaskMs: number;
  /** Sum of the waiting parts, as the waiting thread saw them. */
  readonly ioMs: number;
  /** Sum over tasks of the time in which the server accounts for at least one request of the task. */
  readonly serverMs: number;
  /** Time in which the server accounts for at least one request of any task; null where it was not told. */
  readonly atServerMs: number | null;
  /** Sum of the computing parts, in wall time of the computing thread. */
  readonly computeWallMs: number;
  /** Sum over tasks of the time between handing to a pool and the start in a worker, and back. */
  readonly handoverMs: number;
  /** Time between two tasks of a worker while another was handed over already, mean of all workers; null without workers. */
  readonly betweenTasksMs: number | null;
  /** Time of a worker for which no task was ready though more were to come, mean of all workers; null without workers. */
  readonly unfedMs: number | null;
  /** Time from a worker's last task to the end of the batch, mean of all workers; null without workers. */
  readonly idleEndMs: number | null;
  /** Requests within the window: as the fixture server counted them, else as the arm did; null where it was not told. */
  readonly requestCount: number | null;
  /** Of these, refused: over the rate, over the queue, or the connection not let in. */
  readonly refusedCount: number;
  /** Of these, made to fail on purpose. */
  readonly faultCount: number;
  /** Connections opened inside the window; 0 in a warm cell. Null where the server does not tell. */
  readonly connectCount: number | null;
  /** CPU time in the window of the server that was asked; null where it is not known. */
  readonly serverCpuMs: number | null;
  /** Cores that others used during the round, on average: programs that are not ours, or the host; null where the system does not tell. */
  readonly foreignCores: number | null;
  /** Set when a rule that cannot see which arm was slow rejects the whole round. */
  readonly contaminated?: string | undefined;
}

/** Why a cell has no numbers. */
export interface CellFailure {
  /** A code of `errors.ts`, or of the error the task threw. */
  readonly code: string;
  /** One line: what happened and where. */
  readonly message: string;
}

/** How the measuring of a cell ended. */
export type CellStatus =
  | { readonly state: 'completed' }
  | { readonly state: 'failed'; readonly failure: CellFailure }
  | { readonly state: 'skipped'; readonly reason: string };

/** One arm, as it was measured. */
export interface Cell {
  readonly key: ArmKey;
  /** What the strategy did, as data; null where the file does not say. */
  readonly shape: RecordedShape | null;
  /** True for the second copy of the reference arm, which shows this run's noise floor. */
  readonly placebo: boolean;
  readonly taskCount: number;
  readonly status: CellStatus;
  /** Start-up of the strategy, one value for each epoch (for a pool: threads started and proved). */
  readonly openMs: readonly number[];
  /** Time that `setup` took after it, here and in all workers, one value for each epoch; empty where the scenario has none. */
  readonly setupMs: readonly number[];
  /** Time that the arms took to undo it and end, one value for each epoch in which they did. */
  readonly teardownMs: readonly number[];
  /** Why what was set up may still be there; null where nothing tells so. */
  readonly teardownFailure: CellFailure | null;
  /** What came before the first sample, one entry for each epoch. */
  readonly warmups: readonly Warmup[];
  /** Digest of the outputs, in input order; equal for all cells of a scenario. Null before every task had an output. */
  readonly outputDigest: string | null;
  /** Rounds that went on without it by plan: its matter was decided, or a placebo was not needed. */
  readonly restedRounds: readonly number[];
  /** In run order. A failed cell may hold the samples taken before it failed; they are never shown as numbers. */
  readonly samples: readonly Sample[];
  /** Tasks of at most two samples: of the one nearest to the median, and of the slowest. */
  readonly timelines: readonly Timeline[];
}

/** How an arm was warmed up in one epoch: untimed batches, run until short ones had settled or the time was over. */
export interface Warmup {
  readonly batchCount: number;
  /** How long they took together; null where it was not noted. */
  readonly spentMs: number | null;
  /** Whether its times had settled; null where the batches were too few to tell. */
  readonly settled: boolean | null;
  /** Its second quarter of batches over its second half, less 1: what the last doubling still gained. Null as above. */
  readonly stillFallingRatio: number | null;
}

/** What one task costs when it runs alone, whatever the file calls its parts. Times in milliseconds. */
export interface TaskCost {
  /** From its start to its output. */
  readonly wallMs: number;
  /** The `io` part, as its thread saw it. */
  readonly ioMs: number;
  /** The part of it for which the server accounts: the union of its requests. */
  readonly serverMs: number;
  /** Thread CPU time of the server within it. */
  readonly serverCpuMs: number;
  /** Requests to the fixture server. */
  readonly requestCount: number;
  /** CPU time of the calling thread in the `io` part. */
  readonly ioCpuMs: number;
  /** The `cpu` part in wall time. */
  readonly computeWallMs: number;
  /** CPU time of the calling thread in the `cpu` part. */
  readonly computeCpuMs: number;
  /** CPU time of the process's other threads meanwhile: libuv's, native ones, the collector's. */
  readonly otherCpuMs: number;
}

/** What tasks cost while several ran at once, beside what the same tasks cost one at a time; probed once an epoch. */
export interface SideBySide {
  readonly epoch: number;
  /** Worker threads that ran them, each its own; null where they were started together on the main thread. */
  readonly threads: number | null;
  /** Tasks at once. */
  readonly sideCount: number;
  /** Mean duration of a task while no other ran. */
  readonly aloneMs: number;
  /** Mean duration of the same tasks while so many ran. */
  readonly togetherMs: number;
  /** What the way to a worker and back took beyond the task, one at a time; 0 on the main thread. */
  readonly travelMs: number;
  /** CPU time of the main thread within it. */
  readonly travelCpuMs: number;
}

/** What a scenario was when it was measured; the words travel with the numbers. */
export interface ScenarioRecord {
  readonly id: string;
  readonly title: string;
  readonly kind: ScenarioKind;
  readonly taskCount: number;
  readonly question: string;
  readonly explanation: string;
  /** The arm that speed-ups refer to; null when no arm could be one. */
  readonly reference: ArmKey | null;
  /** Options of the server that the scenario asked for, by name; empty for the server as it is. */
  readonly fixture: Readonly<Record<string, unknown>>;
  /** True where a task may fail without failing its batch. */
  readonly allowFailures: boolean;
  /** Values of the scenario's own parameters, by name. */
  readonly parameters: ScenarioParameters;
  /** The server that its tasks asked, as a command or an address; null for the fixture server. */
  readonly target: string | null;
  /** File of the scenario relative to the folder of the run; null for one that comes with the suite. */
  readonly file: string | null;
  /** Tasks that ran alone at least once. The others stand below with the middle, and with the least, of what these cost. */
  readonly calibratedCount: number;
  /** Medians over the times that each task ran alone, in input order; empty where none did. Predictions use these. */
  readonly typicalTasks: readonly TaskCost[];
  /** The least that each was ever seen to cost. Floors use these. */
  readonly fastestTasks: readonly TaskCost[];
  readonly sideBySide: readonly SideBySide[];
  /** Cores that the machine gave at the start of each epoch; empty where it was not probed. */
  readonly effectiveCores: readonly number[];
  /** Rounds after which the conductor meant to stop; fewer samples mean that the run was cut short. */
  readonly plannedRoundCount: number;
}

/** Where the run took place. */
export interface Environment {
  readonly runtime: string;
  readonly os: string;
  readonly cpuModel: string;
  readonly coreCount: number;
  readonly memoryBytes: number;
  /** Commit of the working folder, or null outside a repository. */
  readonly commit: string | null;
  readonly ci: boolean;
  /** Open-file limit of the process, or null where the system does not tell. */
  readonly openFileLimit: number | null;
}

/** Settings as resolved; enough to run the same again. */
export interface Settings {
  readonly profile: 'full' | 'quick';
  readonly scenarioIds: readonly string[];
  readonly strategyIds: readonly string[];
  /** Null: each scenario's own. */
  readonly taskCount: number | null;
  /** Bounds asked for, one arm for each; null: each scenario's own. */
  readonly concurrencies: readonly number[] | null;
  /** Sizes of pools asked for, one arm for each. */
  readonly threadCounts: readonly number[];
  /** Null: planned from the budget. */
  readonly roundCount: number | null;
  readonly epochCount: number;
  readonly budgetMs: number;
  /** Time for which each arm is warmed up in every epoch; null: until it has settled, within a share of the epoch. */
  readonly warmupMs: number | null;
  /** Longest a single batch may take before its arm is ended. */
  readonly deadlineMs: number;
  /** Modules loaded before the scenarios, such as one that transforms TypeScript. */
  readonly imports: readonly string[];
  /** Address of the server that all tasks ask, without a path; null: each scenario's own. */
  readonly target: string | null;
  /** Command of the server that all tasks ask, started for the run; null: each scenario's own. */
  readonly onPort: string | null;
  /** Most requests that the run may send, as where the server is on another machine; null: as many as it takes. */
  readonly mostRequestCount: number | null;
  /** What `--param` set, by name, as it was typed. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The price list of this machine, measured before the run. */
export interface Preflight {
  /** Speed-up of k threads computing the same, over one: index 0 is one thread. */
  readonly effectiveCores: readonly number[];
  /** Median round trip of an empty request, warm connection. */
  readonly requestFloorMs: number;
  /** Median extra cost of opening a connection. */
  readonly connectMs: number;
  /** Median lateness of a 1 ms timer. */
  readonly timerLatenessMs: number;
  /** Starting a pool of one worker thread until it has proved a task. */
  readonly poolStartMs: number;
  /** Round trip of an empty task through a warm pool. */
  readonly dispatchMs: number;
  /** Copying one megabyte to a worker. */
  readonly cloneMsPerMb: number;
  /** Transferring one megabyte to a worker. */
  readonly transferMsPerMb: number;
  /** CPU kernel units for each millisecond of thread CPU time. */
  readonly kernelUnitsPerMs: number;
  /** Share of CPU time taken by others while probing, 0..1; null where the system does not tell. */
  readonly stealRatio: number | null;
  readonly durationMs: number;
}

/** The whole of one run. */
export interface ResultDocument {
  readonly schemaVersion: number;
  readonly createdAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** Decides the order of arms in every round. */
  readonly seed: number;
  /** False when the run was interrupted; what was measured is here all the same. */
  readonly complete: boolean;
  /** Wall time of the measuring, from the first fixture start to the last arm's end. */
  readonly measuredMs: number;
  readonly environment: Environment;
  readonly settings: Settings;
  /** Null when the run was told to skip it. */
  readonly preflight: Preflight | null;
  readonly scenarios: readonly ScenarioRecord[];
  readonly cells: readonly Cell[];
}
