// What a reader should know about one arm although its numbers stand.

import type { Warning } from '../../model/report/report.ts';
import { isOneByOne } from '../../model/shape.ts';
import { median } from '../../stats/quantile.ts';
import { modality } from '../../stats/series/multimodality.ts';
import { judgeStability, STABILITY_LIMITS } from '../../stats/series/stability.ts';
import { type Arm, isCold } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { workOf } from '../costs/work.ts';
import { CPU_TOLERANCE_RATIO } from '../judging/cpu-ratio.ts';
import { figure, ms, percent } from '../why/words.ts';

type RowWarningRule = (arm: Arm, data: ScenarioData) => Warning | null;

const WIDE_SPREAD_RATIO = 0.25;
const MOSTLY_RATIO = 0.5;
const FEWEST_FOR_SPREAD = 5;
/** What the last doubling of a warm-up may have gained; less is noise. */
const WARM_RATIO = 0.03;
/** Code that had less time of its own is not warm, whatever it does. */
const LEAST_WARMUP_MS = 100;
/** Where many answers are waited for at once, handling them is most of a batch: after less it still took a third longer than warm. */
const LEAST_CLIENT_WARMUP_MS = 300;
/** Alone, a task may be asked about once more now and then. */
const MOST_REPEATED_RATIO = 1.05;
/** A trend looks at every pair of values; this many tell a drift as well as thousands. */
const MOST_FOR_TREND = 240;

/** Two humps: a median between them describes neither. */
const multimodal: RowWarningRule = ({ samples }) => {
  const { multimodal: humps, valleyAt } = modality(samples.map(({ wallMs }) => wallMs));
  if (!humps) return null;
  return {
    code: 'multimodal',
    message: `the times form two groups, split at ${(valleyAt ?? 0).toFixed(1)} ms; the median describes neither.`,
    remedy: 'Look at the samples in the result file before quoting it.',
  };
};

/** What `setup` made may still be there. */
const notTornDown: RowWarningRule = ({ cell: { teardownFailure } }) => {
  if (teardownFailure === null) return null;
  return {
    code: 'not-torn-down',
    message: `what was set up may still be there: ${teardownFailure.message}.`,
    remedy: 'The numbers stand; look for files, processes or connections that `setup` made.',
  };
};

/** Some rounds opened connections, too few to matter for a median. */
const coldRounds: RowWarningRule = ({ cell, samples }, { record }) => {
  const cold = samples.filter(({ connectCount }) => connectCount !== null && connectCount > 0).length;
  if (record.kind === 'cpu' || isCold(cell) || cold === 0) return null;
  return {
    code: 'cold-rounds',
    message: `${cold} of ${samples.length} rounds opened a connection.`,
    remedy: 'Its slowest rounds may be those.',
  };
};

/** Its untimed batches were still getting faster when they ended, in most epochs, or too few to become any warmer. */
const notWarm: RowWarningRule = (arm, { reference, record }) => {
  const { cell, samples, shape } = arm;
  const told = cell.warmups.flatMap(({ stillFallingRatio }) => stillFallingRatio ?? []);
  const spent = cell.warmups.flatMap(({ spentMs }) => spentMs ?? []);
  const spentMs = spent.length === 0 ? null : median(spent);
  const fallingRatio = told.length === 0 ? null : median(told);
  const isClient = record.kind !== 'cpu' && shape?.waitsOn === 'loop' && !isOneByOne(shape);
  const leastMs = isClient ? LEAST_CLIENT_WARMUP_MS : LEAST_WARMUP_MS;
  const isTooShort = fallingRatio === null && spentMs !== null && spentMs < leastMs;
  if (samples.length === 0 || !(isTooShort || (fallingRatio !== null && fallingRatio > WARM_RATIO))) return null;
  const count = Math.round(median(cell.warmups.map(({ batchCount }) => batchCount)));
  const batches = `${count} ${count === 1 ? 'batch' : 'batches'} of warm-up${spentMs === null ? '' : ` (${ms(spentMs)})`}`;
  const astray = arm === reference ? 'the speed-ups of the others may be too high' : 'its speed-up may be too low';
  return {
    code: 'not-warm',
    message:
      fallingRatio === null
        ? `the budget allowed ${batches} only: its time may be too high, and ${astray}.`
        : `after ${batches} its times were still falling, by ${percent(fallingRatio)} from one half to the next: its time may be too high by as much or more, and ${astray}.`,
    remedy: 'Warm each arm up for longer with --warmup, and a larger --budget or fewer --epochs to pay for it.',
  };
};

/** The middle half of the rounds is far apart. */
const wideSpread: RowWarningRule = (arm) => {
  if (arm.samples.length < FEWEST_FOR_SPREAD) return null;
  const spread = (arm.wallQuantileMs(0.75) - arm.wallQuantileMs(0.25)) / arm.wallQuantileMs(0.5);
  if (spread <= WIDE_SPREAD_RATIO) return null;
  return {
    code: 'wide-spread',
    message: `the middle half of its rounds spans ${percent(spread)} of the median.`,
    remedy: 'Close other programs or raise --rounds.',
  };
};

