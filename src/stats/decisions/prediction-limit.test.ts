import { describe, expect, it } from 'vitest';
import { isSteadierBy, judgeStored, NEEDED_RUN_COUNT } from './prediction-limit.ts';

const MARGIN = 0.03;
/** Ten past values in turn 0.05 above and below 1: mean 1, standard deviation √(10 · .0025 / 9). */
const past = Array.from({ length: 10 }, (_, index) => 1 + (index % 2 === 0 ? 0.05 : -0.05));
const SD = Math.sqrt((10 * 0.0025) / 9);
/** Quantiles of Student's t with 9 degrees of freedom at .995 and .9 (SciPy). */
const [T995, T90] = [3.2498355440153697, 1.3830287383964925];

const judged = (change: number, more: { margin?: number; base?: number | null; past?: readonly number[] } = {}) => {
  const { margin = MARGIN, base = null, past: own = past } = more;
  return judgeStored({ past: own, base, head: (base ?? 1) + change }, margin);
};

describe('a run against past ones', () => {
  const limit = T995 * SD * Math.sqrt(1.1);

  it('has a limit of a prediction, not of a mean', () => {
    const { change, detectableRatio } = judged(0.02);
    expect(Math.log(change.ratio)).toBeCloseTo(0.02, 12);
    expect(Math.log(change.low)).toBeCloseTo(0.02 - limit, 9);
    expect(Math.log(change.high)).toBeCloseTo(0.02 + limit, 9);
    expect(Math.log(detectableRatio as number)).toBeCloseTo(limit + T90 * SD * Math.sqrt(1.1), 9);
  });

  it('has changed beyond the limit, either way', () => {
    expect(judged(limit * 1.001).verdict).toBe('regressed');
    expect(judged(limit * 0.999).verdict).toBe('within margin');
    expect(judged(-limit * 0.999).verdict).toBe('within margin');
    expect(judged(-limit * 1.001).verdict).toBe('improved');
  });

  it('must exceed the margin as well, which makes less detectable', () => {
    expect(judged(limit * 1.2, { margin: 0.3 }).verdict).toBe('within margin');
    expect(judged(Math.log(1.301), { margin: 0.3 }).verdict).toBe('regressed');
    expect(judged(-Math.log(1.301), { margin: 0.3 }).verdict).toBe('improved');
    const { detectableRatio } = judged(0, { margin: 0.3 });
    expect(Math.log(detectableRatio as number)).toBeCloseTo(Math.log(1.3) + T90 * SD * Math.sqrt(1.1), 9);
  });

  it('is nothing where past runs would let twice the time pass', () => {
    const wild = past.map((value) => 1 + (value - 1) * 2);
    expect(judged(0, { past: wild })).toMatchObject({ verdict: 'within margin' });
    const wilder = past.map((value) => 1 + (value - 1) * 4);
    expect(judged(0, { past: wilder })).toMatchObject({ verdict: 'inconclusive' });
    expect(judged(0, { past: wilder }).detectableRatio).toBeGreaterThan(2);
    expect(judged(1, { past: wilder }).verdict).toBe('regressed');
  });
});

it('one run against another has the noise of both', () => {
  const limit = T995 * SD * Math.SQRT2;
  expect(judged(limit * 1.001, { base: 5 }).verdict).toBe('regressed');
  expect(judged(limit * 0.999, { base: 5 }).verdict).toBe('within margin');
  expect(Math.log(judged(0, { base: 5 }).change.high)).toBeCloseTo(limit, 9);
});

it('fewer than ten past runs decide nothing, and fewer than two know no spread', () => {
  expect(NEEDED_RUN_COUNT).toBe(10);
  const nine = judged(3, { past: past.slice(1) });
  expect(nine).toMatchObject({ verdict: 'inconclusive', detectableRatio: null });
  expect(nine.change.low).toBeGreaterThan(1);
  expect(judged(3, { past: [1] }).change).toEqual({ ratio: Math.exp(3), low: 0, high: Infinity });
  expect(judged(0.5, { past: [], base: 2 }).change).toEqual({ ratio: Math.exp(0.5), low: 0, high: Infinity });
  expect(judged(0.5, { past: [] }).verdict).toBe('inconclusive');
});

it('past runs that all agree leave the margin alone to decide', () => {
  const same = new Array<number>(10).fill(1);
  expect(judged(0.029, { past: same }).verdict).toBe('within margin');
  expect(judged(0.031, { past: same }).verdict).toBe('regressed');
  expect(judged(0, { past: same }).detectableRatio).toBeCloseTo(1.03, 12);
});

it('a reference steadies where it takes a fifth of the spread, of past runs enough', () => {
  const scaled = (factor: number) => past.map((value) => value * factor);
  expect(isSteadierBy(past, scaled(0.79))).toBe(true);
  expect(isSteadierBy(past, scaled(0.81))).toBe(false);
  expect(isSteadierBy(past, scaled(2))).toBe(false);
  const steady = past.map((value) => 1 + (value - 1) / 10);
  expect(isSteadierBy(steady, new Array<number>(10).fill(1))).toBe(false);
  expect(isSteadierBy(past.slice(1), scaled(0.1).slice(1))).toBe(false);
  expect(isSteadierBy(past, scaled(0.1).slice(1))).toBe(false);
});
