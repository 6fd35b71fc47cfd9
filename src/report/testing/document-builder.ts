// Makes result documents for tests, so that a test reads as a sentence: which arms there were, how long they took, and
// the one thing that is broken. Deterministic: the same words give the same document. Noise is seeded and shared by the
// arms of a round, as on a real machine, plus a smaller part of each arm's own.

import { SCHEMA_VERSION } from '../../document/version.ts';
import type { ArmKey } from '../../model/arm-key.ts';
import type {
  Cell,
  CellStatus,
  Environment,
  Preflight,
  ResultDocument,
  Sample,
  ScenarioRecord,
  Settings,
  SideBySide,
  TaskCost,
  Warmup,
} from '../../model/document/document.ts';
import type { ScenarioKind } from '../../model/scenario.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import type { RecordedShape } from '../../model/shape.ts';
import { SHAPES_OF_VERSION_1 } from '../../strategies/version-1.ts';

/** What a task costs alone; its computing takes as long on the clock as it needs of the processor. */
export interface TaskWords {
  readonly ioMs: number;
  readonly serverMs: number;
  readonly serverCpuMs: number;
  readonly computeMs: number;
  /** CPU time of the calling thread in the waiting part; default: what the server does not account for. */
  readonly ioCpuMs: number;
  /** CPU time of the process's other threads. */
  readonly otherCpuMs: number;
}

/** One arm, in the figures that make it what it is; everything else follows. */
export interface ArmWords {
  readonly strategyId: string;
  readonly wallMs: number;
  readonly concurrency?: number;
  readonly threads?: number;
  readonly placebo?: boolean;
  /** Default: what the shipped strategy of that id does. */
  readonly shape?: RecordedShape | null;
  readonly openMs?: number;
  readonly setupMs?: readonly number[];
  readonly teardownMs?: readonly number[];
  readonly teardownFailure?: Cell['teardownFailure'];
  readonly status?: CellStatus;
  readonly outputDigest?: string;
  readonly warmupCount?: number;
  /** Instead of a settled one of so many batches. */
  readonly warmups?: readonly Warmup[];
  /** Changes the samples once they are made: where a test breaks one thing. */
  readonly sample?: (sample: Sample) => Partial<Sample>;
  /** Rounds that the arm has no sample of, though it should. */
  readonly lostRounds?: readonly number[];
  /** Rounds that it sat out, by plan. */
  readonly restedRounds?: readonly number[];
}

/** One scenario with its arms. */
export interface ScenarioWords {
  readonly id: string;
  readonly title?: string;
  readonly question?: string;
  readonly kind: ScenarioKind;
  readonly taskCount: number;
  /** What each task costs alone; `serverMs` and the rest default from it. */
  readonly task: Partial<TaskWords>;
  readonly arms: readonly ArmWords[];
  readonly roundCount?: number;
  readonly plannedRoundCount?: number;
  readonly epochCount?: number;
  readonly calibrated?: boolean;
  readonly fixture?: Readonly<Record<string, unknown>>;
  readonly sideBySide?: readonly SideBySide[];
  readonly effectiveCores?: readonly number[];
  readonly allowFailures?: boolean;
  readonly parameters?: ScenarioRecord['parameters'];
  readonly target?: string;
  readonly file?: string;
  /** Standard deviation of an arm's own noise, as a share. */
  readonly noiseRatio?: number;
}

/** What may differ from an ordinary run on a quiet machine of two cores. */
export interface DocumentWords {
  readonly scenarios: readonly ScenarioWords[];
  readonly complete?: boolean;
  readonly preflight?: Partial<Preflight> | null;
  readonly environment?: Partial<Environment>;
  readonly settings?: Partial<Settings>;
  readonly createdAt?: string;
  readonly seed?: number;
}

