// Which cells of a gate have numbers to judge, and why the others have none. A cell that fails in head, or fails more of its
// tasks there, is the gravest news and goes first; one whose outputs changed does other work, so that its times say nothing.

import type { GateCell } from '../../model/document/gate-document.ts';
import { areKnownToDiffer } from '../../model/document/output-digest.ts';
import type { UnmatchedNews } from '../../model/report/comparison.ts';
import { normalCdf } from '../../stats/distributions/normal.ts';

/** Why a cell has no verdict. */
export interface Withheld {
  readonly news: UnmatchedNews;
  readonly reason: string;
}

/** Chance of so many more failures from equal code, below which they are news. */
const FAILURES_ALPHA = 0.001;

/** Null for a cell that can be judged. */
export function withheldFrom(cell: GateCell): Withheld | null {
  const { base, head } = cell;
  const [inBase, inHead] = [base.failure, head.failure].map((failure) =>
    failure === null ? null : `${failure.code}: ${failure.message}`,
  );
  if (inBase != null && inHead != null) return { news: 'not comparable', reason: `fails in both versions: ${inHead}` };
  if (inBase != null) return { news: 'not comparable', reason: `fails in base: ${inBase}` };
  if (inHead != null) return { news: 'broken', reason: inHead };
  return failuresOf(cell) ?? outputsOf(cell);
}

function outputsOf({ base, head, pairs }: GateCell): Withheld | null {
  if (pairs.length === 0 || !areKnownToDiffer(base.outputDigest, head.outputDigest)) return null;
  const without = base.outputDigest === null ? 'base' : head.outputDigest === null ? 'head' : null;
  const reason =
    without === null
      ? 'different outputs: the work itself has changed'
      : `some task never had an output in ${without}, and all had one in ${without === 'base' ? 'head' : 'base'}`;
  return { news: 'outputs changed', reason };
}

function failuresOf({ pairs, taskCount }: GateCell): Withheld | null {
  const total = (field: 'baseFailedCount' | 'headFailedCount') => pairs.reduce((sum, pair) => sum + pair[field], 0);
  const [baseCount, headCount] = [total('baseFailedCount'), total('headFailedCount')];
  const ranCount = taskCount * pairs.reduce((sum, { baseMs }) => sum + baseMs.length, 0);
  if (ranCount === 0 || headCount <= baseCount) return null;
  const pooled = (baseCount + headCount) / (2 * ranCount);
  const standardError = Math.sqrt((pooled * (1 - pooled) * 2) / ranCount);
  const z = standardError === 0 ? Number.POSITIVE_INFINITY : (headCount - baseCount) / ranCount / standardError;
  if (1 - normalCdf(z) >= FAILURES_ALPHA) return null;
  return { news: 'broken', reason: `more tasks fail: ${headCount} of ${ranCount} in head, ${baseCount} in base` };
}
