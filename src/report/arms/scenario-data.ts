// Everything known about one scenario, collected once so that audits, rows, the winner and the why-rules read the same
// facts.

import type { Preflight, ResultDocument, ScenarioRecord, Settings, TaskCalibration } from '../../model/document.ts';
import { cheapestCosts } from '../costs/cheapest-costs.ts';
import { type Arm, disturbedRounds, toArm } from './arm.ts';

/** One scenario with its arms. */
export interface ScenarioData {
  readonly record: ScenarioRecord;
  readonly settings: Settings;
  readonly preflight: Preflight | null;
  readonly coreCount: number;
  readonly seed: number;
  /** False when the whole run was interrupted. */
  readonly complete: boolean;
  readonly arms: readonly Arm[];
  /** The arm that speed-ups refer to; null when it is missing. */
  readonly reference: Arm | null;
  /** Its second copy; null when the run had none. */
  readonly placebo: Arm | null;
  /** Rounds measured by at least one completed arm, dropped ones included. */
  readonly rounds: ReadonlySet<number>;
  readonly droppedRounds: ReadonlySet<number>;
  /** What each task typically costs alone; empty when calibration did not finish. */
  readonly tasks: readonly TaskCalibration[];
  /** What each task costs at its cheapest, for floors. */
  readonly cheapestTasks: readonly TaskCalibration[];
  /** The typical costs summed over the batch; null when calibration did not finish. */
  readonly totals: TaskCalibration | null;
  /** The cheapest costs summed over the batch; null when calibration did not finish. */
  readonly cheapestTotals: TaskCalibration | null;
}

/** Collects one scenario of the document. */
export function scenarioData(document: ResultDocument, record: ScenarioRecord): ScenarioData {
  const cells = document.cells.filter(({ scenarioId }) => scenarioId === record.id);
  const droppedRounds = disturbedRounds(cells);
  const arms = cells.map((cell) => toArm(cell, droppedRounds));
  const cheapestTasks = cheapestCosts(record.fastestTasks, arms);
  const isReference = ({ cell }: Arm) => cell.strategyId === record.referenceStrategyId;
  const completed = cells.filter(({ status }) => status.state === 'completed');
  return {
    record,
    settings: document.settings,
    preflight: document.preflight,
    coreCount: document.environment.coreCount,
    seed: document.seed,
    complete: document.complete,
    arms,
    reference: arms.find((arm) => isReference(arm) && !arm.cell.placebo) ?? null,
    placebo: arms.find((arm) => isReference(arm) && arm.cell.placebo) ?? null,
    rounds: new Set(completed.flatMap(({ samples }) => samples.map(({ round }) => round))),
    droppedRounds,
    tasks: record.calibration,
    cheapestTasks,
    totals: sumCosts(record.calibration),
    cheapestTotals: sumCosts(cheapestTasks),
  };
}

function sumCosts(tasks: readonly TaskCalibration[]): TaskCalibration | null {
  if (tasks.length === 0) return null;
  const sum = (field: keyof TaskCalibration) => tasks.reduce((total, task) => total + task[field], 0);
  return { ioMs: sum('ioMs'), serverMs: sum('serverMs'), serverCpuMs: sum('serverCpuMs'), computeMs: sum('computeMs') };
}
