// One cell -> one row. A completed arm whose audits passed shows its numbers; any other shows the reason in their
// place, so that a number on the screen is always one that was checked.

import type { Cell } from '../../model/document.ts';
import type { Row } from '../../model/report.ts';
import type { StrategyJudgement } from '../../stats/decisions/verdict.ts';
import { median } from '../../stats/quantile.ts';
import type { Arm } from '../arms/arm.ts';
import type { AuditedArm } from '../arms/audited-arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { floorOf, predictionOf } from '../costs/arm-theory.ts';
import { largestLoss } from '../costs/largest-loss.ts';
import { NO_TAILS, tailsOf, tailWarnings } from '../judging/tails.ts';
import { rowWarnings } from '../warnings/row-warnings.ts';
import { isUnmeasurable } from '../warnings/scenario-warnings.ts';

/** Builds the row; `judgement` is null for the reference arm and where there is nothing to compare with. */
export function buildRow(audited: AuditedArm, data: ScenarioData, judgement: StrategyJudgement | null): Row {
  const { cell } = audited.arm;
  const base = {
    key: cell.key,
    name: audited.arm.name,
    placebo: cell.placebo,
    status: cell.status.state,
    reason: audited.reason,
    sampleCount: audited.arm.samples.length,
  };
  const numbers = audited.reason === null ? shownNumbers(audited.arm, data) : NO_NUMBERS;
  const shown = audited.reason === null;
  const speedup = shown ? (judgement?.interval95 ?? null) : null;
  const compared = speedup !== null && !cell.placebo ? data.reference : null;
  const tails = compared === null ? NO_TAILS : tailsOf(audited.arm, compared, data.seed);
  return {
    ...base,
    medianMs: numbers.medianMs,
    p95Ms: numbers.p95Ms,
    p99Ms: numbers.p99Ms,
    speedup,
    p95Speedup: tails.p95Speedup,
    p99Speedup: tails.p99Speedup,
    smallestEffectRatio: shown ? (judgement?.smallestEffectRatio ?? null) : null,
    probability: shown ? (judgement?.probability ?? null) : null,
    floorMs: numbers.floorMs,
    predictedMs: numbers.predictedMs,
    efficiencyRatio: numbers.efficiencyRatio,
    largestLoss: numbers.largestLoss,
    inFlightMean: numbers.inFlightMean,
    cpuMs: numbers.cpuMs,
    loopBusyRatio: numbers.loopBusyRatio,
    openMs: numbers.openMs,
    goodputPerSecond: numbers.goodputPerSecond,
    failedRatio: numbers.failedRatio,
    wastedMs: numbers.wastedMs,
    outputDigest: cell.outputDigest,
    audits: audited.audits,
    warnings: shown ? [...rowWarnings(audited.arm, data), ...tailWarnings(speedup, tails)] : [],
    verdict: shown ? verdictOf(audited.arm, data, judgement) : null,
  };
}

const NO_NUMBERS = {
  medianMs: null,
  p95Ms: null,
  p99Ms: null,
  floorMs: null,
  predictedMs: null,
  efficiencyRatio: null,
  largestLoss: null,
  inFlightMean: null,
  cpuMs: null,
  loopBusyRatio: null,
  openMs: null,
  goodputPerSecond: null,
  failedRatio: null,
  wastedMs: null,
} satisfies Partial<Row>;

type Numbers = Pick<Row, keyof typeof NO_NUMBERS>;

function shownNumbers(arm: Arm, data: ScenarioData): Numbers {
  const medianMs = arm.wallQuantileMs(0.5);
  const floorMs = floorOf(arm, data);
  return {
    medianMs,
    p95Ms: arm.wallQuantileMs(0.95),
    p99Ms: arm.wallQuantileMs(0.99),
    floorMs,
    predictedMs: predictionOf(arm, data),
    efficiencyRatio: floorMs === null ? null : floorMs / medianMs,
    largestLoss: floorMs === null ? null : largestLoss(arm, data, floorMs),
    inFlightMean: arm.medianOf('inFlightMean'),
    cpuMs: arm.medianOf('cpuMs'),
    loopBusyRatio: arm.medianOf('loopUtilizationRatio'),
    openMs: medianOpenMs(arm.cell),
    ...(data.record.allowFailures ? failureNumbers(arm) : NO_FAILURES),
  };
}

const NO_FAILURES = { goodputPerSecond: null, failedRatio: null, wastedMs: null };

function failureNumbers({ cell, samples, medianOf }: Arm): Pick<Numbers, keyof typeof NO_FAILURES> {
  const failedCount = samples.reduce((sum, sample) => sum + sample.failedCount, 0);
  return {
    goodputPerSecond: median(samples.map(({ completedCount, wallMs }) => (1000 * completedCount) / wallMs)),
    failedRatio: failedCount / (samples.length * cell.taskCount),
    wastedMs: medianOf('wastedMs'),
  };
}

function medianOpenMs({ openMs }: Cell): number | null {
  return openMs.length === 0 ? null : median(openMs);
}

function verdictOf(arm: Arm, data: ScenarioData, judgement: StrategyJudgement | null): Row['verdict'] {
  if (arm === data.reference) return 'reference';
  return judgement === null || isUnmeasurable(data) ? 'undecided' : judgement.verdict;
}
