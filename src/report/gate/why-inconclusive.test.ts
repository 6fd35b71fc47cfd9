import { describe, expect, it } from 'vitest';
import { type CellEvidence, evidenceOf, type PairEffect } from '../../stats/decisions/two-stage.ts';
import { tQuantile } from '../../stats/distributions/t-distribution.ts';
import { whyInconclusive } from './why-inconclusive.ts';

const MARGIN = 0.03;

/** A decided cell whose confirmation has this centre and reach, in log units. */
const decided = (centre: number, reach: number, suspected: CellEvidence['suspected'] = null): CellEvidence => ({
  ...{ needs: null, suspected, named: false, stage: 'confirm', pairCount: 15 },
  summary: { centre, standardError: reach / tQuantile(0.95, 14), df: 14 },
});
const why = (evidence: CellEvidence) => whyInconclusive(evidence, MARGIN);
const log = (ratio: number) => Math.log(ratio);

describe('why a cell is inconclusive', () => {
  it('is that the gate ended, where pairs are missing', () => {
    const pairs: PairEffect[] = [{ stage: 'screen', logRatio: 0.2, noiseVariance: 0 }];
    expect(why(evidenceOf([], MARGIN))).toBe('the gate ended before it was decided');
    expect(why(evidenceOf(pairs, MARGIN))).toBe('the gate ended before it was decided');
  });

  it('is how much slower it may be', () => {
    expect(why(decided(0, log(1.06)))).toBe('may be up to 6 % slower, which is more than 3 %');
    expect(why(decided(log(1.02), log(1.05)))).toBe('may be up to 7.1 % slower, which is more than 3 %');
  });

  it('is how much faster it may be, where that is more', () => {
    expect(why(decided(log(1 / 1.02), log(1.05)))).toBe('may be up to 7.1 % faster, which is more than 3 %');
  });

  it('says what it looks like where it was suspected', () => {
    expect(why(decided(log(1.04), log(1.02), 'slower'))).toBe(
      'looks 4 % slower, and may be up to 6.1 % slower, which is more than 3 %',
    );
    expect(why(decided(log(1 / 1.04), log(1.02), 'faster'))).toBe(
      'looks 4 % faster, and may be up to 6.1 % faster, which is more than 3 %',
    );
  });

  it('takes the direction from the fresh pairs, whatever was suspected before', () => {
    expect(why(decided(log(1 / 1.02), log(1.04), 'slower'))).toMatch(
      /^looks 2 % faster, and may be up to 6.1 % faster/,
    );
    expect(why(decided(log(1.02), log(1.04), 'faster'))).toMatch(/^looks 2 % slower, and may be up to 6.1 % slower/);
  });

  it('never calls a figure more than itself', () => {
    expect(why(decided(0, log(1.0302)))).toBe('may be just over 3 % slower');
    expect(whyInconclusive(decided(0, log(1.0026)), 0.0025)).toBe(
      'may be up to 0.3 % slower, which is more than 0.25 %',
    );
  });
});
