// Timelines for tests, in letters: a line a task, a letter a millisecond.

import { armName } from '../../model/arm-key.ts';
import type { Cell } from '../../model/document/document.ts';
import type { Row } from '../../model/report/report.ts';
import type { Segment, SegmentKind, TimelineReport, TimelineTask } from '../../model/report/timeline-report.ts';
import type { SeenRow } from '../../model/teaching/lesson.ts';

const KINDS: Readonly<Record<string, SegmentKind>> = {
  '.': 'held back',
  q: 'pool queue',
  Q: 'server queue',
  s: 'server',
  b: 'loop busy',
  c: 'computing here',
  w: 'computing in a worker',
  e: 'computing elsewhere',
  '~': 'waiting elsewhere',
};
const LETTER_US = 1_000;

/** `'ssc'`: two milliseconds at the server, one computing. A digit in front is the task's worker, `!` at the end that it failed. */
export function timelineOf(lines: readonly string[], batchLetters?: number): TimelineReport {
  const tasks = lines.map(taskOf);
  const longestUs = Math.max(...tasks.map(({ segments }) => segments.at(-1)?.toUs ?? 0));
  const key = { scenarioId: 'any', strategyId: 'any', parameters: {}, subject: 'worktree' } as const;
  return {
    ...{
      key,
      name: armName(key),
      placebo: false,
      reason: 'typical',
      epoch: 0,
      round: 0,
      tasks,
      workerParts: [],
      idleWorkers: [],
      faults: [],
    },
    ...{ leftOutTaskCount: 0, leftOutRequestCount: 0 },
    batchUs: batchLetters === undefined ? longestUs : batchLetters * LETTER_US,
  };
}

/** A row that has these timelines; the rest of it is what a test says. */
export function rowWith(
  timelines: readonly TimelineReport[],
  cell: Partial<Cell> = {},
  row: Partial<Row> = {},
): SeenRow {
  const taskCount = timelines[0]?.tasks.length ?? 0;
  return { timelines, cell: { taskCount, ...cell } as Cell, row: row as Row };
}

function taskOf(line: string, place: number): TimelineTask {
  const [, worker = '', letters = '', failed = ''] = /^(\d?)([^!]*)(!?)$/.exec(line) ?? [];
  const segments: Segment[] = [];
  for (const [index, letter] of [...letters].entries()) {
    const kind = KINDS[letter];
    if (kind === undefined) throw new Error(`no segment '${letter}'`);
    const last = segments.at(-1);
    const toUs = (index + 1) * LETTER_US;
    if (last?.kind === kind) segments[segments.length - 1] = { ...last, toUs };
    else segments.push({ kind, fromUs: index * LETTER_US, toUs });
  }
  return { place, worker: worker === '' ? null : Number(worker), failed: failed !== '', segments };
}
