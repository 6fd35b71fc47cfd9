import { expect, it } from 'vitest';
import type { BankPair } from './bank.ts';
import { noiseOf } from './pair-noise.ts';

const COST = { startMs: 1_000, warmMs: 500, roundsMs: 500 };

/** Processes differ by `offset`, rounds by turns of `noise`. */
function pairOf(offset: number, noise: number, roundCount: number): BankPair {
  const rounds = Array.from({ length: roundCount }, (_, round) => offset + (round % 2 === 0 ? noise : -noise));
  return {
    baseMs: rounds.map(() => 10),
    headMs: rounds.map((log) => 10 * Math.exp(log)),
    foreignCores: 0.5,
    cost: COST,
  };
}

it('puts down to processes what no round shows: more of them take nothing away and cost their time', () => {
  const noise = noiseOf({ name: 'cell', pairs: [0.02, -0.02, 0.02, -0.02].map((offset) => pairOf(offset, 0, 4)) });
  expect(noise.roundsSd).toBeCloseTo(0, 10);
  expect(noise.double?.sd).toBeCloseTo(noise.sd, 10);
  expect(noise.double?.timeRatio).toBeCloseTo(2.5 / 2, 10);
  expect(noise.half?.timeRatio).toBeCloseTo(1.75 / 2, 10);
  expect(noise).toMatchObject({ pairCount: 4, roundCount: 4, startSeconds: 1, foreignCores: 0.5 });
});

it('puts down to rounds what even and odd ones differ by', () => {
  const pairs = [0.04, -0.04, 0.04, -0.04].map((noise) => pairOf(0, noise, 4));
  const { roundsSd, sd } = noiseOf({ name: 'cell', pairs });
  // Even rounds say 0.04 where odd ones say -0.04, in one pair the other way round: never more than the whole.
  expect(roundsSd).toBeCloseTo(sd, 10);
});

it('says nothing of rounds where there is one', () => {
  const pairs = [0.01, -0.01, 0.03].map((offset) => pairOf(offset, 0, 1));
  expect(noiseOf({ name: 'cell', pairs })).toMatchObject({
    roundsSd: null,
    half: null,
    double: null,
    firstHalfSd: null,
  });
});
