// One timeline as events: its tasks on the lanes of the slots that they took, the threads that computed, the server, and
// how many tasks were under way. All timelines begin at 0, so that strategies lie below each other on one clock.

import type { Segment, SegmentKind, TimelineReport, TimelineTask } from '../../model/report/timeline-report.ts';
import { SEGMENT_NAMES } from '../timeline/marks.ts';
import { lanesOf } from './lanes.ts';
import { laneEvents, processEvents, type TraceEvent } from './trace-events.ts';

/** Processes of one timeline, by their place after its first number. */
const PROCESSES = { tasks: 1, threads: 2, server: 3 } as const;
/** Numbers that one timeline takes. */
export const PIDS_EACH = Object.keys(PROCESSES).length;

/** Names and places of the processes of one timeline; of a lane; steps of the counter. */
const EVENTS_OF_PROCESSES = 2 * PIDS_EACH;
const EVENTS_OF_LANE = 2;
const EVENTS_OF_COUNTER = 2;
/** What is mirrored on a thread or at the server: a slice, and the two ends of an arrow. */
const EVENTS_OF_MIRROR = 3;

const COMPUTING: readonly SegmentKind[] = ['computing here', 'computing in a worker'];
const AT_SERVER: readonly SegmentKind[] = ['server queue', 'server'];

/** The timeline with as many of its first tasks as make no more than so many events. */
export function firstTasks(timeline: TimelineReport, mostEvents: number): TimelineReport {
  let leftCount = mostEvents - EVENTS_OF_PROCESSES;
  const fits = timeline.tasks.findIndex((task) => {
    leftCount -= eventCountOf(task);
    return leftCount < 0;
  });
  if (fits === -1) return timeline;
  const leftOutTaskCount = timeline.leftOutTaskCount + timeline.tasks.length - fits;
  return { ...timeline, tasks: timeline.tasks.slice(0, fits), leftOutTaskCount };
}

/** At most: lanes are shared, and a stay at the server is one. */
function eventCountOf({ segments }: TimelineTask): number {
  const mirroredCount = segments.filter(({ kind }) => COMPUTING.includes(kind) || AT_SERVER.includes(kind)).length;
  // A lane of its own for the task, and one for each of these.
  const laneCount = 1 + mirroredCount;
  return 1 + segments.length + EVENTS_OF_MIRROR * mirroredCount + EVENTS_OF_LANE * laneCount + EVENTS_OF_COUNTER;
}

/** A task from when it took a slot: what was held back before that took none. */
interface PlacedTask {
  readonly task: TimelineTask;
  readonly segments: readonly Segment[];
  readonly fromUs: number;
  readonly toUs: number;
}

/** `firstPid` and the following ones are taken by this timeline alone, and so are flow numbers from `firstFlow` on. */
export function timelineTrace(
  timeline: TimelineReport,
  label: string,
  firstPid: number,
  firstFlow: number,
): TraceEvent[] {
  const pid = (process: keyof typeof PROCESSES) => firstPid + PROCESSES[process] - 1;
  const placed = timeline.tasks.flatMap(placedTask).sort((one, other) => one.fromUs - other.fromUs);
  const taskLanes = lanesOf(placed);
  const computing = placed.flatMap((each, index) => segmentsOf(each, COMPUTING, taskLanes[index] as number));
  const serving = placed
    .flatMap((each, index) => served(segmentsOf(each, AT_SERVER, taskLanes[index] as number)))
    .sort((one, other) => one.fromUs - other.fromUs);
  const serverLanes = lanesOf(serving);
  const events: TraceEvent[] = [
    ...processEvents(pid('tasks'), `${label}: tasks${shownOf(timeline)}`),
    ...names(taskLanes).flatMap((lane) => laneEvents({ pid: pid('tasks'), tid: lane + 1 }, `slot ${lane + 1}`)),
    ...placed.flatMap((each, index) => taskEvents(each, { pid: pid('tasks'), tid: (taskLanes[index] as number) + 1 })),
    ...underWay(placed, pid('tasks')),
  ];
  let flow = firstFlow;
  if (computing.length > 0) {
    const threads = names(computing.map(threadOf));
    events.push(
      ...processEvents(pid('threads'), `${label}: threads`),
      ...threads.flatMap((thread) =>
        laneEvents({ pid: pid('threads'), tid: thread + 1 }, thread === 0 ? 'main thread' : `worker ${thread}`),
      ),
    );
    for (const part of computing) {
      const to = { pid: pid('threads'), tid: threadOf(part) + 1 };
      events.push(...mirrored(part, { pid: pid('tasks'), tid: part.lane + 1 }, to, flow++));
    }
  }
  if (serving.length > 0) {
    events.push(
      ...processEvents(pid('server'), `${label}: server`),
      ...names(serverLanes).flatMap((lane) => laneEvents({ pid: pid('server'), tid: lane + 1 }, `request ${lane + 1}`)),
    );
    for (const [index, part] of serving.entries()) {
      const to = { pid: pid('server'), tid: (serverLanes[index] as number) + 1 };
      events.push(...mirrored(part, { pid: pid('tasks'), tid: part.lane + 1 }, to, flow++));
    }
  }
  return events;
}

