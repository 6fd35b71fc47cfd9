// What `--report json` and `--format json` write of a comparison, for readers in other languages. `npm run schema` makes
// results/comparison.schema.json from it; nothing reads a comparison back.

import { z } from 'zod';
import type { Comparison } from '../model/report/comparison.ts';
import { armKeySchema } from './schema.ts';

/** JSON has no infinity, so that an open end is written as a word. */
type Written<T> = T extends number ? T | 'Infinity' : T extends object ? { [Key in keyof T]: Written<T[Key]> } : T;

const time = z.number().min(0).describe('milliseconds');
const share = z.number().min(0).describe('a share: 0.05 is 5 %');
const count = z.int().min(0);
const openRatio = z.union([z.number().min(0), z.literal('Infinity')]).describe('head over base: above 1 is slower');

const verdict = z.enum(['regressed', 'improved', 'within margin', 'inconclusive']);
const change = z.object({ ratio: openRatio, low: openRatio, high: openRatio });
const arm = {
  key: armKeySchema,
  name: z.string(),
  file: z.string().nullable().describe('file of the scenario, relative to the folder of the comparison'),
};
const side = z.object({
  label: z.string(),
  createdAt: z.iso.datetime(),
  commit: z.string().nullable(),
  machine: z.string(),
});

const cell = z.object({
  ...arm,
  baseMs: time,
  headMs: time,
  change,
  levelRatio: share.describe('confidence of the interval of the change'),
  verdict,
  detectableRatio: openRatio.nullable().describe('smallest slow-down, head over base, that is found 9 times in 10'),
  basedOnCount: count.describe('pairs of processes, or past runs'),
  reason: z.string().nullable().describe('why it is inconclusive'),
});

const unmatched = z.object({
  ...arm,
  news: z.enum(['broken', 'outputs changed', 'removed', 'added', 'not comparable']),
  reason: z.string(),
});

const selfTest = z.object({
  passed: z.boolean(),
  key: armKeySchema,
  name: z.string(),
  identical: z.object({ change, verdict }),
  slowed: z.object({ injectedRatio: share, change, verdict }),
  faults: z.object({ faultCount: count, missed: z.array(z.string()) }),
});

/** The one description of a comparison as JSON. */
export const comparisonSchema = z.object({
  tier: z.enum(['side by side', 'stored']),
  createdAt: z.iso.datetime(),
  base: side,
  head: side,
  marginRatio: share,
  cells: z.array(cell).describe('cells with numbers on both sides, the worst news first'),
  unmatched: z.array(unmatched).describe('cells without a verdict, the gravest first'),
  warnings: z.array(z.object({ code: z.string(), message: z.string(), remedy: z.string() })),
  comparable: z.boolean().describe('false when the machines differ'),
  complete: z.boolean().describe('false when it was interrupted, so that no verdict is given'),
  measuredMs: time.nullable(),
  selfTest: selfTest.nullable(),
  history: z.object({ runCount: count, likeCount: count, neededCount: count }).nullable(),
}) satisfies z.ZodType<Written<Comparison>>;
