// The figures that a row may show, one entry each: tables, their legend, CSV and JSON follow from this list. To add one:
// its entry here, and how it is computed in report/rows/figures.ts.

/** How a figure is written: a time on the table's scale, a share in percent, an average count, or a rate. */
export type FigureUnit = 'ms' | 'share' | 'mean' | '/s';

/** One figure of a row. */
export interface Figure {
  /** Stands above its column; a line break is where it may be broken. */
  readonly header: string;
  readonly unit: FigureUnit;
  /** Who won, where the time went, or only for files that programs read. */
  readonly part: 'result' | 'detail' | 'file';
  /** How to read it. */
  readonly meaning: string;
}

/** In the order of a wide table. A figure that no row of a table has makes no column. */
export const FIGURES = {
  medianMs: {
    header: 'time',
    unit: 'ms',
    part: 'result',
    meaning: 'one whole batch, the median of all rounds; the bar draws it, the longest at full length.',
  },
  ofBestRatio: {
    header: 'of\nbest',
    unit: 'share',
    part: 'result',
    meaning: "the shortest median in the table over this row's; the best row has 100 %.",
  },
  floorMs: {
    header: 'floor',
    unit: 'ms',
    part: 'detail',
    meaning: 'the shortest time this schedule could take, calculated from what its tasks cost at their cheapest.',
  },
  ofOwnFloorRatio: {
    header: 'of own\nfloor',
    unit: 'share',
    part: 'detail',
    meaning: 'floor over median: how near a row is to what its own schedule allows, which says nothing of other rows.',
  },
  predictedMs: {
    header: 'predicted',
    unit: 'ms',
    part: 'detail',
    meaning: 'what theory expects this schedule to take.',
  },
  inFlightMean: { header: 'started', unit: 'mean', part: 'detail', meaning: 'tasks begun and not ended, on average.' },
  computingMean: {
    header: 'computing',
    unit: 'mean',
    part: 'detail',
    meaning: 'processors that the process used, on average: what is started need not compute.',
  },
  cpuMs: { header: 'CPU', unit: 'ms', part: 'detail', meaning: 'processor time for one batch, all threads.' },
  loopBusyRatio: {
    header: 'loop\nbusy',
    unit: 'share',
    part: 'detail',
    meaning: 'share of the time in which the main thread could not react.',
  },
  startupMs: {
    header: 'start-up',
    unit: 'ms',
    part: 'detail',
    meaning: 'paid once, before the first batch; not part of the median.',
  },
  setupMs: {
    header: 'set-up',
    unit: 'ms',
    part: 'detail',
    meaning: 'what `setup` took after that, here and in all workers; not part of the median.',
  },
  teardownMs: {
    header: 'tear-\ndown',
    unit: 'ms',
    part: 'detail',
    meaning: 'what undoing it took, after the last batch; not part of the median.',
  },
  p95Ms: { header: 'p95', unit: 'ms', part: 'detail', meaning: 'the time that 95 of 100 rounds kept to.' },
  p99Ms: { header: 'p99', unit: 'ms', part: 'file', meaning: 'the time that 99 of 100 rounds kept to.' },
  goodputPerSecond: {
    header: 'goodput',
    unit: '/s',
    part: 'detail',
    meaning: 'tasks that succeeded, for each second of the batch.',
  },
  failedRatio: { header: 'failed', unit: 'share', part: 'result', meaning: 'share of the tasks that failed.' },
  wastedMs: {
    header: 'wasted',
    unit: 'ms',
    part: 'detail',
    meaning: 'time spent in tasks that failed, summed over the batch.',
  },
} as const satisfies Record<string, Figure>;

/** Name of a figure; its unit ends the name. */
export type FigureName = keyof typeof FIGURES;

/** The figures of one row; null where one may not be shown or means nothing for the row. */
export type Figures = { readonly [Name in FigureName]: number | null };

/** Every figure with its name. */
export function figureEntries(): [FigureName, Figure][] {
  return Object.entries(FIGURES) as [FigureName, Figure][];
}
