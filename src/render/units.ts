// Numbers to text. One time scale serves a whole table, so that figures in a column can be compared by eye: same unit,
// same number of decimals.

/** What is shown where there is nothing to show. */
export const BLANK = '-';

/** The unit and the decimals of all times in one table. */
export interface TimeScale {
  readonly unit: 'ms' | 's';
  readonly decimals: number;
}

// More would make a column wider than a table can bear, unless all of it is small.
const MOST_DECIMALS = { small: 5, large: 3 };

/** Chooses the scale that gives the smallest of the times three significant digits; seconds where all are long. */
export function timeScale(timesMs: readonly (number | null)[]): TimeScale {
  const known = timesMs.filter((time): time is number => time !== null && time > 0 && Number.isFinite(time));
  if (known.length === 0) return { unit: 'ms', decimals: 1 };
  const [smallestMs, largestMs] = [Math.min(...known), Math.max(...known)];
  const unit = largestMs >= 10_000 && smallestMs >= 100 ? 's' : 'ms';
  const decimals = 2 - Math.floor(Math.log10(unit === 's' ? smallestMs / 1000 : smallestMs));
  const most = largestMs < 10 ? MOST_DECIMALS.small : MOST_DECIMALS.large;
  return { unit, decimals: Math.min(most, Math.max(0, decimals)) };
}

// Figures beyond these bounds come from files that were edited by hand; words say so better than digits.
const LONGEST_MS = 1e12;
const LARGEST_RATIO = 1e6;
const LARGEST_SHARE = 10;

/** A time on the table's scale, without its unit. */
export function formatTime(timeMs: number | null, scale: TimeScale): string {
  if (timeMs === null || Number.isNaN(timeMs)) return BLANK;
  if (timeMs < 0) return 'below 0';
  if (timeMs > LONGEST_MS) return 'over 30 years';
  return (scale.unit === 's' ? timeMs / 1000 : timeMs).toFixed(scale.decimals);
}

/** A time with the unit that suits it, for sentences. */
export function formatDuration(timeMs: number): string {
  const scale = timeScale([timeMs]);
  return `${formatTime(timeMs, scale)} ${scale.unit}`;
}

/** A ratio with three significant digits, or two decimals from 0.1 to 10; words where no run could show such a figure. */
export function formatRatio(ratio: number): string {
  if (ratio === Infinity) return '∞';
  return oddRatio(ratio) ?? ratio.toFixed(ratioDecimals(ratio));
}

/** The two ends of an interval, with as many decimals as the ratio between them. */
export function formatInterval(interval: { ratio: number; low: number; high: number }): string {
  const decimals = ratioDecimals(interval.ratio);
  const end = (value: number) => oddRatio(value) ?? value.toFixed(decimals);
  const { ratio, low, high } = interval;
  // A few rounds that disagree rule out nothing: digits would say that somebody counted them.
  const from = low >= 0 && low * OPEN_RATIO < ratio ? '0' : end(low);
  return `${from}–${high > ratio * OPEN_RATIO ? '∞' : end(high)}`;
}

/** An interval that goes so many times beyond its ratio is open at that end. */
const OPEN_RATIO = 1_000;

/** A ratio as the change that it is, in percent without the sign for it: 1.034 is `+3.4`, 0.5 is `-50.0`. */
export function formatChange(ratio: number): string {
  return changeText(ratio, changeDecimals(ratio));
}

/** The two ends of an interval as changes, with as many decimals in both. */
export function formatChangeInterval({ ratio, low, high }: { ratio: number; low: number; high: number }): string {
  const most = high > ratio * OPEN_RATIO ? Infinity : high;
  const decimals = Math.min(changeDecimals(low), most === Infinity ? 1 : changeDecimals(most));
  return `${changeText(low, decimals)}…${changeText(most, decimals)}`;
}

// From 100 % on whole percents will do; 99.96 would be written with one digit more than 100.
function changeDecimals(ratio: number): number {
  return Math.abs(ratio - 1) < 0.9995 ? 1 : 0;
}

function changeText(ratio: number, decimals: number): string {
  if (ratio === Infinity) return '+∞';
  const odd = oddRatio(ratio);
  if (odd !== null) return odd;
  const percent = (ratio - 1) * 100;
  const digits = Math.abs(percent).toFixed(decimals);
  return Number(digits) === 0 ? digits : `${percent > 0 ? '+' : '-'}${digits}`;
}

function oddRatio(ratio: number): string | null {
  if (Number.isNaN(ratio)) return BLANK;
  if (ratio < 0) return 'below 0';
  return ratio > LARGEST_RATIO ? 'over 1,000,000' : null;
}

// Less than a tenth keeps two digits: 0.0134 is 0.013.
function ratioDecimals(ratio: number): number {
  return ratio > 0 && ratio < 0.1 ? Math.min(5, 1 - Math.floor(Math.log10(ratio))) : meanDecimals(ratio);
}

function meanDecimals(mean: number): number {
  return mean >= 100 ? 0 : mean >= 10 ? 1 : 2;
}

/** A share of 0..1 as whole percent. */
export function formatShare(share: number | null): string {
  return share === null ? BLANK : percent(share, 0);
}

/** A small share of 0..1 as percent with one decimal. */
export function formatFineShare(share: number): string {
  return percent(share, 1);
}

/** A share that somebody chose, such as a margin: as many decimals as it was given with, two at most. */
export function formatChosenShare(share: number): string {
  return share > LARGEST_SHARE ? percent(share, 0) : `${Number((share * 100).toFixed(2))} %`;
}

function percent(share: number, decimals: number): string {
  if (Number.isNaN(share)) return BLANK;
  if (share > LARGEST_SHARE) return 'over 1,000 %';
  const digits = (share * 100).toFixed(decimals);
  if (share < 0 && Number(digits) !== 0) return 'below 0 %';
  return `${digits.replace('-', '')} %`;
}

/** An average count, such as tasks in flight. */
export function formatMean(mean: number | null): string {
  return mean === null ? BLANK : (oddRatio(mean) ?? mean.toFixed(meanDecimals(mean)));
}

/** A count with its noun: "1 task", "20 tasks". */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
