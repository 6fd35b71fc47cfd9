// The file format, checked on reading and before writing. `npm run schema` makes results/schema.json from it.
//
// History of the format (newest first); migrate.ts has one step for each:
//   4  set-up and its undoing with their times; parameters of the scenario, the server that was asked and what it
//      does not tell, the file; tasks of two samples of each arm
//   3  CPU time by thread, the server's account as a union, gaps of workers, other programs, what the server refused; what a
//      task costs alone whatever the file calls it, and side by side; warm-up by time and epoch, rounds that an arm sat out
//   2  arms known by a key (scenario, strategy, parameters, subject) with the shape of their strategy; wall and CPU time of
//      computing under names of their own; failed tasks; options of the server; room for timelines
//   1  first version

import { z } from 'zod';
import { armName, keyText } from '../model/arm-key.ts';
import type { ResultDocument } from '../model/document/document.ts';
import { SCHEMA_VERSION } from './version.ts';

/** Some thirty years: no clock shows more, and sums of such times stay finite. */
export const MOST_MS = 1e12;
const MOST_COUNT = 1e9;
const MOST_TEXT_LENGTH = 100_000;
/** More than any file, and so any scenario, can be called; names stand in every table and sentence. */
const MOST_NAME_LENGTH = 300;
/** Longer than any batch may take, and no sum of such is beyond what a double counts. */
const MOST_INSTANT_US = 1e12;
/** Timelines of one cell: more than any version keeps. */
const MOST_TIMELINES = 10;
/** Tasks or requests of one timeline: several times what an arm keeps, and no more than can be drawn. */
const MOST_ROWS = 10_000;
/** Values of one parameter that a run was asked for; they stand in a line of the page. */
const MOST_VALUES = 1_000;

export const time = z.number().min(0).max(MOST_MS);
/** A difference of two times, which noise may make negative. */
const timeDifference = z.number().min(-MOST_MS).max(MOST_MS);
const amount = z.number().min(0).max(MOST_MS);
const share = z.number().min(0).max(1);
export const count = z.int().min(0).max(MOST_COUNT);
export const positiveCount = z.int().min(1).max(MOST_COUNT);
export const text = z.string().max(MOST_TEXT_LENGTH);
const name = z.string().max(MOST_NAME_LENGTH);
const scalar = z.union([z.number(), text, z.boolean()]);

/** One timed batch; journals use it as well. */
export const sampleSchema = z.object({
  epoch: count,
  round: count,
  slot: count,
  wallMs: z.number().positive().max(MOST_MS),
  cpuMs: time,
  loopCpuMs: time.nullable(),
  workerCpuMs: time.nullable(),
  loopUtilizationRatio: share,
  gcMs: time,
  completedCount: count,
  failedCount: count,
  wastedMs: time,
  inFlightMean: z.number().min(0).max(MOST_COUNT),
  taskMs: time,
  longestTaskMs: time,
  ioMs: time,
  serverMs: time,
  atServerMs: time.nullable(),
  computeWallMs: time,
  handoverMs: timeDifference,
  betweenTasksMs: time.nullable(),
  unfedMs: time.nullable(),
  idleEndMs: time.nullable(),
  requestCount: count.nullable(),
  refusedCount: count,
  faultCount: count,
  connectCount: count.nullable(),
  serverCpuMs: time.nullable(),
  foreignCores: z.number().min(0).max(MOST_COUNT).nullable(),
  contaminated: text.optional(),
});

/** Identity of an arm; journals use it as well. */
export const armKeySchema = z.object({
  scenarioId: name,
  strategyId: name,
  // Those that this version calculates with have bounds; any other belongs to its strategy.
  parameters: z
    .object({ concurrency: positiveCount.optional(), threads: positiveCount.optional() })
    .catchall(z.union([z.number(), name, z.boolean()]))
    .refine((parameters) => Object.keys(parameters).every((each) => each.length <= MOST_NAME_LENGTH), {
      error: `expected names of at most ${MOST_NAME_LENGTH} characters`,
    }),
  subject: z.enum(['worktree', 'base', 'head']),
});

/** Why a cell has no numbers; journals use it as well. */
export const failureSchema = z.object({ code: text, message: text });

const cellStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('completed') }),
  z.object({ state: z.literal('failed'), failure: failureSchema }),
  z.object({ state: z.literal('skipped'), reason: text }),
]);

/** How an arm was warmed up in an epoch; journals use it as well. */
export const cellWarmupSchema = z.object({
  batchCount: count,
  spentMs: time.nullable(),
  settled: z.boolean().nullable(),
  stillFallingRatio: z.number().min(-1).max(MOST_COUNT).nullable(),
});

/** Instants lie about the start of the batch: clocks are read one after another. */
const instants = z.array(z.int().min(-MOST_INSTANT_US).max(MOST_INSTANT_US)).max(MOST_ROWS).readonly();
const places = z.array(count).max(MOST_ROWS).readonly();

/** What journals hold of it, before it is known which tell most. */
export const takenTimelineSchema = z.object({
  epoch: count,
  round: count,
  batchUs: z.int().min(0).max(MOST_INSTANT_US),
  tasks: z.object({
    place: places,
    startedUs: instants,
    waitedUs: instants,
    computeFromUs: instants,
    computeToUs: instants,
    endedUs: instants,
  }),
  pool: z
    .object({ worker: z.array(count.nullable()).readonly(), handedUs: instants, fromUs: instants, toUs: instants })
    .nullable(),
  requests: z.object({
    row: places,
    askedUs: instants,
    receivedUs: instants,
    begunUs: instants,
    sentUs: instants,
    gotUs: instants,
  }),
  failedRows: places,
  leftOutTaskCount: count,
  leftOutRequestCount: count,
});

