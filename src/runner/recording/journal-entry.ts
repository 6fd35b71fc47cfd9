// One line of the journal: what one finished round added to a scenario. Replaying the lines in order gives back
// everything that had been measured.

import { z } from 'zod';
import {
  armKeySchema,
  cellWarmupSchema,
  failureSchema,
  sampleSchema,
  sideBySideSchema,
  takenTimelineSchema,
  taskCostSchema,
} from '../../document/schema.ts';

const amount = z.number();
const count = z.int().nonnegative();

const cellChangeSchema = z.object({
  key: armKeySchema,
  placebo: z.boolean(),
  openMs: z.array(amount),
  setupMs: z.array(amount),
  teardownMs: z.array(amount),
  teardownFailure: failureSchema.nullable(),
  warmups: z.array(cellWarmupSchema),
  restedRounds: z.array(count),
  samples: z.array(sampleSchema),
  timelines: z.array(takenTimelineSchema),
  outputDigest: z.string().nullable(),
  failure: failureSchema.nullable(),
});

export const roundEntrySchema = z.object({
  scenarioId: z.string(),
  roundCount: count,
  plannedRoundCount: count,
  /** Epochs begun; the next one gets this number. */
  begunEpochCount: count,
  finishedEpochCount: count,
  calibration: z.array(z.array(taskCostSchema.extend({ index: count }))),
  sideBySide: z.array(sideBySideSchema),
  effectiveCores: z.array(amount),
  cells: z.array(cellChangeSchema),
});

/** What one round added to one cell. */
export type CellChange = z.infer<typeof cellChangeSchema>;
/** What one round added to one scenario. */
export type RoundEntry = z.infer<typeof roundEntrySchema>;
