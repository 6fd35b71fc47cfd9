// Why a task took longer than alone: what the batch as a whole has evidence for. Where there is none, it was held up outside.

import type { Segment, SegmentKind } from '../../model/report/timeline-report.ts';
import type { Intervals } from '../../stats/intervals.ts';
import type { FullCores } from './full-cores.ts';
import type { Stretch, Stretches, StretchKind } from './stretches.ts';

/** Of a stretch without a kind of its own: its kind, and when it is that no core was free. */
interface Reason {
  readonly kind: SegmentKind;
  readonly withoutCore: Intervals;
}

export type Reasons = ReadonlyMap<StretchKind, Reason>;

/** `isLoopToBlame`: the main thread was busy for as long as tasks waited for it. */
export function reasonsOf(isLoopToBlame: boolean, { byWorkers, byAll }: FullCores): Reasons {
  const forLoop = (kind: SegmentKind): Reason =>
    isLoopToBlame ? { kind: 'loop busy', withoutCore: [] } : { kind, withoutCore: byWorkers };
  return new Map<StretchKind, Reason>([
    ['longer', forLoop('held up')],
    ['late message', forLoop('on the way')],
    ['longer in a worker', { kind: 'held up', withoutCore: byAll }],
  ]);
}

/** Every stretch with its reason; two of a kind become one. */
export function segmentsOf(stretches: Stretches['all'], reasons: Reasons): Segment[] {
  const segments: Segment[] = [];
  for (const piece of stretches.flatMap((stretch) => told(stretch, reasons))) {
    const last = segments.at(-1);
    if (last?.kind === piece.kind) segments[segments.length - 1] = { ...last, toUs: piece.toUs };
    else segments.push(piece);
  }
  return segments;
}

function told({ kind, fromUs, toUs }: Stretch, reasons: Reasons): Segment[] {
  const reason = reasons.get(kind);
  if (reason === undefined) return [{ kind: kind as SegmentKind, fromUs, toUs }];
  const pieces: Segment[] = [];
  let untilUs = fromUs;
  const until = (atUs: number, own: SegmentKind) => {
    if (atUs > untilUs) pieces.push({ kind: own, fromUs: untilUs, toUs: atUs });
    untilUs = Math.max(untilUs, atUs);
  };
  const { withoutCore } = reason;
  for (let index = 0; index < withoutCore.length; index += 2) {
    until(Math.min(toUs, withoutCore[index] as number), reason.kind);
    until(Math.min(toUs, withoutCore[index + 1] as number), 'no core free');
  }
  until(toUs, reason.kind);
  return pieces;
}
