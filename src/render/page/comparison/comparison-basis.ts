// What the verdicts of a comparison rest on, and how small a slow-down it finds: the small print, told as sentences.

import type { ComparedCell, Comparison, SelfTest } from '../../../model/report/comparison.ts';
import {
  formatChange,
  formatChangeInterval,
  formatChosenShare,
  formatCount,
  formatDuration,
  formatTime,
  timeScale,
} from '../../units.ts';
import type { Facts } from '../page.ts';

/** How a cell's interval and the power are to be read, what was measured, and whether the gate was tried on itself. */
export function basisFacts(comparison: Comparison): Facts['facts'] {
  const { cells, complete, selfTest } = comparison;
  return [
    ...(cells.length === 0 ? [] : [CHANGE]),
    ...(complete && cells.length > 0 ? [...sees(cells), ...restsOn(comparison)] : []),
    ...history(comparison),
    // One that failed is told before everything else.
    ...(selfTest?.passed ? [{ label: 'self-test', value: `${selfTestWords(selfTest)}.` }] : []),
    ...measured(comparison),
  ];
}

const CHANGE = {
  label: 'change',
  value: 'of the time of head against base, so + is slower; the interval is meant to hold the true change that often.',
};

/** Nine cells in ten decide what "most" is; the figure is rounded up, so that it is not promised too much. */
const MOST_CELLS_SHARE = 0.9;

function sees(cells: readonly ComparedCell[]): Facts['facts'] {
  const known = cells.flatMap(({ detectableRatio }) => detectableRatio ?? []).sort((a, b) => a - b);
  const ratio = known[Math.ceil(known.length * MOST_CELLS_SHARE) - 1];
  if (ratio === undefined) return [];
  const percent = wholePercentUp(ratio);
  if (!Number.isFinite(percent)) {
    return [{ label: 'sees', value: 'how small a slow-down this comparison finds is not known.' }];
  }
  const count = known.filter((each) => wholePercentUp(each) <= percent).length;
  const where = count === cells.length && count > 1 ? `all ${count}` : `${count} of ${cells.length}`;
  const value = `this comparison finds a slow-down of ${percent} % nine times in ten in ${where} ${cells.length === 1 ? 'cell' : 'cells'}.`;
  return [{ label: 'sees', value }];
}

// 1.05 - 1 is 0.050000000000000044, which is 5 % all the same.
function wholePercentUp(ratio: number): number {
  return Math.ceil(Number(((ratio - 1) * 100).toFixed(6)));
}

const UNITS: Record<Comparison['tier'], string> = {
  'side by side': 'pair',
  stored: 'past run',
};

function restsOn({ tier, cells, history: past }: Comparison): Facts['facts'] {
  if (tier === 'stored' && past === null) return [];
  const counts = [...Map.groupBy(cells, ({ basedOnCount }) => basedOnCount)].sort(([one], [other]) => one - other);
  const words = counts.map(([count, { length }], index) => {
    const amount = index === 0 ? formatCount(count, UNITS[tier]) : String(count);
    return counts.length === 1 ? amount : `${amount} in ${formatCount(length, 'cell')}`;
  });
  const value = `${words.join(', ')}${tier === 'side by side' ? '; a pair is a fresh process of each version, in turn' : ''}.`;
  return [{ label: 'rests on', value }];
}

function history({ history: past }: Comparison): Facts['facts'] {
  if (past === null) return [];
  const { runCount, likeCount, neededCount } = past;
  const value = `of ${formatCount(runCount, 'past run')}, ${likeCount} on such a machine with these settings; a verdict needs ${neededCount}.`;
  return [{ label: 'history', value }];
}

function measured({ tier, measuredMs, createdAt, head }: Comparison): Facts['facts'] {
  if (tier !== 'side by side' || measuredMs === null) return [];
  const value = `${createdAt}, both versions in turn for ${formatDuration(measuredMs)}, on ${head.machine}.`;
  return [{ label: 'measured', value }];
}

/** What the gate was seen to do with equal code, with slower code and with damaged data, in one line. */
export function selfTestWords({ identical, slowed, faults }: SelfTest): string {
  const { faultCount, missed } = faults;
  const injected = formatChosenShare(slowed.injectedRatio);
  return [
    isUnchanged(identical.verdict)
      ? 'the same code was not called changed'
      : `the same code was called ${identical.verdict}, at ${changeWords(identical.change)}`,
    slowed.verdict === 'regressed'
      ? `${injected} more was found`
      : `${injected} more was called ${slowed.verdict}, at ${changeWords(slowed.change)}`,
    `${faultCount - missed.length} of ${faultCount} faults were noticed${missed.length === 0 ? '' : `, not ${missed.join(', ')}`}`,
  ].join(', ');
}

/** A change with its interval, for sentences. */
export function changeWords(change: ComparedCell['change']): string {
  return `${formatChange(change.ratio)} % (${formatChangeInterval(change)} %)`;
}

/** Both times in one unit, for sentences. */
export function timesWords({ baseMs, headMs }: Pick<ComparedCell, 'baseMs' | 'headMs'>): string {
  const scale = timeScale([baseMs, headMs]);
  return `${formatTime(baseMs, scale)} ${scale.unit} in base, ${formatTime(headMs, scale)} ${scale.unit} in head`;
}

const isUnchanged = (verdict: ComparedCell['verdict']) => verdict !== 'regressed' && verdict !== 'improved';
