// The tasks of kept samples, scenario by scenario.

import type { ScenarioTimelines, TimelineReport } from '../../model/report/timeline-report.ts';
import { SEGMENT_NAMES } from '../timeline/marks.ts';
import { formatShare } from '../units.ts';
import { type Block, heading, type Page, text, timelines } from './page.ts';

/** Lines for tasks in each picture: a page on a terminal is no longer than that. */
const MOST_TASKS = 20;

/** A page of pictures, drawn to one scale in each scenario or each to its own. */
export function timelinePage(all: readonly ScenarioTimelines[], sameAxis: boolean): Page {
  const body = all.flatMap(({ scenarioId, title, timelines: kept }): Block[] => [
    heading(`${scenarioId}: ${title}`),
    ...timelines(kept, { sameAxis, mostTasks: MOST_TASKS }),
    ...kept.flatMap((timeline) => text(timeSpent(timeline), timeline.name)),
  ]);
  return { title: null, outcome: [], body };
}

/** Where the time of all its tasks went, the largest part first. */
function timeSpent({ tasks, reason }: TimelineReport): string {
  const segments = tasks.flatMap((task) => task.segments);
  const spentUs = (of: typeof segments) => of.reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0);
  const wholeUs = spentUs(segments);
  const parts = [...Map.groupBy(segments, ({ kind }) => kind)]
    .map(([kind, own]) => ({ kind, ratio: spentUs(own) / wholeUs }))
    .sort((one, other) => other.ratio - one.ratio)
    .map(({ kind, ratio }) => `${SEGMENT_NAMES[kind]} ${formatShare(ratio)}`);
  return `of the time of all tasks in the ${reason} sample: ${parts.join(', ')}.`;
}
