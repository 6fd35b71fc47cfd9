// Document -> timelines: what each kept task waited for and who computed it, from instants and from what tasks cost alone.

import { numberParameter } from '../../model/arm-key.ts';
import type { Cell, ResultDocument, Sample, ScenarioRecord, TaskCost } from '../../model/document/document.ts';
import type { Timeline } from '../../model/document/timeline.ts';
import type { ScenarioTimelines, TimelineReport, TimelineTask } from '../../model/report/timeline-report.ts';
import { isOneByOne, knownShape } from '../../model/shape.ts';
import { commonLength, merged, unionLength } from '../../stats/intervals.ts';
import type { Arm } from '../arms/arm.ts';
import { type ScenarioData, scenarioData } from '../arms/scenario-data.ts';
import { isAtMost } from './at-most.ts';
import { fullCoresOf } from './full-cores.ts';
import { reasonsOf, segmentsOf } from './reasons.ts';
import type { Stretches, StretchKind } from './stretches.ts';
import { cutTask, type Surroundings } from './task-stretches.ts';
import { tellingTimelines } from './telling-timelines.ts';
import { timelineFaults } from './timeline-faults.ts';
import { aloneUs, type RequestAt } from './waiting-part.ts';
import { workerLanesOf } from './worker-lanes.ts';

/** What a message back takes where that was not probed, in milliseconds. */
const TRAVEL_MS = 0.1;

/** Tells all timelines of a run, scenario by scenario. */
export function buildTimelines(document: ResultDocument): ScenarioTimelines[] {
  return document.scenarios.map((record) =>
    scenarioTimelines(scenarioData(document, record), document.environment.coreCount),
  );
}

function scenarioTimelines(data: ScenarioData, coreCount: number): ScenarioTimelines {
  const { record, arms, tasks } = data;
  const timelines = arms.flatMap((arm) =>
    arm.cell.timelines
      .toSorted((one) => (one.reason === 'typical' ? -1 : 1))
      .map((timeline) => timelineReport(timeline, arm, record, tasks, coreCount)),
  );
  return { scenarioId: record.id, title: record.title, timelines, telling: tellingTimelines(data, timelines) };
}

function timelineReport(
  timeline: Timeline,
  { cell, name }: Arm,
  { sideBySide }: ScenarioRecord,
  costs: readonly TaskCost[],
  coreCount: number,
): TimelineReport {
  const threadCount = numberParameter(cell.key, 'threads');
  const travel = sideBySide.find(({ threads }) => threads !== null && threads === threadCount);
  const surroundings = { shape: cell.shape, travelUs: Math.round((travel?.travelMs ?? TRAVEL_MS) * 1_000) };
  const cut = cutTasks(timeline, costs, surroundings);
  const sample = cell.samples.find((each) => each.epoch === timeline.epoch && each.round === timeline.round);
  const reasons = reasonsOf(isLoopToBlame(timeline, cut, cell, sample), fullCoresOf(timeline, sample, coreCount));
  const failedRows = new Set(timeline.failedRows);
  const tasks = cut.map(
    ({ all }, row): TimelineTask => ({
      place: timeline.tasks.place[row] as number,
      worker: timeline.pool?.worker[row] ?? null,
      failed: failedRows.has(row),
      segments: segmentsOf(all, reasons),
    }),
  );
  const { epoch, round, reason, batchUs, leftOutTaskCount, leftOutRequestCount } = timeline;
  return {
    ...{
      key: cell.key,
      name,
      placebo: cell.placebo,
      epoch,
      round,
      reason,
      batchUs,
      leftOutTaskCount,
      leftOutRequestCount,
    },
    tasks,
    ...workerLanesOf(timeline, tasks, threadCount ?? 0),
    faults: timelineFaults(timeline, cut),
  };
}

function cutTasks(timeline: Timeline, costs: readonly TaskCost[], surroundings: Surroundings): Stretches[] {
  const requests = Map.groupBy(requestsOf(timeline), ({ row }) => row);
  return timeline.tasks.place.map((place, row) =>
    cutTask(timeline, row, requests.get(row) ?? [], aloneUs(costs[place]), surroundings),
  );
}

function requestsOf({ requests }: Timeline): (RequestAt & { readonly row: number })[] {
  return requests.row.map((row, index) => ({
    row,
    askedUs: requests.askedUs[index] as number,
    receivedUs: requests.receivedUs[index] as number,
    begunUs: requests.begunUs[index] as number,
    sentUs: requests.sentUs[index] as number,
    gotUs: requests.gotUs[index] as number,
  }));
}

/** While tasks waited for it and it computed none of the kept ones, it had a processor for at least so much: else others had it. */
const LEAST_PROCESSOR_RATIO = 0.8;

/**
 * Blame needs evidence: the main thread was busy for at least as long as any task waited for it, and on a processor for most
 * of that. What it computed while nobody waited is no such evidence.
 */
function isLoopToBlame(
  { batchUs }: Timeline,
  cut: readonly Stretches[],
  { shape }: Cell,
  sample: Sample | undefined,
): boolean {
  const known = shape === null ? null : knownShape(shape);
  // One after another there is no other task that could keep the loop busy.
  if (sample === undefined || (known !== null && isOneByOne(known))) return false;
  const covered = (...wanted: StretchKind[]) =>
    merged(
      cut.flatMap(({ all }) =>
        all.filter(({ kind }) => wanted.includes(kind)).flatMap(({ fromUs, toUs }) => [fromUs, toUs]),
      ),
    );
  const [longer, computing] = [covered('longer', 'late message'), covered('computing here')];
  const [waitedUs, computedUs] = [unionLength(longer), commonLength(computing, longer)];
  const unwaitedUs = unionLength(computing) - computedUs;
  const busyUs = sample.loopUtilizationRatio * batchUs - unwaitedUs;
  const { loopCpuMs } = sample;
  const processorUs = loopCpuMs === null ? Infinity : Math.max(0, loopCpuMs * 1_000 - unwaitedUs);
  const hadProcessor = isAtMost((waitedUs - computedUs) * LEAST_PROCESSOR_RATIO, processorUs);
  return isAtMost(waitedUs, busyUs) && hadProcessor;
}
