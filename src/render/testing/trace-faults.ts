// What trace viewers do not forgive, as a check of our own: neither Perfetto nor Chrome says what it has dropped.

import { merged } from '../../stats/intervals.ts';
import type { TraceEvent } from '../trace/trace-events.ts';

type Slice = Extract<TraceEvent, { ph: 'X' }>;

/** One sentence for each broken rule of the format; none in a trace that opens whole. */
export function traceFaults(events: readonly TraceEvent[]): string[] {
  const slices = events.filter((event) => event.ph === 'X');
  const byLane = Map.groupBy(slices, laneOf);
  return [
    ...[...byLane].flatMap(([lane, own]) => crossings(lane, own)),
    ...slices.flatMap(({ name, ts, dur }) => (ts >= 0 && dur > 0 ? [] : [`${name}: from ${ts} for ${dur}`])),
    ...unnamed(events),
    ...flowFaults(events, byLane),
    ...counterFaults(events),
    ...events.flatMap((event) => (event.ph === 'M' && 'ts' in event ? [`metadata ${event.name} has a time`] : [])),
  ];
}

const laneOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid}/${tid}`;

/** Slices of a lane nest or are apart. */
function crossings(lane: string, slices: readonly Slice[]): string[] {
  const open: number[] = [];
  const faults: string[] = [];
  for (const { name, ts, dur } of slices.toSorted((one, other) => one.ts - other.ts || other.dur - one.dur)) {
    while (open.length > 0 && (open.at(-1) as number) <= ts) open.pop();
    const until = open.at(-1);
    if (until !== undefined && ts + dur > until) faults.push(`${name} crosses another on ${lane}`);
    open.push(ts + dur);
  }
  return faults;
}

function unnamed(events: readonly TraceEvent[]): string[] {
  const named = (name: string) => events.filter((event) => event.ph === 'M' && event.name === name);
  const processes = new Set(named('process_name').map(({ pid }) => pid));
  const lanes = new Set(named('thread_name').map((event) => laneOf(event as { pid: number; tid: number })));
  const shown = events.filter((event) => event.ph !== 'M');
  return [
    ...shown.flatMap(({ pid }) => (processes.has(pid) ? [] : [`process ${pid} has no name`])),
    ...shown.flatMap((event) =>
      'tid' in event && !lanes.has(laneOf(event)) ? [`lane ${laneOf(event)} has no name`] : [],
    ),
  ];
}

/** Each arrow has both ends, in this order, and each end lies in a slice. */
function flowFaults(events: readonly TraceEvent[], byLane: ReadonlyMap<string, readonly Slice[]>): string[] {
  const covered = new Map(
    [...byLane].map(([lane, own]) => [lane, merged(own.flatMap(({ ts, dur }) => [ts, ts + dur]))]),
  );
  const ends = events.filter((event) => event.ph === 's' || event.ph === 'f');
  return [...Map.groupBy(ends, ({ id }) => id)].flatMap(([id, own]) => {
    const [start, finish] = own;
    if (own.length !== 2 || start?.ph !== 's' || finish?.ph !== 'f' || finish.bp !== 'e' || finish.ts < start.ts)
      return [`flow ${id} is not one start and one end`];
    return own.flatMap((end) => {
      return isWithin(covered.get(laneOf(end)) ?? [], end.ts) ? [] : [`flow ${id} hangs in the air`];
    });
  });
}

/** Whether stretches in order cover a moment: it lies behind an odd number of their bounds. */
function isWithin(stretches: readonly number[], at: number): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

function counterFaults(events: readonly TraceEvent[]): string[] {
  const counters = events.filter((event) => event.ph === 'C');
  return [...Map.groupBy(counters, ({ pid }) => pid)].flatMap(([pid, own]) => {
    const isInOrder = own.every(({ ts }, index) => index === 0 || ts > (own[index - 1]?.ts ?? 0));
    const last = own.at(-1)?.args.tasks;
    return [
      ...(isInOrder ? [] : [`the counter of ${pid} goes back in time`]),
      ...(last === 0 ? [] : [`the counter of ${pid} ends at ${last}`]),
    ];
  });
}
