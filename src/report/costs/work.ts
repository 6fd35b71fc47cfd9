// Where the time of a task alone goes, whatever the file calls its parts: measured, never declared.

import type { WorkShares } from '../../model/report.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { shareOf } from '../why/words.ts';

/** The kind of a scenario's work. */
export interface KindOfWork extends WorkShares {
  /** One sentence where the file says otherwise than what was measured; null where the two agree. */
  readonly contradiction: string | null;
}

/** The measured kind of the work; null where no task was measured alone. */
export function workOf({ totals }: ScenarioData): KindOfWork | null {
  if (totals === null || totals.wallMs <= 0) return null;
  const { wallMs, ioMs, ioCpuMs, computeCpuMs, otherCpuMs } = totals;
  const computingHereRatio = shareOf(ioCpuMs + computeCpuMs, wallMs);
  const computingElsewhereRatio = Math.min(1 - computingHereRatio, shareOf(otherCpuMs, wallMs));
  return {
    waitingRatio: 1 - computingHereRatio - computingElsewhereRatio,
    computingHereRatio,
    computingElsewhereRatio,
    contradiction: blockingIo(shareOf(ioCpuMs, ioMs)),
  };
}

const MOSTLY = 0.85;

function blockingIo(computingRatio: number): string | null {
  if (computingRatio < MOSTLY) return null;
  return `\`io\` computed for ${(computingRatio * 100).toFixed(0)} % of its time: a blocking call inside an async function; Promise.all cannot overlap it, threads can.`;
}
