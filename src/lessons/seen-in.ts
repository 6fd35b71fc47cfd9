// Holds what a lesson says against a run: sentence by sentence, seen or not.

import { isSameArm } from '../model/arm-key.ts';
import type { ResultDocument } from '../model/document/document.ts';
import type { Report } from '../model/report/report.ts';
import type { ScenarioTimelines } from '../model/report/timeline-report.ts';
import type { Experiment, SeenRow, Sight } from '../model/teaching/lesson.ts';

/** A run as it is told. */
export interface ToldRun {
  readonly document: ResultDocument;
  readonly report: Report;
  readonly timelines: readonly ScenarioTimelines[];
}

/** `not measured`: the run has no such row, or the row has no samples. */
export type SightOutcome = 'seen' | 'not seen' | 'not measured';

export interface JudgedSight {
  readonly sight: Sight;
  readonly outcome: SightOutcome;
}

/** One outcome for each sight, in their order. */
export function seenIn(experiment: Experiment, run: ToldRun): JudgedSight[] {
  return experiment.sights.map((sight) => {
    const rows = rowsOf(sight.scenarioId ?? experiment.scenarioIds[0], sight.row, run);
    if (rows.length === 0) return { sight, outcome: 'not measured' };
    return { sight, outcome: rows.every(sight.holds) ? 'seen' : 'not seen' };
  });
}

/** Rows with samples that go by this name or strategy. A second copy of a row is not looked at. */
function rowsOf(scenarioId: string | undefined, name: string, { document, report, timelines }: ToldRun): SeenRow[] {
  const rows = report.scenarios.find(({ id }) => id === scenarioId)?.rows ?? [];
  const named = rows.filter((row) => !row.placebo && (row.name === name || row.key.strategyId === name));
  return named.flatMap((row) => {
    const cell = document.cells.find((each) => !each.placebo && isSameArm(each.key, row.key));
    if (cell === undefined || cell.samples.length === 0) return [];
    const kept = timelines.flatMap((scenario) => scenario.timelines);
    return [{ cell, row, timelines: kept.filter((each) => !each.placebo && isSameArm(each.key, row.key)) }];
  });
}
