// Timelines of which each instant is written by hand, told as a run would tell them.

import type { ResultDocument, Sample } from '../../../model/document/document.ts';
import type { Timeline } from '../../../model/document/timeline.ts';
import type { TimelineTask } from '../../../model/report/timeline-report.ts';
import { type ArmWords, documentOf, type ScenarioWords } from '../../testing/document-builder.ts';
import { buildTimelines } from '../build-timelines.ts';

/** Instants of one task in milliseconds. */
export interface TaskWords {
  readonly started?: number;
  readonly waited?: number;
  readonly computes?: readonly [fromMs: number, toMs: number];
  readonly ended: number;
  readonly pooled?: { readonly worker: number; readonly handed: number; readonly from: number; readonly to: number };
  /** Asked, received, begun, sent, got. */
  readonly requests?: readonly (readonly [number, number, number, number, number])[];
}

const us = (ms: number) => Math.round(ms * 1_000);

export function timelineOf(batchMs: number, tasks: readonly TaskWords[], changes: Partial<Timeline> = {}): Timeline {
  const started = ({ started: startedMs = 0 }: TaskWords) => us(startedMs);
  const waited = (task: TaskWords) => us(task.waited ?? task.pooled?.from ?? task.started ?? 0);
  const requests = tasks.flatMap(({ requests: own = [] }, row) => own.map((instants) => ({ row, instants })));
  const instant = (at: number) => requests.map(({ instants }) => us(instants[at] as number));
  return {
    ...{ epoch: 0, round: 0, reason: 'typical', batchUs: us(batchMs), failedRows: [] },
    tasks: {
      place: tasks.map((_, place) => place),
      startedUs: tasks.map(started),
      waitedUs: tasks.map(waited),
      computeFromUs: tasks.map((task) => us(task.computes?.[0] ?? 0)),
      computeToUs: tasks.map((task) => us(task.computes?.[1] ?? 0)),
      endedUs: tasks.map(({ ended }) => us(ended)),
    },
    pool: tasks.some(({ pooled }) => pooled)
      ? {
          worker: tasks.map(({ pooled }) => pooled?.worker ?? null),
          handedUs: tasks.map(({ pooled }) => us(pooled?.handed ?? 0)),
          fromUs: tasks.map(({ pooled }) => us(pooled?.from ?? 0)),
          toUs: tasks.map(({ pooled }) => us(pooled?.to ?? 0)),
        }
      : null,
    requests: {
      row: requests.map(({ row }) => row),
      askedUs: instant(0),
      receivedUs: instant(1),
      begunUs: instant(2),
      sentUs: instant(3),
      gotUs: instant(4),
    },
    ...{ leftOutTaskCount: 0, leftOutRequestCount: 0 },
    ...changes,
  };
}

export const PAGES: ScenarioWords = {
  ...{ id: 'pages', kind: 'io', taskCount: 4 },
  // Alone: 0.4 ms of handling and 0.6 ms on the way about 9 ms at the server.
  task: { ioMs: 10, serverMs: 9, ioCpuMs: 0.4 },
  arms: [],
};

export function documentWith(
  scenario: Partial<ScenarioWords>,
  arm: ArmWords,
  timelines: readonly Timeline[],
  told: Partial<Sample> = {},
): ResultDocument {
  const sample = () => ({ loopCpuMs: null, ...told });
  const document = documentOf({ scenarios: [{ ...PAGES, ...scenario, arms: [{ ...arm, sample }] }] });
  return { ...document, cells: document.cells.map((cell) => ({ ...cell, timelines })) };
}

export function told(...words: Parameters<typeof documentWith>) {
  const timeline = buildTimelines(documentWith(...words))[0]?.timelines[0];
  if (timeline === undefined) throw new Error('nothing was told');
  return timeline;
}

export const cut = ({ segments }: TimelineTask) =>
  segments.map(({ kind, fromUs, toUs }) => `${kind} ${fromUs / 1_000}–${toUs / 1_000}`);

/** Two workers that wait and compute. */
export const POOL: ArmWords = { strategyId: 'pool', wallMs: 30, threads: 2 };
