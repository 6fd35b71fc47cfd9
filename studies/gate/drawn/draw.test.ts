import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/model/seeded-random.ts';
import { compareDrawn, drawPairs, MOST_PAIRS, verdictsOf } from './draw.ts';

const MARGIN_RATIO = 0.03;
const pairOf = (logRatio: number) => ({ logRatio, noiseVariance: 0 });
/** Alternating, so that many of them have a mean of 0. */
const CALM = Array.from({ length: 40 }, (_, index) => pairOf(index % 2 === 0 ? 0.01 : -0.01));

describe('compareDrawn', () => {
  it('takes no more pairs than the gate would have', () => {
    const drawn = compareDrawn(CALM, MARGIN_RATIO);
    expect(drawn).toMatchObject({ pairCount: 5, namedAfterCount: null });
    expect(verdictsOf([drawn], MARGIN_RATIO)).toEqual(['within margin']);
  });

  it('goes on to fresh pairs where something looks changed, and counts those to the naming', () => {
    const drawn = compareDrawn(
      CALM.map(({ logRatio }) => pairOf(logRatio + Math.log1p(0.25))),
      MARGIN_RATIO,
    );
    expect(drawn.namedAfterCount).toBeGreaterThanOrEqual(1);
    expect(drawn.pairCount).toBeGreaterThan(drawn.namedAfterCount ?? 0);
    expect(verdictsOf([drawn], MARGIN_RATIO)).toEqual(['regressed']);
  });

  it('leaves open what it has too few pairs for', () => {
    expect(verdictsOf([compareDrawn(CALM.slice(0, 3), MARGIN_RATIO)], MARGIN_RATIO)).toEqual(['inconclusive']);
  });
});

describe('drawPairs', () => {
  const numbered = Array.from({ length: 50 }, (_, index) => pairOf(index + 1));

  it('takes each pair once, under either sign', () => {
    const drawn = drawPairs(numbered, { order: 'shuffled', shift: 0 }, seededRandom(1)).map(({ logRatio }) => logRatio);
    expect(new Set(drawn.map(Math.abs)).size).toBe(MOST_PAIRS);
    expect(drawn.some((pair) => pair < 0)).toBe(true);
    expect(drawn.some((pair) => pair > 0)).toBe(true);
  });

  it('keeps who was measured after whom', () => {
    const drawn = drawPairs(numbered, { order: 'in a row', shift: 0 }, seededRandom(2)).map(({ logRatio }) =>
      Math.abs(logRatio),
    );
    const steps = drawn.slice(1).map((pair, index) => pair - (drawn[index] ?? 0));
    expect(steps.every((step) => step === 1 || step === -49)).toBe(true);
  });

  it('makes head slower whichever side it is', () => {
    const drawn = drawPairs([0, 0, 0].map(pairOf), { order: 'shuffled', shift: 0.05 }, seededRandom(3));
    expect(drawn).toEqual([0.05, 0.05, 0.05].map(pairOf));
  });
});