/** The computing is not as steady as a fair comparison wants, though not broken. */
const unsteadyKernel: RowWarningRule = ({ samples }, { record }) => {
  // Only where all of a process's CPU time is computing does it say something about the kernel.
  const series = samples.map(({ cpuMs }) => cpuMs).filter((cpuMs) => cpuMs > 0);
  if (record.kind !== 'cpu' || series.length < STABILITY_LIMITS.count) return null;
  const { stable, cvRatio, driftRatio } = judgeStability(evenlySpaced(series, MOST_FOR_TREND));
  if (stable) return null;
  const drifted = cvRatio <= STABILITY_LIMITS.cvRatio;
  const share = drifted ? Math.abs(driftRatio) : cvRatio;
  return {
    code: 'unsteady-kernel',
    message: `CPU time of the computing ${drifted ? 'drifted' : 'varies'} by ${percent(share)}.`,
    remedy: 'Read small differences with care; a quieter machine or more rounds helps.',
  };
};

// Single values and not means of blocks, which would hide how much rounds differ.
function evenlySpaced(series: readonly number[], mostCount: number): readonly number[] {
  if (series.length <= mostCount) return series;
  return Array.from({ length: mostCount }, (_, at) => series[Math.floor((at * series.length) / mostCount)] as number);
}

/** CPU time differs from the reference's by more than it should, though not beyond doubt. */
const unclearCpu: RowWarningRule = (arm, { cpuRatios }) => {
  const cpu = arm.cell.placebo ? undefined : cpuRatios.get(arm);
  if (cpu === undefined || Math.abs(cpu.ratio - 1) <= CPU_TOLERANCE_RATIO) return null;
  return {
    code: 'unclear-cpu',
    message: `its CPU time is ${figure(cpu.ratio)} times the reference's, expected 1.00 ± 0.05, but too noisy to tell.`,
    remedy: 'Run again with more rounds before comparing it.',
  };
};

/** All tasks were started together and yet ran one at a time, though they had something to wait for. */
const noOverlap: RowWarningRule = (arm, data) => {
  const { shape, concurrency } = arm;
  const { taskCount } = arm.cell;
  if (data.totals === null || shape === null || isOneByOne(shape)) return null;
  // Work that computes where a file says that it waits is told of in the scenario's sentence, once for all rows.
  if (
    workOf(data).waitingRatio <= MOSTLY_RATIO ||
    taskCount < 3 ||
    (concurrency ?? taskCount) < 3 ||
    (arm.threads ?? 3) < 3
  )
    return null;
  const inFlight = arm.medianOf('inFlightMean');
  if (inFlight >= 1.2) return null;
  return {
    code: 'no-overlap',
    message: `only ${inFlight.toFixed(1)} tasks were under way at a time although it may start ${Math.min(concurrency ?? taskCount, taskCount)}.`,
    remedy: 'Look for an await that starts the next task only when the last has ended.',
  };
};

/** A newer program, or a strategy of somebody's own, wrote what this version has no theory for. */
const unknownShape: RowWarningRule = ({ shape }) => {
  if (shape !== null) return null;
  return {
    code: 'unknown-shape',
    message: 'this version does not know how it arranges tasks, so there is no floor and no prediction.',
    remedy: 'Its times stand; a newer overlap-bench may know more.',
  };
};

/** The peer said no, or failed on purpose: what tasks made of it is in their time. */
const refused: RowWarningRule = ({ cell, samples }) => {
  const sum = (field: 'refusedCount' | 'faultCount') => samples.reduce((total, sample) => total + sample[field], 0);
  const batches = samples.length * cell.taskCount;
  const parts = [
    ...(sum('refusedCount') > 0
      ? [`refused ${sum('refusedCount')} requests (over its rate, its queue or its connections)`]
      : []),
    ...(sum('faultCount') > 0 ? [`failed ${sum('faultCount')} on purpose`] : []),
  ];
  if (parts.length === 0) return null;
  return {
    code: 'refused',
    message: `the fixture server ${parts.join(' and ')} over ${batches} tasks.`,
    remedy:
      sum('refusedCount') > 0
        ? 'Waiting and asking again is part of these times; fewer tasks under way are refused less.'
        : 'What tasks do after a failure is part of these times.',
  };
};

/** More requests than the same tasks make alone: somebody asked again. One that failed alone may have asked for less or more. */
const retried: RowWarningRule = (arm, { totals }) => {
  if (arm.samples.some(({ failedCount }) => failedCount > 0)) return null;
  const asked = arm.knownMedianOf('requestCount');
  if (asked === null || totals === null || totals.requestCount === 0) return null;
  if (asked <= totals.requestCount * MOST_REPEATED_RATIO) return null;
  return {
    code: 'retried',
    message: `it sent ${asked.toFixed(0)} requests a batch where single tasks send ${totals.requestCount.toFixed(0)} in all.`,
    remedy: 'Look for retries in the task or in its client.',
  };
};

const RULES: readonly RowWarningRule[] = [
  unknownShape,
  refused,
  retried,
  multimodal,
  notTornDown,
  coldRounds,
  notWarm,
  wideSpread,
  unsteadyKernel,
  unclearCpu,
  noOverlap,
];

/** All warnings that apply to an arm. */
export function rowWarnings(arm: Arm, data: ScenarioData): Warning[] {
  return RULES.map((rule) => rule(arm, data)).filter((warning) => warning !== null);
}
