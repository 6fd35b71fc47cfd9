// For Perfetto (ui.perfetto.dev) and Chrome's tracing page: the tasks of kept samples on one clock.

import type { ScenarioTimelines } from '../../model/report/timeline-report.ts';
import { toJson } from '../json.ts';
import type { NamedReport, Renderer } from '../renderer.ts';
import { plainText } from '../text-width.ts';
import { firstTasks, PIDS_EACH, timelineTrace } from './timeline-trace.ts';
import type { TraceEvent } from './trace-events.ts';

/** Longer labels are cut: they stand before every lane. */
const MOST_LABEL_LENGTH = 80;

/** Events in one file: some thirty megabytes, which viewers still open. */
const MOST_EVENTS = 200_000;

/** For trace viewers. */
export const traceRenderer: Renderer = {
  id: 'trace',
  about: 'tasks of the kept samples, for Perfetto and Chrome',
  renderReports: (runs) => traceText(runs.flatMap(allOf)),
  renderTimelines: (timelines) => traceText(timelines.map((scenario) => ({ scenario, prefix: '' }))),
};

interface Told {
  readonly scenario: ScenarioTimelines;
  /** Tells runs apart where there are several. */
  readonly prefix: string;
}

function allOf({ name, timelines = [] }: NamedReport, _: number, runs: readonly NamedReport[]): Told[] {
  return timelines.map((scenario) => ({ scenario, prefix: runs.length > 1 ? `${name} ` : '' }));
}

function traceText(all: readonly Told[]): string {
  const timelines = all.flatMap(({ scenario, prefix }) =>
    scenario.timelines.map((timeline) => ({
      timeline,
      label: plainText(`${prefix}${scenario.scenarioId} ${timeline.name} (${timeline.reason})`),
    })),
  );
  const mostEach = Math.floor(MOST_EVENTS / timelines.length);
  let traceEvents: TraceEvent[] = [];
  let leftOutTaskCount = 0;
  for (const [index, { timeline, label }] of timelines.entries()) {
    const shown = firstTasks(timeline, mostEach);
    const cut = Array.from(label).slice(0, MOST_LABEL_LENGTH).join('');
    const firstPid = 1 + index * PIDS_EACH;
    traceEvents = traceEvents.concat(timelineTrace(shown, cut, firstPid, traceEvents.length));
    leftOutTaskCount += shown.leftOutTaskCount;
  }
  // Whose tasks were left out stands in the name of their lanes, too.
  const otherData = leftOutTaskCount === 0 ? {} : { otherData: { leftOutTaskCount } };
  return toJson({ traceEvents, displayTimeUnit: 'ms', ...otherData });
}
