// Everything known about one scenario, collected once so that audits, rows, the winner and the why-rules read the same
// facts.

import { isSameArm } from '../../model/arm-key.ts';
import type { Preflight, ResultDocument, ScenarioRecord, Settings, TaskCost } from '../../model/document/document.ts';
import type { RatioInterval } from '../../model/report/report.ts';
import { leastCosts, typicalCosts } from '../costs/alone-costs.ts';
import { cheapestCosts } from '../costs/cheapest-costs.ts';
import { cpuRatiosOf } from '../judging/cpu-ratio.ts';
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
  /** The scenario's even part of the time of the run: what more of the same would cost. */
  readonly spentMs: number;
  readonly arms: readonly Arm[];
  /** The arm that speed-ups refer to; null when it is missing. */
  readonly reference: Arm | null;
  /** Its second copy; null when the run had none. */
  readonly placebo: Arm | null;
  /** Rounds measured by at least one completed arm, dropped ones included. */
  readonly rounds: ReadonlySet<number>;
  readonly droppedRounds: ReadonlySet<number>;
  /** What each task typically costs alone; empty when calibration did not finish. */
  readonly tasks: readonly TaskCost[];
  /** What each task costs at its cheapest, for floors. */
  readonly cheapestTasks: readonly TaskCost[];
  /** The typical costs summed over the batch; null when calibration did not finish. */
  readonly totals: TaskCost | null;
  /** The cheapest costs summed over the batch; null when calibration did not finish. */
  readonly cheapestTotals: TaskCost | null;
  /** CPU time of each arm over the reference's where that must be 1; arms that it says nothing of are left out. */
  readonly cpuRatios: ReadonlyMap<Arm, RatioInterval>;
}

/** Collects one scenario of the document. */
export function scenarioData(document: ResultDocument, record: ScenarioRecord): ScenarioData {
  const cells = document.cells.filter(({ key }) => key.scenarioId === record.id);
  const droppedRounds = disturbedRounds(cells);
  const arms = cells.map((cell) => toArm(cell, droppedRounds));
  const tasks = typicalCosts(record.typicalTasks, arms);
  const cheapestTasks = cheapestCosts(leastCosts(record.fastestTasks, arms), arms);
  const isReference = ({ cell }: Arm) => record.reference !== null && isSameArm(cell.key, record.reference);
  const reference = arms.find((arm) => isReference(arm) && !arm.cell.placebo) ?? null;
  const completed = cells.filter(({ status }) => status.state === 'completed');
  return {
    record,
    settings: document.settings,
    preflight: document.preflight,
    coreCount: document.environment.coreCount,
    seed: document.seed,
    complete: document.complete,
    spentMs: document.measuredMs / document.scenarios.length,
    arms,
    reference,
    placebo: arms.find((arm) => isReference(arm) && arm.cell.placebo) ?? null,
    rounds: new Set(completed.flatMap(({ samples }) => samples.map(({ round }) => round))),
    droppedRounds,
    tasks,
    cheapestTasks,
    totals: sumCosts(tasks),
    cheapestTotals: sumCosts(cheapestTasks),
    cpuRatios: cpuRatiosOf(arms, reference, record.kind),
  };
}

function sumCosts<Task extends Readonly<Record<keyof Task, number>>>(tasks: readonly Task[]): Task | null {
  const [first] = tasks;
  if (first === undefined) return null;
  const fields = Object.keys(first) as (keyof Task)[];
  const sums = fields.map((field) => [field, tasks.reduce((total, task) => total + task[field], 0)] as const);
  return Object.fromEntries(sums) as Task;
}
