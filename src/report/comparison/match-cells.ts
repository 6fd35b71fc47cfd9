// Which cells of two runs belong together, and what is the matter with every other one.

import { armName, keyText } from '../../model/arm-key.ts';
import type { HistoryCell, HistoryRun } from '../../model/document/history-run.ts';
import type { UnmatchedCell, UnmatchedNews } from '../../model/report/comparison.ts';
import { type CellOfRun, haveOtherOutputs, workDifference } from '../history/same-work.ts';

/** A cell with numbers on both sides. */
export interface CellPair {
  readonly base: CellOfRun;
  readonly head: CellOfRun;
  /** Where its scenario is in head; null where that is not known. */
  readonly file: string | null;
}

/** The sides to match. */
export interface Sides {
  /** Null where there is nothing to hold head against. */
  readonly baseRun: HistoryRun | null;
  /** Where base is a history, its runs in the order of time: a cell that the newest lacks may be in an earlier one. */
  readonly past: readonly HistoryRun[];
  readonly headRun: HistoryRun;
  /** False where the machines differ. */
  readonly comparable: boolean;
}

type Cells = ReadonlyMap<string, CellOfRun>;

/** Every cell of either side, once; a strategy that suits neither is none that anybody could miss. */
export function matchCells({ baseRun, past, headRun, comparable }: Sides): {
  pairs: CellPair[];
  unmatched: UnmatchedCell[];
} {
  const inHead = cellsOf(headRun);
  const inBase = new Map(baseRun === null ? [] : cellsOf(baseRun));
  for (const text of inHead.keys()) {
    const earlier = inBase.has(text) ? undefined : past.findLast((run) => cellsOf(run).has(text));
    if (earlier !== undefined) inBase.set(text, cellsOf(earlier).get(text) as CellOfRun);
  }
  const pairs: CellPair[] = [];
  const unmatched: UnmatchedCell[] = [];
  for (const text of new Set([...inBase.keys(), ...inHead.keys()])) {
    const [base, head] = [inBase.get(text), inHead.get(text)];
    if (base?.cell.state === 'skipped' && head?.cell.state === 'skipped') continue;
    const { key } = ((base ?? head) as CellOfRun).cell;
    const file = headRun.scenarios.find(({ id }) => id === key.scenarioId)?.file ?? null;
    const reason = reasonAgainst(base, head, { inBase, inHead }) ?? (comparable ? null : 'different machines');
    if (reason === null && base !== undefined && head !== undefined) pairs.push({ base, head, file });
    else unmatched.push({ key, name: armName(key), file, news: newsOf(base, head), reason: reason ?? 'not measured' });
  }
  return { pairs, unmatched };
}

function cellsOf(run: HistoryRun): Cells {
  return new Map(run.cells.map((cell) => [keyText(cell.key), { cell, run }]));
}

function reasonAgainst(
  base: CellOfRun | undefined,
  head: CellOfRun | undefined,
  { inBase, inHead }: { readonly inBase: Cells; readonly inHead: Cells },
): string | null {
  if (head === undefined) return base === undefined ? null : onlyIn('base', 'head', base.cell, inHead);
  if (base === undefined) return onlyIn('head', 'base', head.cell, inBase);
  const [one, other] = [base.cell.reason, head.cell.reason];
  if (one !== null && other !== null) return `no numbers in either: ${one}`;
  if (one !== null) return `no numbers in base: ${one}`;
  if (other !== null) return `no numbers in head: ${other}`;
  return workDifference(base, head);
}

// The same strategy with other parameters is another arm; it is named, so that a changed default is not a riddle.
function onlyIn(has: string, lacks: string, { key }: HistoryCell, others: Cells): string {
  const alike = [...others.values()].filter(
    ({ cell }) => cell.key.scenarioId === key.scenarioId && cell.key.strategyId === key.strategyId,
  );
  if (alike.length === 0) return `only in ${has}`;
  return `only in ${has}; ${lacks} has ${alike.map(({ cell }) => armName(cell.key)).join(', ')}`;
}

function newsOf(base: CellOfRun | undefined, head: CellOfRun | undefined): UnmatchedNews {
  // What worked and now fails, or no longer passes its audits, is no gap in the comparison but its gravest outcome.
  if (base?.cell.state === 'measured' && head?.cell.state === 'faulty') return 'broken';
  if (base === undefined) return 'added';
  if (head === undefined) return 'removed';
  return haveOtherOutputs(base, head) ? 'outputs changed' : 'not comparable';
}
