// The file format, checked on reading. `parse.ts` uses it, `results/schema.json` is made from it.
//
// History of the format (newest first):
//   1  first version

import { z } from 'zod';
import type { ResultDocument } from '../model/document.ts';

/** Version written today. A reader refuses newer ones by name and explains older ones. */
export const SCHEMA_VERSION = 1;

const amount = z.number().nonnegative();
const count = z.int().nonnegative();

/** One timed batch; journals use it as well. */
export const sampleSchema = z.object({
  epoch: count,
  round: count,
  slot: count,
  wallMs: z.number().positive(),
  cpuMs: amount,
  loopUtilizationRatio: z.number(),
  gcMs: amount,
  completedCount: count,
  inFlightMean: amount,
  taskMs: amount,
  longestTaskMs: amount,
  ioMs: amount,
  serverMs: amount,
  computeMs: amount,
  handoverMs: z.number(),
  connectCount: count,
  serverCpuMs: amount,
  contaminated: z.string().optional(),
});

const cellStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('completed') }),
  z.object({ state: z.literal('failed'), failure: z.object({ code: z.string(), message: z.string() }) }),
  z.object({ state: z.literal('skipped'), reason: z.string() }),
]);

const cell = z.object({
  scenarioId: z.string(),
  strategyId: z.string(),
  placebo: z.boolean(),
  concurrency: z.int().positive().nullable(),
  threads: z.int().positive().nullable(),
  taskCount: z.int().positive(),
  status: cellStatus,
  openMs: z.array(amount),
  warmupCount: count,
  outputDigest: z.string().nullable(),
  samples: z.array(sampleSchema),
});

/** What a pilot showed; journals use it as well. */
export const warmupSchema = z.object({ batchCount: count, steady: z.boolean().nullable(), detail: z.string() });

const taskCalibration = z.object({ ioMs: amount, serverMs: amount, serverCpuMs: amount, computeMs: amount });

const scenario = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['io', 'cpu', 'mixed']),
  taskCount: z.int().positive(),
  question: z.string(),
  explanation: z.string(),
  referenceStrategyId: z.string(),
  calibration: z.array(taskCalibration),
  fastestTasks: z.array(taskCalibration),
  warmup: warmupSchema,
  plannedRoundCount: count,
});

const environment = z.object({
  runtime: z.string(),
  os: z.string(),
  cpuModel: z.string(),
  coreCount: z.int().positive(),
  memoryBytes: amount,
  commit: z.string().nullable(),
  ci: z.boolean(),
  openFileLimit: count.nullable(),
});

const settings = z.object({
  profile: z.enum(['full', 'quick']),
  scenarioIds: z.array(z.string()),
  strategyIds: z.array(z.string()),
  taskCount: z.int().positive().nullable(),
  concurrency: z.int().positive(),
  threads: z.int().positive(),
  roundCount: z.int().positive().nullable(),
  epochCount: z.int().positive(),
  budgetMs: amount,
  warmupCount: count,
  deadlineMs: amount,
});

const preflight = z.object({
  effectiveCores: z.array(amount),
  requestFloorMs: amount,
  connectMs: z.number(),
  timerLatenessMs: z.number(),
  poolStartMs: amount,
  dispatchMs: amount,
  cloneMsPerMb: z.number(),
  transferMsPerMb: z.number(),
  kernelUnitsPerMs: amount,
  stealRatio: amount.nullable(),
  durationMs: amount,
});

/** The one description of a valid document. */
export const resultDocumentSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  createdAt: z.iso.datetime(),
  tool: z.object({ name: z.string(), version: z.string() }),
  seed: z.int(),
  complete: z.boolean(),
  measuredMs: amount,
  environment,
  settings,
  preflight: preflight.nullable(),
  scenarios: z.array(scenario),
  cells: z.array(cell),
}) satisfies z.ZodType<ResultDocument>;
