// One cell of a run, judged by what the same cell did in past runs. A slow day of the machine may be taken out by dividing
// by what the run paid for work of the same kind before it measured anything: computing by the price of computing, waiting
// by that of a request, never across. Only where past runs agree better that way.

import { keyText } from '../../model/arm-key.ts';
import type { HistoryRun } from '../../model/document/history-run.ts';
import {
  isSteadierBy,
  judgeStored,
  type StoredDecision,
  WINDOW_RUN_COUNT,
} from '../../stats/decisions/prediction-limit.ts';
import { mean } from '../../stats/moments.ts';
import { type CellOfRun, workDifference } from './same-work.ts';

/** The price that times were divided by. */
export type ReferencePrice = 'computing' | 'request';

/** A decision and what it rests on. */
export interface PastJudgement extends StoredDecision {
  /** Past runs that have the cell, in the window. */
  readonly pastCount: number;
  /** Typical median of these runs, or of the one run in base. */
  readonly baseMs: number;
  /** Null where times were taken as they are. */
  readonly relativeTo: ReferencePrice | null;
}

/** What to judge by what. */
export interface PastQuestion {
  readonly head: CellOfRun;
  /** A single run to hold it against; null for the past runs themselves. */
  readonly base: CellOfRun | null;
  /** Like runs before head, in the order of time. */
  readonly past: readonly HistoryRun[];
}

/** Judges a cell that was measured; `marginRatio` 0.03 says that 3 % do not matter. */
export function judgeByPast({ head, base, past }: PastQuestion, marginRatio: number): PastJudgement {
  const window = windowOf(past, head);
  const relativeTo = referenceFor(window, base, head);
  const values = window.map((each) => logOf(each, relativeTo));
  const decision = judgeStored(
    { past: values, base: base === null ? null : logOf(base, relativeTo), head: logOf(head, relativeTo) },
    marginRatio,
  );
  return {
    ...decision,
    pastCount: window.length,
    baseMs: base === null ? typicalMs(window) : (base.cell.medianMs as number),
    relativeTo,
  };
}

/** The mean of the logs, so that head over it is the change where nothing is divided by; NaN without past runs. */
function typicalMs(window: readonly CellOfRun[]): number {
  return window.length === 0 ? Number.NaN : Math.exp(mean(window.map((each) => logOf(each, null))));
}

/** Logs of the cell's medians in these runs, in the order of time, as they are judged. */
export function pastLogsOf({ head, past }: PastQuestion): number[] {
  const window = windowOf(past, head);
  const relativeTo = referenceFor(window, null, head);
  return window.map((each) => logOf(each, relativeTo));
}

function windowOf(past: readonly HistoryRun[], head: CellOfRun): CellOfRun[] {
  return past.flatMap((run) => sameCellIn(run, head)).slice(-WINDOW_RUN_COUNT);
}

function sameCellIn(run: HistoryRun, head: CellOfRun): CellOfRun[] {
  const text = keyText(head.cell.key);
  const cell = run.cells.find(({ key, medianMs }) => medianMs !== null && keyText(key) === text);
  if (cell === undefined || workDifference({ cell, run }, head) !== null) return [];
  return [{ cell, run }];
}

function referenceFor(window: readonly CellOfRun[], base: CellOfRun | null, head: CellOfRun): ReferencePrice | null {
  const { work } = head.cell;
  if (work === 'mixed') return null;
  const all = [...window, ...(base === null ? [] : [base]), head];
  if (all.some(({ run }) => run.references === null)) return null;
  const price = work === 'computing' ? 'computing' : 'request';
  const logs = (relativeTo: ReferencePrice | null) => window.map((each) => logOf(each, relativeTo));
  return isSteadierBy(logs(null), logs(price)) ? price : null;
}

function logOf({ cell, run }: CellOfRun, relativeTo: ReferencePrice | null): number {
  const log = Math.log(cell.medianMs as number);
  if (relativeTo === null || run.references === null) return log;
  const { computingMs, requestMs } = run.references;
  return log - Math.log(relativeTo === 'computing' ? computingMs : requestMs);
}
