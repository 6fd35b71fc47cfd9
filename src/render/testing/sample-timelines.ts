// Timelines as report/ makes them, small enough to be read as a picture: stairs, a stack that waits for a busy loop, and a
// pool whose second worker has nothing to do for a while.

import type { ArmKey } from '../../model/arm-key.ts';
import type { ScenarioTimelines, Segment, SegmentKind, TimelineReport } from '../../model/report/timeline-report.ts';

/** Kinds with the instants, in milliseconds, at which they end. */
type Stages = readonly (readonly [kind: SegmentKind, toMs: number])[];

interface SampleTask {
  readonly stages: Stages;
  readonly worker?: number;
  readonly failed?: boolean;
}

const served = (fromMs: number): Stages => [
  ['handling', fromMs + 0.5],
  ['on the way', fromMs + 1],
  ['server queue', fromMs + 1.5],
  ['server', fromMs + 8],
];

const SEQUENTIAL: readonly SampleTask[] = [0, 10, 20].map((fromMs) => ({
  stages: [['held back', fromMs], ...served(fromMs), ['handling', fromMs + 8.5], ['computing here', fromMs + 10]],
}));

const GATHER: readonly SampleTask[] = [0, 1, 2].map((place) => ({
  stages: [...served(0), ['loop busy', 8 + 2 * place], ['computing here', 10 + 2 * place]],
  failed: place === 2,
}));

const POOL: readonly SampleTask[] = [
  {
    worker: 0,
    stages: [
      ['pool queue', 1],
      ['waiting elsewhere', 4],
      ['computing in a worker', 12],
      ['on the way', 13],
    ],
  },
  {
    worker: 1,
    stages: [
      ['pool queue', 1],
      ['held up', 5],
      ['computing elsewhere', 9],
      ['loop busy', 10],
    ],
  },
  {
    worker: 0,
    stages: [
      ['pool queue', 13],
      ['computing in a worker', 20],
      ['on the way', 21],
    ],
  },
];

/** One scenario with three arms. */
export function sampleTimelines(scenarioId: string, title = 'Sample'): ScenarioTimelines {
  const timelines = [
    timelineOf(scenarioId, 'sequential', {}, SEQUENTIAL),
    timelineOf(scenarioId, 'gather', {}, GATHER),
    pooled(timelineOf(scenarioId, 'pool', { threads: 2 }, POOL)),
  ];
  return { scenarioId, title, timelines, telling: timelines.slice(0, 2) };
}

/** With what its workers did: whatever is neither the queue nor the way back. */
function pooled(timeline: TimelineReport): TimelineReport {
  const inWorker = (kind: SegmentKind) => !['pool queue', 'on the way', 'loop busy'].includes(kind);
  const workerParts = timeline.tasks.flatMap(({ worker, segments }) =>
    segments.filter(({ kind }) => inWorker(kind)).map((segment) => ({ worker: worker ?? 0, ...segment })),
  );
  const idle = (worker: number, fromMs: number, toMs: number) => ({
    ...{ worker, fromUs: fromMs * 1_000, toUs: toMs * 1_000 },
  });
  const idleWorkers = [idle(0, 0, 1), idle(0, 12, 13), idle(0, 20, 21), idle(1, 0, 1), idle(1, 9, 21)];
  return { ...timeline, workerParts, idleWorkers };
}

function timelineOf(
  scenarioId: string,
  strategyId: string,
  parameters: ArmKey['parameters'],
  tasks: readonly SampleTask[],
): TimelineReport {
  const { threads } = parameters;
  return {
    key: { scenarioId, strategyId, parameters, subject: 'worktree' },
    name: threads === undefined ? strategyId : `${strategyId} w${String(threads)}`,
    ...{ placebo: false, reason: 'typical', epoch: 0, round: 4, faults: [], workerParts: [], idleWorkers: [] },
    batchUs: Math.max(...tasks.flatMap(({ stages }) => stages.map(([, toMs]) => toMs * 1_000))),
    tasks: tasks.map(({ stages, worker = null, failed = false }, place) => ({
      ...{ place, worker, failed },
      segments: segmentsOf(stages),
    })),
    ...{ leftOutTaskCount: 0, leftOutRequestCount: 0 },
  };
}

function segmentsOf(stages: Stages): Segment[] {
  let fromUs = 0;
  return stages.flatMap(([kind, toMs]) => {
    const segment = { kind, fromUs, toUs: toMs * 1_000 };
    fromUs = segment.toUs;
    return segment.toUs > segment.fromUs ? [segment] : [];
  });
}
