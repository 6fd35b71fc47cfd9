// Why a floor or a prediction is not there: a dash says nothing by itself.

import type { FigureName, Figures } from '../../model/figures.ts';
import type { Absence } from '../../model/report.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';

/** The reasons for the figures that theory could not give. */
export function absencesOf(arm: Arm, data: ScenarioData, figures: Figures): Absence[] {
  const reason = reasonOf(arm, data);
  const missing = (['floorMs', 'predictedMs'] satisfies FigureName[]).filter((figure) => figures[figure] === null);
  return missing.map((figure) => ({ figure, reason }));
}

function reasonOf({ shape }: Arm, { tasks }: ScenarioData): string {
  if (tasks.length === 0) return 'no task was measured alone';
  return shape === null ? 'this version does not know how it arranges tasks' : 'theory has no rule for this schedule';
}
