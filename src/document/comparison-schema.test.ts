// The published description of a comparison describes all of it, and nothing else.

import { describe, expect, it } from 'vitest';
import type { Comparison } from '../model/report/comparison.ts';
import { drawReport } from '../render/ci/draw-report.ts';
import { cell, SAMPLE_COMPARISONS, sideBySide } from '../render/testing/sample-comparisons.ts';
import { buildComparison } from '../report/comparison/build-comparison.ts';
import { changedDocument, sampleDocument } from '../report/testing/sample-documents.ts';
import { comparisonSchema } from './comparison-schema.ts';

const written = (comparison: Comparison) => JSON.parse(drawReport('json', comparison, { strict: false }));
const comparisons: Readonly<Record<string, Comparison>> = {
  ...SAMPLE_COMPARISONS,
  'of two documents': buildComparison(sampleDocument(), changedDocument(), { marginRatio: 0.25 }),
};

describe('a comparison as JSON', () => {
  it.each(Object.entries(comparisons))('%s is described, with every field', (_, comparison) => {
    // What is not described is left out on reading.
    expect(comparisonSchema.parse(written(comparison))).toEqual(written(comparison));
  });

  it('may have an open end', () => {
    const open = cell('a gather', 'inconclusive', 1, {
      change: { ratio: 1, low: 0, high: Infinity },
      detectableRatio: Infinity,
    });
    const read = comparisonSchema.parse(written({ ...sideBySide, cells: [open] }));
    expect(read.cells[0]).toMatchObject({ change: { low: 0, high: 'Infinity' }, detectableRatio: 'Infinity' });
  });

  it.each([
    ['no tier', { tier: undefined }],
    ['an unknown verdict', { cells: [{ ...sideBySide.cells[0], verdict: 'slower' }] }],
    ['a word for a number', { marginRatio: '3 %' }],
    ['news that is none', { unmatched: [{ ...sideBySide.unmatched[0], news: 'gone' }] }],
  ])('is not described with %s', (_, wrong) => {
    expect(comparisonSchema.safeParse({ ...written(sideBySide), ...wrong }).success).toBe(false);
  });
});
