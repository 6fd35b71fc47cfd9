// How to read a row, in the words of the table.

import { wrapText } from '../text-width.ts';

const LINES = [
  'strategy: c8 allows eight tasks under way, w2 has two worker threads. placebo is a second copy of the reference: what it differs by is noise.',
  'median: time of one whole batch, the middle of all rounds.',
  "speed-up: the reference's time over this row's, so above 1 is faster; the interval is meant to hold the true value in 95 of 100 runs.",
  'floor: the shortest time this schedule could take, calculated from what its tasks cost at their cheapest. efficiency: floor over median.',
  'in flight: tasks under way, on average. CPU: processor time for one batch, all threads. loop busy: share of the time in which the main thread could not react.',
  'start-up: paid once, before the first batch; not part of the median.',
  'verdict: faster or slower only where chance alone would show it in at most 1 of 100 runs, with all arms considered. equivalent: within 5 % of the reference. undecided: this run cannot tell; more rounds may. withheld: an audit failed, so no number is shown.',
];

/** The legend, wrapped. */
export function legendText(columns: number): string {
  return ['How to read a row', ...LINES.map((line) => wrapText(`  ${line}`, columns, '    '))].join('\n');
}
