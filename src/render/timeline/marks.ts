// What a segment looks like in characters, and what it is called. Each kind has a mark of its own: colour adds nothing.

import type { SegmentKind } from '../../model/report/timeline-report.ts';

/** Characters for terminals that draw them, and for those that do not. */
export type MarkSet = 'unicode' | 'ascii';

const MARKS: Readonly<Record<SegmentKind, Readonly<Record<MarkSet, string>>>> = {
  'held back': { unicode: '·', ascii: '.' },
  'pool queue': { unicode: '╌', ascii: ':' },
  handling: { unicode: '▪', ascii: '+' },
  'server queue': { unicode: '┈', ascii: '_' },
  server: { unicode: '─', ascii: '-' },
  'on the way': { unicode: '╴', ascii: ',' },
  'waiting elsewhere': { unicode: '~', ascii: '~' },
  'loop busy': { unicode: '░', ascii: '%' },
  'no core free': { unicode: '╬', ascii: '=' },
  'held up': { unicode: '×', ascii: 'x' },
  'computing here': { unicode: '█', ascii: '#' },
  'computing in a worker': { unicode: '▓', ascii: 'W' },
  'computing elsewhere': { unicode: '▒', ascii: 'o' },
};

/** What stands in a worker's line while it has no task. */
export const IDLE_MARK: Readonly<Record<MarkSet, string>> = { unicode: '˙', ascii: "'" };
export const IDLE_NAME = 'worker without a task';

/** What legends call them. */
export const SEGMENT_NAMES: Readonly<Record<SegmentKind, string>> = {
  'held back': 'held back by the limit',
  'pool queue': "in the pool's queue",
  handling: 'its code: sending, reading',
  'server queue': "in the server's queue",
  server: 'server at it',
  'on the way': 'on the way',
  'waiting elsewhere': 'waiting elsewhere',
  'loop busy': 'could run, loop busy',
  'no core free': 'could run, no core free',
  'held up': 'held up outside',
  'computing here': 'computing here',
  'computing in a worker': 'computing in a worker',
  'computing elsewhere': 'computing in another thread',
};

/** The mark of a kind. */
export function markOf(kind: SegmentKind, marks: MarkSet): string {
  return MARKS[kind][marks];
}