/** Builds the document. */
export function documentOf(words: DocumentWords): ResultDocument {
  const seed = words.seed ?? 42;
  return {
    schemaVersion: SCHEMA_VERSION,
    createdAt: words.createdAt ?? '2026-11-22T10:00:00.000Z',
    tool: { name: 'overlap-bench', version: '0.1.0' },
    seed,
    complete: words.complete ?? true,
    measuredMs: 12_345,
    environment: { ...ENVIRONMENT, ...words.environment },
    settings: { ...SETTINGS, ...words.settings, scenarioIds: words.scenarios.map(({ id }) => id) },
    preflight: words.preflight === null ? null : { ...PREFLIGHT, ...words.preflight },
    scenarios: words.scenarios.map(recordOf),
    cells: words.scenarios.flatMap((scenario) => scenario.arms.map((arm, index) => cellOf(scenario, arm, index, seed))),
  };
}

/** What each task of the scenario costs alone. */
export function taskOf({ task }: ScenarioWords): TaskWords {
  const serverMs = task.serverMs ?? task.ioMs ?? 0;
  const ioMs = task.ioMs ?? serverMs;
  return {
    ...{ ioMs, serverMs, serverCpuMs: task.serverCpuMs ?? 0, computeMs: task.computeMs ?? 0 },
    ioCpuMs: task.ioCpuMs ?? Math.max(0, ioMs - serverMs),
    otherCpuMs: task.otherCpuMs ?? 0,
  };
}

function recordOf(words: ScenarioWords): ScenarioRecord {
  const { id, kind, taskCount, arms } = words;
  return {
    id,
    title: words.title ?? 'A title',
    kind,
    taskCount,
    question: words.question ?? 'A question?',
    explanation: 'An explanation.',
    reference: keyOf(id, arms[0] ?? { strategyId: 'sequential' }),
    fixture: words.fixture ?? {},
    allowFailures: words.allowFailures ?? false,
    ...{ parameters: words.parameters ?? {}, target: words.target ?? null, file: words.file ?? null },
    calibratedCount: words.calibrated === false ? 0 : taskCount,
    typicalTasks: costsOf(words),
    fastestTasks: costsOf(words),
    sideBySide: words.sideBySide ?? [],
    effectiveCores: words.effectiveCores ?? [],
    plannedRoundCount: words.plannedRoundCount ?? roundCountOf(words),
  };
}

function costsOf(words: ScenarioWords): TaskCost[] {
  const { ioMs, serverMs, serverCpuMs, computeMs, ioCpuMs, otherCpuMs } = taskOf(words);
  const cost: TaskCost = {
    ...{ wallMs: ioMs + computeMs, ioMs, serverMs, serverCpuMs, requestCount: serverMs > 0 ? 1 : 0 },
    ...{ ioCpuMs, computeWallMs: computeMs, computeCpuMs: computeMs, otherCpuMs },
  };
  return words.calibrated === false ? [] : Array.from({ length: words.taskCount }, () => cost);
}

function keyOf(
  scenarioId: string,
  { strategyId, concurrency, threads }: Partial<ArmWords> & { strategyId: string },
): ArmKey {
  const parameters = { ...(concurrency && { concurrency }), ...(threads && { threads }) };
  return { scenarioId, strategyId, parameters, subject: 'worktree' };
}

function roundCountOf(words: ScenarioWords): number {
  return words.roundCount ?? 30;
}

function cellOf(scenario: ScenarioWords, arm: ArmWords, index: number, seed: number): Cell {
  const rounds = Array.from({ length: roundCountOf(scenario) }, (_, round) => round);
  const absent = [...(arm.lostRounds ?? []), ...(arm.restedRounds ?? [])];
  const kept = rounds.filter((round) => !absent.includes(round));
  const measured = arm.status?.state !== 'skipped';
  return {
    key: keyOf(scenario.id, arm),
    shape: arm.shape === undefined ? (SHAPES_OF_VERSION_1.get(arm.strategyId) ?? null) : arm.shape,
    placebo: arm.placebo ?? false,
    taskCount: scenario.taskCount,
    status: arm.status ?? { state: 'completed' },
    openMs: measured ? [arm.openMs ?? 0.2] : [],
    setupMs: arm.setupMs ?? [],
    teardownMs: arm.teardownMs ?? [],
    teardownFailure: arm.teardownFailure ?? null,
    warmups: measured ? (arm.warmups ?? [warmupOf(arm.warmupCount ?? 3)]) : [],
    restedRounds: measured ? rounds.filter((round) => (arm.restedRounds ?? []).includes(round)) : [],
    outputDigest: measured ? (arm.outputDigest ?? 'a1b2c3d4') : null,
    samples: measured ? kept.map((round) => sampleOf(scenario, arm, index, round, seed)) : [],
    timelines: [],
  };
}