function shownOf({ tasks, leftOutTaskCount }: TimelineReport): string {
  return leftOutTaskCount === 0 ? '' : `, ${tasks.length} of ${tasks.length + leftOutTaskCount}`;
}

function placedTask(task: TimelineTask): PlacedTask[] {
  const begun = task.segments.findIndex(({ kind }) => kind !== 'held back');
  const segments = begun === -1 ? [] : task.segments.slice(begun);
  const [first, last] = [segments[0], segments.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ task, segments, fromUs: first.fromUs, toUs: last.toUs }];
}

/** A task's stretch on a thread or at the server, with the lane of its task. */
interface Part extends Segment {
  readonly task: TimelineTask;
  readonly lane: number;
}

function segmentsOf({ task, segments }: PlacedTask, kinds: readonly SegmentKind[], lane: number): Part[] {
  return segments.filter(({ kind }) => kinds.includes(kind)).map((segment) => ({ ...segment, task, lane }));
}

/** Its queue and its delivery are one stay at the server. */
function served(parts: readonly Part[]): Part[] {
  const stays: Part[] = [];
  for (const part of parts) {
    const last = stays.at(-1);
    if (last?.toUs === part.fromUs) stays[stays.length - 1] = { ...last, kind: 'server', toUs: part.toUs };
    else stays.push(part);
  }
  return stays;
}

/** 0 is the main thread, workers follow. */
function threadOf({ kind, task }: Part): number {
  return kind === 'computing here' ? 0 : (task.worker ?? 0) + 1;
}

const names = (lanes: readonly number[]) => [...new Set(lanes)].sort((one, other) => one - other);

function taskEvents({ task, segments, fromUs, toUs }: PlacedTask, lane: { pid: number; tid: number }): TraceEvent[] {
  const name = `task ${task.place + 1}${task.failed ? ' ✗' : ''}`;
  return [
    { ph: 'X', name, cat: 'task', ts: fromUs, dur: toUs - fromUs, ...lane, args: { failed: task.failed } },
    ...segments.map(
      (segment): TraceEvent => ({
        ...{ ph: 'X', name: SEGMENT_NAMES[segment.kind], cat: 'segment', ...lane },
        ...{ ts: segment.fromUs, dur: segment.toUs - segment.fromUs },
      }),
    ),
  ];
}

/** The same stretch where it happened, with an arrow from the task to it. */
function mirrored(
  { task, kind, fromUs, toUs }: Part,
  from: { pid: number; tid: number },
  to: { pid: number; tid: number },
  id: number,
): TraceEvent[] {
  const name = `task ${task.place + 1}`;
  return [
    { ph: 'X', name, cat: kind, ts: fromUs, dur: toUs - fromUs, ...to },
    { ph: 's', name: 'hand-over', cat: 'flow', id, ts: fromUs, ...from },
    { ph: 'f', bp: 'e', name: 'hand-over', cat: 'flow', id, ts: fromUs, ...to },
  ];
}

function underWay(placed: readonly PlacedTask[], pid: number): TraceEvent[] {
  const steps = placed.flatMap(({ fromUs, toUs }) => [
    { atUs: fromUs, by: 1 },
    { atUs: toUs, by: -1 },
  ]);
  let tasks = 0;
  const at = Map.groupBy(
    steps.sort((one, other) => one.atUs - other.atUs),
    ({ atUs }) => atUs,
  );
  return [...at].map(([ts, own]) => {
    tasks += own.reduce((sum, { by }) => sum + by, 0);
    return { ph: 'C', name: 'tasks under way', pid, ts, args: { tasks } };
  });
}