/** Loose, so that a reader passes over what it does not know. */
const timelineSchema = takenTimelineSchema
  .extend({ reason: z.enum(['typical', 'slowest']) })
  .loose()
  .superRefine(({ tasks, pool, requests, failedRows }, context) => {
    const taskCount = tasks.place.length;
    const columns = [...Object.entries(tasks), ...Object.entries(pool ?? {})];
    for (const [name, column] of columns) {
      if (column.length !== taskCount) context.addIssue({ code: 'custom', message: `${name}: not one for each task` });
    }
    for (const [name, column] of Object.entries(requests)) {
      if (column.length !== requests.row.length) {
        context.addIssue({ code: 'custom', message: `requests.${name}: not one for each request` });
      }
    }
    for (const row of [...requests.row, ...failedRows]) {
      if (row >= taskCount) context.addIssue({ code: 'custom', message: `row ${row}: no such task` });
    }
  });

const cell = z.object({
  key: armKeySchema,
  shape: z.record(text, scalar).nullable(),
  placebo: z.boolean(),
  taskCount: positiveCount,
  status: cellStatus,
  openMs: z.array(time),
  setupMs: z.array(time),
  teardownMs: z.array(time),
  teardownFailure: failureSchema.nullable(),
  warmups: z.array(cellWarmupSchema),
  outputDigest: text.nullable(),
  restedRounds: z.array(count),
  samples: z.array(sampleSchema),
  timelines: z.array(timelineSchema).max(MOST_TIMELINES),
});

/** What a task costs alone; journals use it as well. */
export const taskCostSchema = z.object({
  wallMs: time,
  ioMs: time,
  serverMs: time,
  serverCpuMs: time,
  requestCount: amount,
  ioCpuMs: time,
  computeWallMs: time,
  computeCpuMs: time,
  otherCpuMs: time,
});

/** Tasks at once beside tasks alone; journals use it as well. */
export const sideBySideSchema = z.object({
  epoch: count,
  threads: positiveCount.nullable(),
  sideCount: positiveCount,
  aloneMs: time,
  togetherMs: time,
  travelMs: time,
  travelCpuMs: time,
});

const scenario = z.object({
  id: name,
  title: text,
  kind: z.enum(['io', 'cpu', 'mixed']),
  taskCount: positiveCount,
  question: text,
  explanation: text,
  reference: armKeySchema.nullable(),
  fixture: z.record(text, z.unknown()),
  allowFailures: z.boolean(),
  parameters: z.record(name, z.union([z.number(), text, z.boolean()])),
  target: text.nullable(),
  file: text.nullable(),
  calibratedCount: count,
  typicalTasks: z.array(taskCostSchema),
  fastestTasks: z.array(taskCostSchema),
  sideBySide: z.array(sideBySideSchema),
  effectiveCores: z.array(z.number().min(0).max(MOST_COUNT)),
  plannedRoundCount: count,
});

export const environmentSchema = z.object({
  runtime: text,
  os: text,
  cpuModel: text,
  coreCount: positiveCount,
  memoryBytes: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
  commit: text.nullable(),
  ci: z.boolean(),
  openFileLimit: z.int().min(0).nullable(),
});

const settings = z.object({
  profile: z.enum(['full', 'quick']),
  scenarioIds: z.array(text),
  strategyIds: z.array(text),
  taskCount: positiveCount.nullable(),
  concurrencies: z.array(positiveCount).max(MOST_VALUES).nullable(),
  threadCounts: z.array(positiveCount).max(MOST_VALUES),
  roundCount: positiveCount.nullable(),
  epochCount: positiveCount,
  budgetMs: time,
  warmupMs: time.nullable(),
  deadlineMs: time,
  imports: z.array(text),
  target: text.nullable(),
  onPort: text.nullable(),
  mostRequestCount: positiveCount.nullable(),
  parameters: z.record(name, text),
});

const preflight = z.object({
  effectiveCores: z.array(z.number().min(0).max(MOST_COUNT)),
  requestFloorMs: time,
  connectMs: timeDifference,
  timerLatenessMs: timeDifference,
  poolStartMs: time,
  dispatchMs: time,
  cloneMsPerMb: timeDifference,
  transferMsPerMb: timeDifference,
  kernelUnitsPerMs: amount,
  stealRatio: share.nullable(),
  durationMs: time,
});

/** The one description of a valid document. */
export const resultDocumentSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    createdAt: z.iso.datetime(),
    tool: z.object({ name: text, version: text }),
    seed: z.int(),
    complete: z.boolean(),
    measuredMs: time,
    environment: environmentSchema,
    settings,
    preflight: preflight.nullable(),
    scenarios: z.array(scenario),
    cells: z.array(cell),
  })
  .superRefine(({ scenarios, cells }, context) => {
    const ids = scenarios.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) refuse(context, ['scenarios'], `the scenario '${twice}' stands there twice`);
    const known = new Set(ids);
    const seen = new Set<string>();
    for (const [index, { key, placebo }] of cells.entries()) {
      const identity = `${placebo} ${keyText(key)}`;
      if (!known.has(key.scenarioId))
        refuse(context, ['cells', index], `no scenario '${key.scenarioId}' in this document`);
      if (seen.has(identity)) refuse(context, ['cells', index], `the arm '${armName(key)}' stands there twice`);
      seen.add(identity);
    }
  }) satisfies z.ZodType<ResultDocument>;

function refuse(context: z.RefinementCtx, path: (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}
