// Stored runs -> comparison: which cells changed between two versions. Each cell is judged by what past runs of it varied by,
// never by the two runs alone: what changes from run to run cannot be seen from inside one. Only cells that did the same
// work and are sound in both are compared; every other one is listed with the reason.

import { armName } from '../../model/arm-key.ts';
import type { ResultDocument } from '../../model/document/document.ts';
import type { HistoryRun } from '../../model/document/history-run.ts';
import type { ComparedCell, ComparedSide, Comparison } from '../../model/report/comparison.ts';
import { NEEDED_RUN_COUNT, STORED_LEVEL_RATIO, WINDOW_RUN_COUNT } from '../../stats/decisions/prediction-limit.ts';
import { machineName } from '../facts.ts';
import { before, inTime } from '../history/before.ts';
import { historyRunOf } from '../history/history-run-of.ts';
import { judgeByPast } from '../history/judge-by-past.ts';
import { isLike, machineDifferences } from '../history/likeness.ts';
import { byNews, byVerdict } from '../verdict-order.ts';
import { comparisonWarnings, type RelativeCell } from './comparison-warnings.ts';
import { type CellPair, matchCells } from './match-cells.ts';
import { whyNoRunDecides, whyOpen } from './why-open.ts';

/** What the user may set. */
export interface ComparisonOptions {
  /** A change must exceed this share before it counts: 0.03 is 3 %. */
  readonly marginRatio: number;
  /** What each is called: the path of its file. Default: base and head. */
  readonly labels?: { readonly base: string; readonly head: string };
  /** Past runs to judge by, in any order; default none, so that nothing is decided. */
  readonly pastRuns?: readonly HistoryRun[];
  /** What lies among them and cannot be read, in words. */
  readonly unreadable?: readonly string[];
}

/** Holds head against base, or against the past runs where base is null; lists what does not match and throws nothing for it. */
export function buildComparison(
  base: ResultDocument | null,
  head: ResultDocument,
  { marginRatio, labels = { base: 'base', head: 'head' }, pastRuns = [], unreadable = [] }: ComparisonOptions,
): Comparison {
  const headRun = historyRunOf(head);
  const earlier = before(headRun, pastRuns);
  const past = earlier.filter((run) => isLike(run, headRun));
  const baseRun = base === null ? newestOf(past, earlier, inTime(pastRuns)) : historyRunOf(base);
  const comparable = baseRun === null || machineDifferences(baseRun, headRun).length === 0;
  const { pairs, unmatched } = matchCells({ baseRun, past: base === null ? past : [], headRun, comparable });
  const openRun = whyNoRunDecides({ base: base === null ? null : baseRun, head: headRun, earlier, pastRuns });
  const relative: RelativeCell[] = [];
  const cells = pairs.map((pair): ComparedCell => {
    const isAlone = base !== null || past.length === 0;
    const { decision, cell } = comparedCell(pair, { past, isAlone, marginRatio, openRun });
    if (decision.relativeTo !== null) relative.push({ cell, price: decision.relativeTo });
    return cell;
  });
  const likeCount = Math.min(past.length, WINDOW_RUN_COUNT);
  return {
    tier: 'stored',
    createdAt: head.createdAt,
    base: {
      label: base === null ? pastWords(likeCount) : labels.base,
      ...sideOf(baseRun ?? headRun),
    },
    head: { label: labels.head, ...sideOf(headRun) },
    marginRatio,
    cells: byVerdict(cells),
    unmatched: byNews(unmatched),
    warnings: comparisonWarnings({
      base: base === null ? null : baseRun,
      head: headRun,
      comparable,
      cells,
      relative,
      unreadable,
    }),
    comparable,
    complete: true,
    measuredMs: null,
    selfTest: null,
    history: { runCount: pastRuns.length, likeCount, neededCount: NEEDED_RUN_COUNT },
  };
}

/** The run that stands for a history: the newest that is like head, else that there is. */
function newestOf(...lists: readonly (readonly HistoryRun[])[]): HistoryRun | null {
  return lists.find((runs) => runs.length > 0)?.at(-1) ?? null;
}

interface Surroundings {
  readonly past: readonly HistoryRun[];
  /** True where the cell is held against the one in base, not against the mean of the past runs. */
  readonly isAlone: boolean;
  readonly marginRatio: number;
  /** Why no cell of these runs can be decided; null where some may. */
  readonly openRun: string | null;
}

function comparedCell({ base, head, file }: CellPair, { past, isAlone, marginRatio, openRun }: Surroundings) {
  const decision = judgeByPast({ head, base: isAlone ? base : null, past }, marginRatio);
  const reason = openRun ?? whyOpen(decision);
  const verdict = reason === null ? decision.verdict : 'inconclusive';
  const cell: ComparedCell = {
    key: head.cell.key,
    name: armName(head.cell.key),
    file,
    baseMs: decision.baseMs,
    headMs: head.cell.medianMs as number,
    change: decision.change,
    levelRatio: STORED_LEVEL_RATIO,
    verdict,
    detectableRatio: openRun === null ? decision.detectableRatio : null,
    basedOnCount: decision.pastCount,
    reason,
  };
  return { decision, cell };
}

function pastWords(count: number): string {
  return `${count} past ${count === 1 ? 'run' : 'runs'}`;
}

function sideOf(run: HistoryRun): Omit<ComparedSide, 'label'> {
  return { createdAt: run.createdAt, commit: run.commit, machine: machineName(run) };
}
