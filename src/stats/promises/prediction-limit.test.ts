// How often a run of the same code is called changed by its past, and whether what it says it finds is found: fixed seeds.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { isSteadierBy, judgeStored } from '../decisions/prediction-limit.ts';
import { normal } from '../testing/noise.ts';

const MARGIN = 0.03;
const TRIAL_COUNT = 4_000;

/** Runs as one draws them: their log-medians. */
type Draw = (random: () => number) => number;

/** Student's t with three degrees of freedom, of this standard deviation: every tenth run is an odd one. */
const heavy =
  (sd: number): Draw =>
  (random) => {
    const chi = normal(random) ** 2 + normal(random) ** 2 + normal(random) ** 2;
    return (sd * normal(random)) / Math.sqrt(chi);
  };
const plain =
  (sd: number): Draw =>
  (random) =>
    sd * normal(random);
/** A slow day of the machine now and then, which slows every cell by a quarter. */
const slowDays =
  (sd: number): Draw =>
  (random) =>
    sd * normal(random) + (random() < 0.05 ? 0.22 : 0);

function rates(draw: Draw, { runs = 20, change = 0, isAlone = false } = {}) {
  const random = seededRandom(runs * 1_000 + Math.round(change * 100));
  const counts = { regressed: 0, improved: 0, 'within margin': 0, inconclusive: 0 };
  for (let trial = 0; trial < TRIAL_COUNT; trial++) {
    const past = Array.from({ length: runs }, () => draw(random));
    const base = isAlone ? draw(random) : null;
    counts[judgeStored({ past, base, head: draw(random) + change }, MARGIN).verdict]++;
  }
  return { slower: counts.regressed / TRIAL_COUNT, faster: counts.improved / TRIAL_COUNT };
}

test.each([
  ['normal, 6 %', plain(0.06)],
  ['normal, 9 %', plain(0.09)],
  ['heavy tails, 6 %', heavy(0.06)],
  ['heavy tails, 9 %', heavy(0.09)],
])('equal code is called slower in at most two comparisons of a hundred, and as seldom faster: %s', (_, draw) => {
  for (const runs of [10, 20]) {
    for (const isAlone of [false, true]) {
      const { slower, faster } = rates(draw, { runs, isAlone });
      expect(slower, `${runs} runs, alone: ${isAlone}`).toBeLessThanOrEqual(0.02);
      expect(faster, `${runs} runs, alone: ${isAlone}`).toBeLessThanOrEqual(0.02);
    }
  }
});

test('a slow day is taken for a slow version, so that there are no more false alarms than such days', () => {
  for (const runs of [10, 20]) {
    const { slower, faster } = rates(slowDays(0.06), { runs });
    expect(slower).toBeLessThan(0.04);
    expect(faster).toBeLessThan(0.01);
  }
});

test('what it says it finds, it finds nine times of ten', () => {
  const random = seededRandom(11);
  let found = 0;
  for (let trial = 0; trial < TRIAL_COUNT; trial++) {
    const past = Array.from({ length: 20 }, () => plain(0.07)(random));
    const { detectableRatio } = judgeStored({ past, base: null, head: 0 }, MARGIN);
    const head = plain(0.07)(random) + Math.log(detectableRatio as number);
    if (judgeStored({ past, base: null, head }, MARGIN).verdict === 'regressed') found++;
  }
  expect(found / TRIAL_COUNT).toBeGreaterThan(0.87);
  expect(found / TRIAL_COUNT).toBeLessThan(0.95);
});

test('choosing the steadier of two does not break the promise, whether the reference helps or not', () => {
  for (const [sharedSd, referenceSd] of [
    [0.08, 0.02],
    [0.05, 0.05],
    [0, 0.06],
  ] as const) {
    const random = seededRandom(5);
    const draw = () => {
      const day = sharedSd * normal(random);
      return { raw: day + plain(0.05)(random), price: day + referenceSd * normal(random) };
    };
    let slower = 0;
    for (let trial = 0; trial < TRIAL_COUNT; trial++) {
      const runs = Array.from({ length: 20 }, draw);
      const head = draw();
      const [raw, divided] = [runs.map((run) => run.raw), runs.map((run) => run.raw - run.price)];
      const isDivided = isSteadierBy(raw, divided);
      const decision = judgeStored(
        { past: isDivided ? divided : raw, base: null, head: isDivided ? head.raw - head.price : head.raw },
        MARGIN,
      );
      if (decision.verdict === 'regressed') slower++;
    }
    expect(slower / TRIAL_COUNT, `${sharedSd} and ${referenceSd}`).toBeLessThanOrEqual(0.02);
  }
});
