import { describe, expect, it } from 'vitest';
import type { GateStage } from '../../model/document/gate-document.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import {
  type CellEvidence,
  decideCells,
  detectableRatio,
  evidenceOf,
  type PairEffect,
  pairEffect,
} from './two-stage.ts';

const MARGIN = 0.03;

const pairs = (stage: GateStage, logRatios: readonly number[]): PairEffect[] =>
  logRatios.map((logRatio) => ({ stage, logRatio, noiseVariance: 1e-4 }));

/** So many pairs around a centre, in turn above and below it by `spread`. */
const around = (centre: number, spread: number, count: number) =>
  Array.from({ length: count }, (_, index) => centre + (index % 2 === 0 ? spread : -spread));

const verdictsOf = (cells: readonly (readonly PairEffect[])[]) =>
  decideCells(
    cells.map((cell) => evidenceOf(cell, MARGIN)),
    MARGIN,
  ).map(({ verdict }) => verdict);

describe('what a cell needs next', () => {
  const needs = (...cell: PairEffect[][]) => evidenceOf(cell.flat(), MARGIN).needs;

  it('is screening, until there are eight pairs', () => {
    expect(needs()).toBe('screen');
    expect(needs(pairs('screen', around(0, 0.026, 7)))).toBe('screen');
    expect(needs(pairs('screen', around(0, 0.026, 8)))).toBeNull();
  });

  it('is nothing after five pairs that leave hardly a doubt that nothing has changed', () => {
    expect(needs(pairs('screen', around(0, 0.005, 4)))).toBe('screen');
    expect(needs(pairs('screen', around(0, 0.005, 5)))).toBeNull();
    // Enough after eight pairs, and not that early.
    expect(needs(pairs('screen', around(0, 0.019, 5)))).toBe('screen');
  });

  it('is fresh pairs where it is not clear only if that is asked for', () => {
    const unclear = pairs('screen', around(0, 0.1, 8));
    expect(evidenceOf(unclear, MARGIN).needs).toBeNull();
    expect(evidenceOf(unclear, MARGIN, true).needs).toBe('confirm');
    expect(evidenceOf(pairs('screen', around(0, 0.005, 8)), MARGIN, true).needs).toBeNull();
    expect(verdictsOf([unclear])).toEqual(['inconclusive']);
  });

  it('is fresh pairs where it looks changed, until there are fifteen', () => {
    expect(needs(pairs('screen', around(0.04, 0.02, 8)))).toBe('confirm');
    expect(needs(pairs('screen', around(0.04, 0.02, 8)), pairs('confirm', around(0.04, 0.02, 14)))).toBe('confirm');
    expect(needs(pairs('screen', around(0.04, 0.02, 8)), pairs('confirm', around(0.04, 0.02, 15)))).toBeNull();
  });

  it('is nothing where a change that is certain is too small to matter', () => {
    const small = pairs('screen', around(0.01, 0.003, 8));
    expect(needs(small)).toBeNull();
    expect(verdictsOf([small])).toEqual(['within margin']);
  });

  it('is confirmation at once where it is overwhelming, either way', () => {
    for (const sign of [1, -1]) {
      const huge = pairs('screen', around(sign * 0.25, 0.005, 1));
      expect(evidenceOf(huge, MARGIN)).toMatchObject({ needs: 'confirm', named: true });
      const large = pairs('screen', around(sign * 0.15, 0.005, 1));
      expect(evidenceOf(large, MARGIN)).toMatchObject({ needs: 'screen', named: false });
      expect(evidenceOf([...huge, ...pairs('confirm', around(sign * 0.25, 0.005, 4))], MARGIN).needs).toBe('confirm');
      const confirmed = [...huge, ...pairs('confirm', around(sign * 0.25, 0.005, 5))];
      expect(evidenceOf(confirmed, MARGIN).needs).toBeNull();
      expect(verdictsOf([confirmed])).toEqual([sign > 0 ? 'regressed' : 'improved']);
    }
  });

  it('is more screening where rounds are too noisy, or too few, to call a pair overwhelming', () => {
    const huge = pairs('screen', around(0.25, 0.005, 1));
    expect(evidenceOf(huge, MARGIN).named).toBe(true);
    expect(
      evidenceOf(
        huge.map((pair) => ({ ...pair, noiseVariance: 0.01 })),
        MARGIN,
      ).named,
    ).toBe(false);
    const untold = (count: number) =>
      pairs('screen', around(0.25, 0.005, count)).map((pair) => ({ ...pair, noiseVariance: null }));
    expect(evidenceOf(untold(3), MARGIN).named).toBe(false);
    expect(evidenceOf(untold(4), MARGIN).named).toBe(true);
  });
});

