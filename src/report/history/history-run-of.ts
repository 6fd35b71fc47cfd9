// Document -> what is kept of it. The same audits as in a report: a time that may not be shown may not judge others either.

import type { Preflight, ResultDocument } from '../../model/document/document.ts';
import {
  HISTORY_SCHEMA_VERSION,
  type HistoryCell,
  type HistoryCellState,
  type HistoryPlacebo,
  type HistoryReferences,
  type HistoryRun,
  type KindOfWork,
} from '../../model/document/history-run.ts';
import { median } from '../../stats/quantile.ts';
import { type AuditedArm, auditArms } from '../arms/audited-arm.ts';
import { type ScenarioData, scenarioData } from '../arms/scenario-data.ts';
import { buildScenarioReport } from '../build-scenario-report.ts';
import { effectiveCores } from '../costs/thread-gain.ts';
import { workOf } from '../costs/work.ts';

/** From this share of a task's time on it is what the task does. */
const MOST_RATIO = 0.8;
const UNITS = 1_000;

/** Reduces a run; `withPlacebos` costs a whole report, which a single comparison does not need. */
export function historyRunOf(document: ResultDocument, { withPlacebos = false } = {}): HistoryRun {
  const { environment, settings, preflight, scenarios } = document;
  const { cpuModel, coreCount, os, runtime } = environment;
  const { profile, roundCount, epochCount, budgetMs, warmupMs } = settings;
  const data = scenarios.map((record) => scenarioData(document, record));
  return {
    schemaVersion: HISTORY_SCHEMA_VERSION,
    createdAt: document.createdAt,
    commit: environment.commit,
    toolVersion: document.tool.version,
    complete: document.complete,
    environment: { cpuModel, coreCount, os, runtime },
    settings: { profile, roundCount, epochCount, budgetMs, warmupMs },
    effectiveCores: preflight === null ? null : effectiveCores(preflight, coreCount, coreCount),
    references: preflight === null ? null : referencesOf(preflight),
    scenarios: scenarios.map(({ id, file, parameters, target }) => ({ id, file, parameters, target })),
    cells: data.flatMap(cellsOf),
    placebos: withPlacebos ? data.flatMap(placebosOf) : [],
  };
}

function referencesOf({ kernelUnitsPerMs, requestFloorMs }: Preflight): HistoryReferences | null {
  if (!(kernelUnitsPerMs > 0 && requestFloorMs > 0)) return null;
  return { computingMs: UNITS / kernelUnitsPerMs, requestMs: requestFloorMs };
}

function cellsOf(data: ScenarioData): HistoryCell[] {
  const work = kindOf(data);
  return auditArms(data)
    .filter(({ arm }) => !arm.cell.placebo)
    .map((audited) => {
      const { key, taskCount, outputDigest } = audited.arm.cell;
      const { samples } = audited.arm;
      const state = stateOf(audited);
      return {
        ...{ key, taskCount, outputDigest, state },
        medianMs: state === 'measured' ? median(samples.map(({ wallMs }) => wallMs)) : null,
        sampleCount: samples.length,
        work,
        reason: audited.reason,
      };
    });
}

function stateOf({ arm, audits, reason }: AuditedArm): HistoryCellState {
  if (reason === null) return 'measured';
  const { state } = arm.cell.status;
  if (state === 'skipped') return 'skipped';
  const isWithheld = arm.samples.length > 0 && audits.some(({ passed }) => !passed);
  return state === 'failed' || isWithheld ? 'faulty' : 'not reached';
}

function kindOf(data: ScenarioData): KindOfWork {
  const { waitingRatio, computingHereRatio, computingElsewhereRatio } = workOf(data);
  if (waitingRatio >= MOST_RATIO) return 'waiting';
  return computingHereRatio + computingElsewhereRatio >= MOST_RATIO ? 'computing' : 'mixed';
}

function placebosOf(data: ScenarioData): HistoryPlacebo[] {
  const { rows } = buildScenarioReport(data);
  return rows.flatMap(({ placebo, verdict, speedup, speedupLevelRatio: levelRatio }) => {
    if (!placebo || verdict === null || verdict === 'reference' || speedup === null || levelRatio === null) return [];
    const { ratio, low, high } = speedup;
    return [{ scenarioId: data.record.id, verdict, ratio, low, high: Number.isFinite(high) ? high : null, levelRatio }];
  });
}
