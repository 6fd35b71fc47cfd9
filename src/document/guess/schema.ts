// The file format of a guess, checked on reading. Files of a class come from many machines: nothing in them is trusted.
//   2  what the work depends on beside its tasks: parameters of the scenario, the server that is asked
//   1  first

import { z } from 'zod';
import { keyText } from '../../model/arm-key.ts';
import type { GuessDocument } from '../../model/teaching/guess.ts';
import { armKeySchema, count, positiveCount, text } from '../schema.ts';
import { GUESS_SCHEMA_VERSION } from './version.ts';

const MOST_ARMS = 1_000;
const MOST_NAME_LENGTH = 300;
const MOST_RATIO = 1e15;

const name = z.string().max(MOST_NAME_LENGTH);
const ratio = z.number().min(0).max(MOST_RATIO);
const arm = { key: armKeySchema, name };

// JSON has no infinity: an open end is written as a word.
const openEnd = z.union([ratio, z.literal('Infinity').transform(() => Infinity)]);
const interval = z.object({ ratio, low: ratio, high: openEnd });

const scoredArm = z.object({
  ...arm,
  guessRatio: ratio.nullable(),
  theoryRatio: ratio.nullable(),
  theoryReason: text.nullable(),
  measured: interval.nullable(),
  levelRatio: z.number().min(0).max(1).nullable(),
  score: z.union([z.literal(1), z.literal(0.5), z.literal(0)]).nullable(),
  reason: text.nullable(),
});

const outcome = z.object({
  measuredAt: z.iso.datetime(),
  arms: z.array(scoredArm).max(MOST_ARMS),
  scoreSum: z.number().min(0).max(MOST_ARMS),
  scoredCount: count,
  order: z.object({
    rightCount: count,
    pairCount: count,
    wrong: z.array(z.object({ faster: name, slower: name })).max(MOST_ARMS ** 2),
  }),
  misconceptions: z.array(z.object({ id: name, belief: name, ...arm, truth: text })).max(MOST_ARMS),
});

const work = z.object({
  parameters: z.record(name, z.union([z.number(), text, z.boolean()])),
  target: text.nullable(),
});

/** Says what the file of a guess is. */
export const guessDocumentSchema = z
  .object({
    kind: z.literal('guess'),
    schemaVersion: z.literal(GUESS_SCHEMA_VERSION),
    createdAt: z.iso.datetime(),
    tool: z.object({ name: text, version: text }),
    scenario: z.object({ id: name, title: text, question: text, taskCount: positiveCount, work: work.nullable() }),
    reference: name,
    guesses: z
      .array(z.object({ ...arm, ratio: ratio.positive() }))
      .min(1)
      .max(MOST_ARMS),
    why: text.nullable(),
    outcome: outcome.nullable(),
  })
  .superRefine(({ guesses }, context) => {
    const keys = new Set(guesses.map(({ key }) => keyText(key)));
    if (keys.size === guesses.length) return;
    context.addIssue({ code: 'custom', path: ['guesses'], message: 'an arm stands there twice' });
  }) satisfies z.ZodType<GuessDocument>;