describe('a verdict', () => {
  const suspect = pairs('screen', around(0.05, 0.02, 8));

  it('rests on the fresh pairs alone', () => {
    expect(verdictsOf([[...suspect, ...pairs('confirm', around(0.05, 0.02, 15))]])).toEqual(['regressed']);
    expect(verdictsOf([[...suspect, ...pairs('confirm', around(0, 0.01, 15))]])).toEqual(['within margin']);
    const opposite = [...suspect, ...pairs('confirm', around(-0.08, 0.02, 15))];
    expect(verdictsOf([opposite])).toEqual(['inconclusive']);
    const { change } = decideCells([evidenceOf(opposite, MARGIN)], MARGIN)[0] ?? {};
    expect(change?.ratio).toBeCloseTo(Math.exp(-0.08 + 0.02 / 15), 6);
  });

  it('needs a change beyond the margin, however certain', () => {
    const certain = [...suspect, ...pairs('confirm', around(0.028, 0.015, 15))];
    expect(verdictsOf([certain])).toEqual(['inconclusive']);
    expect(decideCells([evidenceOf(certain, 0.02)], 0.02)[0]?.verdict).toBe('regressed');
  });

  it('is not for cells that were not suspected, and not for those that lack pairs', () => {
    const unclear = pairs('screen', around(0, 0.1, 8));
    expect(verdictsOf([[...unclear, ...pairs('confirm', around(0.05, 0.02, 15))]])).toEqual(['inconclusive']);
    expect(verdictsOf([[...suspect, ...pairs('confirm', around(0.05, 0.02, 14))]])).toEqual(['inconclusive']);
    expect(verdictsOf([[]])).toEqual(['inconclusive']);
  });

  it('shares its chance of error among all suspects', () => {
    // One-sided chance of about .013: enough alone, not among three that are no surer.
    const doubtful = [...suspect, ...pairs('confirm', around(0.04, 0.066, 15))];
    expect(verdictsOf([doubtful])).toEqual(['regressed']);
    expect(verdictsOf([doubtful, doubtful, doubtful])).toEqual(['inconclusive', 'inconclusive', 'inconclusive']);
    const sure = [...suspect, ...pairs('confirm', around(0.05, 0.02, 15))];
    expect(verdictsOf([doubtful, sure, sure])).toEqual(['regressed', 'regressed', 'regressed']);
  });
});

it('a pair tells the middle of its rounds, and one odd round moves it little', () => {
  const effect = (baseMs: number[], headMs: number[]) => pairEffect({ stage: 'screen', baseMs, headMs });
  expect(effect([10, 10, 10], [11, 11, 11]).logRatio).toBeCloseTo(Math.log(1.1), 12);
  expect(effect([10, 10, 10, 10, 10], [11, 11, 11, 11, 500]).logRatio).toBeCloseTo(Math.log(1.1), 12);
  expect(effect([10, 10, 10], [11, 12, 13]).noiseVariance).toBeGreaterThan(0);
  expect(effect([10, 10], [11, 12]).noiseVariance).toBeNull();
});

/** Runs the whole procedure on normal pairs until it needs no more. */
function decided(changeRatio: number, sd: number, random: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const cell: PairEffect[] = [];
  for (let evidence = evidenceOf(cell, MARGIN); ; evidence = evidenceOf(cell, MARGIN)) {
    if (evidence.needs === null) return { verdict: decideCells([evidence], MARGIN)[0]?.verdict, evidence };
    cell.push({ stage: evidence.needs, logRatio: Math.log(changeRatio) + sd * normal(), noiseVariance: 0 });
  }
}

const TRIAL_COUNT = 400;
const rateOf = (verdict: string, changeRatio: number, sd: number) => {
  const random = seededRandom(7);
  const trials = Array.from({ length: TRIAL_COUNT }, () => decided(changeRatio, sd, random));
  return trials.filter((trial) => trial.verdict === verdict).length / TRIAL_COUNT;
};

describe('over many comparisons', () => {
  it.each([0.013, 0.027, 0.041])('of equal code whose pairs differ by %f, hardly any is called changed', (sd) => {
    expect(rateOf('regressed', 1, sd)).toBeLessThanOrEqual(0.005);
    expect(rateOf('improved', 1, sd)).toBeLessThanOrEqual(0.005);
  });

  it('5 % are found 9 times in 10 and 10 % nearly always', () => {
    expect(rateOf('regressed', 1.05, 0.027)).toBeGreaterThanOrEqual(0.9);
    expect(rateOf('regressed', 1.1, 0.041)).toBeGreaterThanOrEqual(0.99);
    expect(rateOf('improved', 1 / 1.05, 0.027)).toBeGreaterThanOrEqual(0.9);
  });

  it('what it says it would find is found 9 times in 10', () => {
    const evidence = evidenceOf(pairs('screen', around(0, 0.027, 8)), MARGIN) as CellEvidence;
    const ratio = detectableRatio(evidence, MARGIN) as number;
    expect(ratio).toBeGreaterThan(1.03);
    expect(rateOf('regressed', ratio, 0.027)).toBeGreaterThanOrEqual(0.9);
    expect(detectableRatio(evidenceOf(pairs('screen', [0.01]), MARGIN), MARGIN)).toBeNull();
  });
});
