// For Perfetto (ui.perfetto.dev) and Chrome's tracing page: the tasks of kept samples on one clock.

import type { ScenarioTimelines } from '../../model/report/timeline-report.ts';
import { toJson } from '../json.ts';
import type { NamedReport, Renderer } from '../renderer.ts';
import { plainText } from '../text-width.ts';
import { PIDS_EACH, timelineTrace } from './timeline-trace.ts';
import type { TraceEvent } from './trace-events.ts';

/** Longer labels are cut: they stand before every lane. */
const MOST_LABEL_LENGTH = 80;

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
  const traceEvents: TraceEvent[] = [];
  let timelineCount = 0;
  for (const { scenario, prefix } of all) {
    for (const timeline of scenario.timelines) {
      const label = plainText(`${prefix}${scenario.scenarioId} ${timeline.name} (${timeline.reason})`);
      const cut = Array.from(label).slice(0, MOST_LABEL_LENGTH).join('');
      const firstPid = 1 + timelineCount * PIDS_EACH;
      traceEvents.push(...timelineTrace(timeline, cut, firstPid, traceEvents.length));
      timelineCount += 1;
    }
  }
  return toJson({ traceEvents, displayTimeUnit: 'ms' });
}
