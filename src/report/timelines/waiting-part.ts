// The waiting part of a task, cut up: what the server accounts for is known; of the rest as much is put down to handling
// and to the way as a task takes alone, and what is longer is told apart from it.

import type { TaskCost } from '../../model/document/document.ts';
import type { Stretches, StretchKind } from './stretches.ts';

/** Instants of one request, in whole microseconds. */
export interface RequestAt {
  readonly askedUs: number;
  readonly receivedUs: number;
  readonly begunUs: number;
  readonly sentUs: number;
  readonly gotUs: number;
}

/** What a task takes alone beside what the server accounts for, in microseconds. */
export interface AloneUs {
  /** CPU time of its thread in the waiting part. */
  readonly handlingUs: number;
  /** CPU time of other threads. */
  readonly elsewhereUs: number;
  /** The rest: on the way where a server accounts for its requests, else waiting for something that nobody accounts for. */
  readonly restUs: number;
  /** Whether a server accounts for its requests. */
  readonly isTold: boolean;
}

/** Nothing is known of a task that never ran alone. */
const UNKNOWN: AloneUs = { handlingUs: 0, elsewhereUs: 0, restUs: 0, isTold: true };

/** Of one task's median cost. */
export function aloneUs(cost: TaskCost | undefined): AloneUs {
  if (cost === undefined) return UNKNOWN;
  const { ioMs, serverMs, ioCpuMs, otherCpuMs, requestCount } = cost;
  const outsideMs = Math.max(0, ioMs - serverMs);
  const handlingMs = Math.min(ioCpuMs, outsideMs);
  // A task that asks a server computes nowhere else: those threads then collect garbage and compile.
  const elsewhereMs = requestCount > 0 ? 0 : Math.min(otherCpuMs, outsideMs - handlingMs);
  const us = (ms: number) => Math.round(ms * 1_000);
  return {
    handlingUs: us(handlingMs),
    elsewhereUs: us(elsewhereMs),
    restUs: us(outsideMs - handlingMs - elsewhereMs),
    isTold: requestCount > 0 && serverMs > 0,
  };
}

type Phase = 'nothing' | 'out' | 'server queue' | 'server' | 'back';

/** What time is called that one thread has and another has not. */
export interface OwnThread {
  /** Processor time of a task that sends nothing: its code computes, whatever part of it the file calls waiting. */
  readonly computing: StretchKind;
  /** Longer than alone. */
  readonly longer: StretchKind;
  /** How many times as long as it typically takes alone the way may take, before that is longer. */
  readonly wayRatio: number;
}

/** Cuts the time until `toUs`. What a task does between answers, or before anything, it does at once: then it waits. */
export function cutWaiting(
  stretches: Stretches,
  toUs: number,
  requests: readonly RequestAt[],
  alone: AloneUs,
  { computing, longer, wayRatio }: OwnThread,
): void {
  const phases = phasesOf(stretches.untilUs, toUs, requests);
  const ownCount = phases.filter(({ phase }) => phase !== 'server' && phase !== 'server queue').length;
  const handlingUs = Math.floor(alone.handlingUs / Math.max(1, ownCount));
  const rest = alone.isTold ? 'on the way' : 'waiting elsewhere';
  let restLeftUs = alone.restUs * (alone.isTold ? wayRatio : 1);
  let elsewhereLeftUs = alone.elsewhereUs;
  /** As much as is left of what that takes alone, no longer than until then; returns what is left after it. */
  const upTo = (untilUs: number, leftUs: number, kind: StretchKind): number => {
    const fromUs = stretches.untilUs;
    stretches.until(Math.min(untilUs, fromUs + leftUs), kind);
    return leftUs - (stretches.untilUs - fromUs);
  };
  for (const { phase, untilUs } of phases) {
    if (phase === 'server' || phase === 'server queue') {
      stretches.until(untilUs, phase);
    } else if (phase === 'out') {
      upTo(untilUs, handlingUs, 'handling');
      restLeftUs = Math.max(0, restLeftUs - (untilUs - stretches.untilUs));
      stretches.until(untilUs, 'on the way');
    } else if (phase === 'back') {
      const handlesFromUs = Math.max(stretches.untilUs, untilUs - handlingUs);
      restLeftUs = upTo(handlesFromUs, restLeftUs, 'on the way');
      stretches.until(handlesFromUs, longer);
      stretches.until(untilUs, 'handling');
    } else {
      upTo(untilUs, handlingUs, alone.isTold ? 'handling' : computing);
      elsewhereLeftUs = upTo(untilUs, elsewhereLeftUs, 'computing elsewhere');
      restLeftUs = upTo(untilUs, restLeftUs, rest);
      stretches.until(untilUs, longer);
    }
  }
}

/** Where a request may be, the farthest on its way first. */
const STAGES: readonly { readonly phase: Phase; readonly from: keyof RequestAt; readonly to: keyof RequestAt }[] = [
  { phase: 'server', from: 'begunUs', to: 'sentUs' },
  { phase: 'server queue', from: 'receivedUs', to: 'begunUs' },
  { phase: 'back', from: 'sentUs', to: 'gotUs' },
  { phase: 'out', from: 'askedUs', to: 'receivedUs' },
];

/** What is going on at each moment: of several requests under way the one that has come farthest to its answer counts. */
function phasesOf(fromUs: number, toUs: number, requests: readonly RequestAt[]) {
  const within = (atUs: number) => Math.min(toUs, Math.max(fromUs, atUs));
  const steps = requests.flatMap((request) =>
    STAGES.flatMap(({ from, to }, stage) =>
      request[from] < request[to]
        ? [
            { atUs: within(request[from]), stage, by: 1 },
            { atUs: within(request[to]), stage, by: -1 },
          ]
        : [],
    ),
  );
  steps.sort((one, other) => one.atUs - other.atUs);
  const counts = STAGES.map(() => 0);
  const phases: { phase: Phase; untilUs: number }[] = [];
  let atUs = fromUs;
  const until = (untilUs: number) => {
    if (untilUs <= atUs) return;
    const phase = STAGES[counts.findIndex((count) => count > 0)]?.phase ?? 'nothing';
    const last = phases.at(-1);
    if (last?.phase === phase) last.untilUs = untilUs;
    else phases.push({ phase, untilUs });
    atUs = untilUs;
  };
  for (const step of steps) {
    until(step.atUs);
    counts[step.stage] = (counts[step.stage] as number) + step.by;
  }
  until(toUs);
  return phases;
}