function warmupOf(batchCount: number): Warmup {
  return { batchCount, spentMs: null, settled: true, stillFallingRatio: 0 };
}

function sampleOf(scenario: ScenarioWords, arm: ArmWords, index: number, round: number, seed: number): Sample {
  const epochCount = scenario.epochCount ?? 3;
  const epoch = Math.floor((round * epochCount) / roundCountOf(scenario));
  const noise = scenario.noiseRatio ?? 0.005;
  const machine = 1 + noise * 2 * (seededRandom(seed * 7919 + round)() - 0.5);
  const own = 1 + noise * 2 * (seededRandom(seed * 104_729 + round * 131 + index)() - 0.5);
  const wallMs = arm.wallMs * machine * own;
  const { ioMs, serverMs, serverCpuMs, computeMs, ioCpuMs, otherCpuMs } = taskOf(scenario);
  const { taskCount } = scenario;
  const taskMs = arm.strategyId === 'sequential' ? wallMs : Math.min(wallMs, ioMs + computeMs) * taskCount;
  const onMain = arm.threads === undefined;
  const sample: Sample = {
    epoch,
    round,
    slot: (round + index) % scenario.arms.length,
    wallMs,
    cpuMs: (computeMs + ioCpuMs + otherCpuMs) * taskCount + taskCount * 0.1,
    loopCpuMs: ((onMain ? computeMs + ioCpuMs : 0) + 0.1) * taskCount,
    workerCpuMs: onMain ? 0 : (computeMs + ioCpuMs) * taskCount,
    loopUtilizationRatio: Math.min(1, ((onMain ? computeMs * taskCount : 0) + taskCount * 0.1) / wallMs),
    gcMs: 0,
    completedCount: taskCount,
    failedCount: 0,
    wastedMs: 0,
    inFlightMean: taskMs / wallMs,
    taskMs,
    longestTaskMs: taskMs / taskCount,
    ioMs: ioMs * taskCount,
    serverMs: serverMs * taskCount,
    atServerMs: Math.min(wallMs, serverMs * taskCount),
    computeWallMs: computeMs * taskCount,
    handoverMs: onMain ? 0 : 0.05 * taskCount,
    betweenTasksMs: onMain ? null : 0.05 * taskCount,
    unfedMs: onMain ? null : 0,
    idleEndMs: onMain ? null : 0,
    requestCount: serverMs === 0 ? 0 : taskCount,
    refusedCount: 0,
    faultCount: 0,
    connectCount: 0,
    serverCpuMs: serverMs === 0 ? 0 : (serverCpuMs + 0.02) * taskCount,
    foreignCores: 0.05,
  };
  return { ...sample, ...arm.sample?.(sample) };
}

const ENVIRONMENT: Environment = {
  runtime: 'node v26.10.0',
  os: 'linux 6.8 x64',
  cpuModel: 'Example CPU @ 2.50GHz',
  coreCount: 2,
  memoryBytes: 8_000_000_000,
  commit: '0123456789abcdef0123456789abcdef01234567',
  ci: false,
  openFileLimit: 65_536,
};

const SETTINGS: Settings = {
  profile: 'full',
  scenarioIds: [],
  strategyIds: ['sequential', 'gather', 'bounded', 'pool', 'gather+pool'],
  taskCount: null,
  concurrencies: [10],
  threadCounts: [2],
  roundCount: null,
  epochCount: 3,
  budgetMs: 60_000,
  warmupMs: null,
  deadlineMs: 30_000,
  imports: [],
  ...{ target: null, onPort: null, mostRequestCount: null, parameters: {} },
};

const PREFLIGHT: Preflight = {
  effectiveCores: [1, 1.95],
  requestFloorMs: 0.4,
  connectMs: 0.3,
  timerLatenessMs: 0.1,
  poolStartMs: 45,
  dispatchMs: 0.03,
  cloneMsPerMb: 0.7,
  transferMsPerMb: 0.2,
  kernelUnitsPerMs: 120,
  stealRatio: 0.01,
  durationMs: 1800,
};
