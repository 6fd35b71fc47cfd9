// From values to places on an axis, in percent of its length, with a few round values to read it by.

/** One axis. */
export interface Scale {
  /** Where a value lies, 0..100; what is beyond an end lies at that end. */
  at(value: number): number;
  readonly ticks: readonly number[];
}

/** More would run into each other on a phone. */
const MOST_TICKS = 5;
/** Values closer than this to each other are read by equal steps, also on an axis of ratios. */
const NARROW_RATIO = 3;
/** Room at both ends, so that nothing sticks to them. */
const PADDING_RATIO = 0.04;

/** An axis from nothing to the largest. */
export function linearScale(values: readonly number[]): Scale {
  const most = Math.max(0, ...values.filter(Number.isFinite)) || 1;
  return { at: (value) => percent(value / most), ticks: evenSteps(0, most) };
}

/** An axis on which equal distances are equal ratios; values that are not above nothing have no place on it. */
export function logScale(values: readonly number[]): Scale {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  const least = known.length === 0 ? 1 : known.reduce((one, other) => Math.min(one, other));
  const most = known.length === 0 ? 1 : known.reduce((one, other) => Math.max(one, other));
  const padding = Math.max(Math.log(most / least) * PADDING_RATIO, Math.log(1.02));
  const [from, to] = [Math.log(least) - padding, Math.log(most) + padding];
  const [low, high] = [Math.exp(from), Math.exp(to)];
  return {
    at: (value) => percent((Math.log(value) - from) / (to - from)),
    ticks: high / low < NARROW_RATIO ? evenSteps(low, high) : decades(low, high),
  };
}

/** A tick as text, with as many digits as it needs. */
export function tickText(value: number): string {
  return value >= 1e6 ? value.toExponential(0).replace('e+', 'e') : String(Number(value.toPrecision(3)));
}

/** A place as SVG has it. */
export function place(percentage: number): string {
  return `${Number(percentage.toFixed(2))}%`;
}

function percent(share: number): number {
  return Number.isNaN(share) ? 0 : Math.min(100, Math.max(0, share * 100));
}

function evenSteps(low: number, high: number): number[] {
  const rough = (high - low) / MOST_TICKS;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

function decades(low: number, high: number): number[] {
  const from = Math.floor(Math.log10(low));
  const to = Math.ceil(Math.log10(high));
  const exponents = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const within = (factors: readonly number[], every: number) =>
    exponents
      .filter((exponent) => exponent % every === 0)
      .flatMap((exponent) => factors.map((factor) => Number((factor * 10 ** exponent).toPrecision(3))))
      .filter((tick) => tick >= low && tick <= high);
  const fine = [within([1, 2, 5], 1), within([1, 3], 1)].find(({ length }) => length <= MOST_TICKS);
  return fine ?? within([1], Math.max(1, Math.ceil((to - from) / MOST_TICKS)));
}
