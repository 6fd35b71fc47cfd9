// How each figure of a row comes from its arm: medians over the rounds that count, and what theory says of the schedule.

import { type Figures, figureEntries } from '../../model/report/figures.ts';
import { median } from '../../stats/quantile.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { floorOf, predictionOf } from '../costs/arm-theory.ts';

/** What a row without numbers shows. */
export const NO_FIGURES = Object.fromEntries(figureEntries().map(([name]) => [name, null])) as unknown as Figures;

const medianOrNull = (times: readonly number[]) => (times.length === 0 ? null : median(times));

/** The figures of an arm that has samples, beside the fastest that may be shown. Goodput, failures and waste mean something only where tasks may fail. */
export function figuresOf(arm: Arm, data: ScenarioData, fastest: Arm | null): Figures {
  const { cell, samples } = arm;
  const { allowFailures } = data.record;
  const medianMs = arm.wallQuantileMs(0.5);
  const failedCount = samples.reduce((sum, sample) => sum + sample.failedCount, 0);
  // Of whole batches: a task that fails may end early.
  const boundMs = failedCount === 0 ? floorOf(arm, data) : null;
  // Calculated from costs that were measured at other moments: it may be above a lucky batch by a hair, a floor may not.
  const floorMs = boundMs === null ? null : Math.min(boundMs, arm.leastOf('wallMs'));
  const perSecond = samples.map(({ completedCount, wallMs }) => (1000 * completedCount) / wallMs);
  return {
    medianMs,
    ofBestRatio: fastest === null || cell.placebo ? null : fastest.wallQuantileMs(0.5) / medianMs,
    floorMs,
    ofOwnFloorRatio: floorMs === null ? null : floorMs / medianMs,
    predictedMs: predictionOf(arm, data),
    inFlightMean: arm.medianOf('inFlightMean'),
    computingMean: arm.medianOf('cpuMs') / medianMs,
    cpuMs: arm.medianOf('cpuMs'),
    loopBusyRatio: arm.medianOf('loopUtilizationRatio'),
    startupMs: medianOrNull(cell.openMs),
    setupMs: medianOrNull(cell.setupMs),
    teardownMs: medianOrNull(cell.teardownMs),
    p95Ms: arm.wallQuantileMs(0.95),
    p99Ms: arm.wallQuantileMs(0.99),
    goodputPerSecond: allowFailures ? median(perSecond) : null,
    failedRatio: allowFailures ? failedCount / (samples.length * cell.taskCount) : null,
    wastedMs: allowFailures ? arm.medianOf('wastedMs') : null,
  };
}
