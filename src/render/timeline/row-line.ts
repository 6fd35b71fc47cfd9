// One row of a timeline as a line of characters: a name, a bar of marks, and what stands behind it.

import type { SegmentKind } from '../../model/report/timeline-report.ts';
import { IDLE_MARK, type MarkSet, markOf } from './marks.ts';

/** What a place of a row may show: a segment of a task, or that a worker has none. */
export type RowKind = SegmentKind | 'idle';

interface Stretch {
  readonly kind: RowKind;
  readonly fromUs: number;
  readonly toUs: number;
}

/** A task or a worker. */
export interface Row {
  readonly label: string;
  /** What stands behind the bar. */
  readonly end: string;
  /** In time, without a gap. */
  readonly stretches: readonly Stretch[];
  readonly failed: boolean;
}

/** How to draw it. */
export interface RowLayout {
  /** Places in a line. */
  readonly width: number;
  /** Places before and behind the bar; what is shorter stands right. */
  readonly labelWidth: number;
  readonly endWidth: number;
  readonly marks: MarkSet;
  /** What a full line stands for, in microseconds. */
  readonly axisUs: number;
}

/** A row as it is drawn. */
export interface RowLine {
  readonly text: string;
  /** What can be seen in it: what is shorter than a place may be lost beside what is longer. */
  readonly kinds: readonly RowKind[];
}

const FRAMES = { unicode: ['▕', '▏', '✗'], ascii: ['|', '|', 'x'] } as const;

/** The line, no wider than `width`. */
export function rowLine(row: Row, { width, labelWidth, endWidth, marks, axisUs }: RowLayout): RowLine {
  const [open, close, cross] = FRAMES[marks];
  const room = Math.max(1, width - labelWidth - endWidth - 3);
  const kinds = kindsOf(row.stretches, room, axisUs);
  const bar = kinds.map((kind) => (kind === 'idle' ? IDLE_MARK[marks] : markOf(kind, marks))).join('');
  const drawn = (bar + (row.failed ? cross : '')).slice(0, room).padEnd(room);
  return { text: `${row.label.padStart(labelWidth)}${open}${drawn}${close} ${row.end.padStart(endWidth)}`, kinds };
}

/** Each place shows what took most of its time. */
function kindsOf(stretches: readonly Stretch[], room: number, axisUs: number): RowKind[] {
  const endUs = stretches.at(-1)?.toUs;
  if (endUs === undefined) return [];
  const places = Math.min(room, Math.max(1, Math.round((endUs / axisUs) * room)));
  let first = 0;
  return Array.from({ length: places }, (_, place) => {
    const fromUs = (place * axisUs) / room;
    const toUs = ((place + 1) * axisUs) / room;
    while (first < stretches.length - 1 && (stretches[first] as Stretch).toUs <= fromUs) first += 1;
    let longest = stretches[first] as Stretch;
    const within = (stretch: Stretch) => Math.min(stretch.toUs, toUs) - Math.max(stretch.fromUs, fromUs);
    for (let index = first; index < stretches.length && (stretches[index] as Stretch).fromUs < toUs; index++) {
      const stretch = stretches[index] as Stretch;
      if (within(stretch) > within(longest)) longest = stretch;
    }
    return longest.kind;
  });
}
