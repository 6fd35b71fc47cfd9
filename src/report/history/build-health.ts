// History -> whether it may judge. Everything follows from the kept runs: of the kind that the newest one is, since the next
// run is judged by these.

import { armName } from '../../model/arm-key.ts';
import type { HistoryCell, HistoryRun } from '../../model/document/history-run.ts';
import type { CellHealth, HistoryHealth } from '../../model/report/history-health.ts';
import { trendOf } from '../../stats/series/trend.ts';
import { inTime } from './before.ts';
import { judgeByPast, pastLogsOf } from './judge-by-past.ts';
import { isLike, kindName } from './likeness.ts';
import { replay } from './replay.ts';
import { trustOf } from './trust.ts';

/** Chance of so steady a trend in one of all cells without any. */
const DRIFT_ALPHA = 0.01;
const FEWEST_FOR_TREND = 8;

/** What is asked for. */
export interface HealthOptions {
  /** A change must exceed this share before it counts, 0..1. */
  readonly marginRatio: number;
  /** Entries of the history that could not be read. */
  readonly brokenCount: number;
}

/** Tells a history, of which `runs` are all that could be read, in any order. */
export function buildHealth(runs: readonly HistoryRun[], { marginRatio, brokenCount }: HealthOptions): HistoryHealth {
  const all = inTime(runs);
  const newest = all.at(-1);
  // A machine that does not name itself is like no other, not even itself.
  const like = newest === undefined ? [] : all.filter((run) => isLike(run, newest));
  const placebos = like.flatMap((run) => run.placebos);
  const cells = newest === undefined ? [] : cellsOf(newest, like, marginRatio);
  const told = {
    runCount: all.length,
    brokenCount,
    kind: newest === undefined ? null : kindName(newest),
    likeCount: like.length,
    otherKinds: otherKinds(all.filter((run) => !like.includes(run))),
    placebo: {
      count: placebos.length,
      alarmCount: placebos.filter(({ verdict }) => verdict === 'faster' || verdict === 'slower').length,
    },
    replay: replay(like, marginRatio),
    cells: cells.sort((one, other) => (other.detectableRatio ?? 0) - (one.detectableRatio ?? 0)),
  };
  return { ...told, ...trustOf(told) };
}

function cellsOf(newest: HistoryRun, like: readonly HistoryRun[], marginRatio: number): CellHealth[] {
  const measured = newest.cells.filter(({ state }) => state === 'measured');
  return measured.map((cell) => {
    const question = { head: { cell, run: newest }, base: null, past: like };
    const { pastCount, detectableRatio } = judgeByPast(question, marginRatio);
    const driftRatio = driftOf(pastLogsOf(question), measured, marginRatio);
    return { key: cell.key, name: armName(cell.key), pastCount, detectableRatio, driftRatio };
  });
}

function driftOf(logs: readonly number[], cells: readonly HistoryCell[], marginRatio: number): number | null {
  if (logs.length < FEWEST_FOR_TREND) return null;
  const { slope, probability } = trendOf(logs);
  const total = slope * (logs.length - 1);
  if (probability > DRIFT_ALPHA / cells.length || Math.abs(total) <= Math.log1p(marginRatio)) return null;
  return Math.exp(total);
}

function otherKinds(runs: readonly HistoryRun[]): HistoryHealth['otherKinds'] {
  return [...Map.groupBy(runs, kindName)]
    .map(([kind, same]) => ({ kind, runCount: same.length }))
    .sort((one, other) => other.runCount - one.runCount);
}
