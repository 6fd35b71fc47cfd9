// Why a cell has no verdict, in one sentence with the next step.

import type { HistoryRun } from '../../model/document/history-run.ts';
import { NEEDED_RUN_COUNT } from '../../stats/decisions/prediction-limit.ts';
import type { PastJudgement } from '../history/judge-by-past.ts';
import { isKnownMachine, isLike, machineDifferences, settingsDifferences } from '../history/likeness.ts';

const KEEP_MORE = '`overlap baseline add` keeps one';

/** What a comparison has. */
export interface RunsAtHand {
  /** Null where base is the history. */
  readonly base: HistoryRun | null;
  readonly head: HistoryRun;
  /** Runs of the history that were made before head. */
  readonly earlier: readonly HistoryRun[];
  readonly pastRuns: readonly HistoryRun[];
}

/** Why nothing can be decided, whatever the cell; null where something may. */
export function whyNoRunDecides({ base, head, earlier, pastRuns }: RunsAtHand): string | null {
  for (const [side, run] of [
    ['base', base],
    ['head', head],
  ] as const) {
    if (run?.complete === false) return `the ${side} run was interrupted: measure it again`;
  }
  if (!isKnownMachine(head)) return 'head does not name its CPU, so no past run counts as one of such a machine';
  const other = base === null ? [] : settingsDifferences(base, head);
  if (other.length > 0) return `base and head were run with different ${other.join(' and ')}: run both alike`;
  if (pastRuns.length === 0)
    return `there are no past runs to judge by: ${KEEP_MORE} (a verdict needs ${NEEDED_RUN_COUNT})`;
  if (earlier.length === 0) return `all past runs are newer than head: ${KEEP_MORE} of its own past`;
  if (earlier.some((run) => isLike(run, head))) return null;
  const ofMachine = earlier.findLast((run) => machineDifferences(run, head).length === 0);
  if (ofMachine !== undefined) {
    const settings = settingsDifferences(ofMachine, head).join(' and ');
    return `past runs on such a machine have other settings (${settings}): ${KEEP_MORE} with these`;
  }
  return `no past run is of such a machine: ${KEEP_MORE} made on it`;
}

/** Why this cell has no verdict; null where it has one. */
export function whyOpen({ verdict, pastCount, detectableRatio }: PastJudgement): string | null {
  if (verdict !== 'inconclusive') return null;
  if (detectableRatio === null) {
    return `${pastCount} of the ${NEEDED_RUN_COUNT} past runs that a verdict needs have this cell: \`overlap baseline add\` keeps more`;
  }
  const percent = Math.round((detectableRatio - 1) * 100);
  return `past runs of it differ so much that only a slow-down of ${percent} % is sure to be found: \`overlap gate\` sees smaller ones`;
}
