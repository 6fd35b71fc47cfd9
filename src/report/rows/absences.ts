// Why a floor or a prediction is not there: a dash says nothing by itself.

import type { FigureName, Figures } from '../../model/report/figures.ts';
import type { Absence } from '../../model/report/report.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';

/** The reasons for the figures that theory could not give. */
export function absencesOf(arm: Arm, data: ScenarioData, figures: Figures): Absence[] {
  const missing = (['floorMs', 'predictedMs'] as const).filter((figure) => figures[figure] === null);
  return missing.map((figure) => ({ figure, reason: reasonOf(figure, arm, data) }));
}

function reasonOf(figure: FigureName, { shape, samples }: Arm, { tasks }: ScenarioData): string {
  if (tasks.length === 0) return 'no task was measured alone';
  if (shape === null) return 'this version does not know how it arranges tasks';
  const hasFailures = samples.some(({ failedCount }) => failedCount > 0);
  if (figure === 'floorMs' && hasFailures) return 'tasks failed, and one that fails may end early';
  return 'theory has no rule for this schedule';
}
