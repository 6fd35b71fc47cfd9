// A neighbour who stayed while a scenario was measured: how much of the machine it used, and which rows it held back. The
// numbers stand, since that is what this machine gave; which way they err is said. The same for waiting and computing.

import type { Warning } from '../../model/report/report.ts';
import type { Arm } from '../arms/arm.ts';
import { foreignLoad, isBusy } from '../arms/foreign-load.ts';
import { rangeWords } from '../arms/probed-cores.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { listing } from '../why/words.ts';

/** An arm competes when what it wants and what others used is more than the machine has, by more than can be misread. */
const CROWDED_RATIO = 1.05;
/** A file edited by hand can hold batches that took no time. */
const MOST_CORES = 1_000_000;

/** At most one warning: the neighbour, where it used more than its ordinary share. */
export function neighbourWarnings({ arms, reference, coreCount }: ScenarioData): Warning[] {
  const measured = arms.filter(({ cell, samples }) => cell.status.state === 'completed' && samples.length > 0);
  const load = foreignLoad(
    measured.flatMap(({ samples }) => samples),
    coreCount,
  );
  if (load === null || !isBusy(load.meanCores, coreCount)) return [];
  const { busyCores, busyRoundCount, roundCount } = load;
  const heldBack = measured.filter((arm) => wantedCores(arm) + busyCores > coreCount * CROWDED_RATIO);
  const cores = `${coreCount} ${coreCount === 1 ? 'core' : 'cores'}`;
  return [
    {
      code: 'neighbour',
      message: `others used ${busyCores.toFixed(1)} of ${cores} in ${busyRoundCount} of ${roundCount} rounds: ${consequence(heldBack, reference)}`,
      remedy: 'Close other programs, or wait for a quiet host, and run again.',
    },
  ];
}

/** Cores that an arm would keep busy, its server included: what computes, or has a loop to turn, counts while it waits for a core, too. */
function wantedCores(arm: Arm): number {
  const wallMs = arm.medianOf('wallMs');
  const cpuMs = arm.medianOf('cpuMs');
  const loopMs = arm.medianOf('loopUtilizationRatio') * wallMs;
  const besideLoopMs = cpuMs - (arm.knownMedianOf('loopCpuMs') ?? cpuMs);
  const busyMs = Math.max(arm.medianOf('computeWallMs'), cpuMs, loopMs + besideLoopMs) + arm.medianOf('serverCpuMs');
  return Math.min(MOST_CORES, busyMs / wallMs);
}

function consequence(heldBack: readonly Arm[], reference: Arm | null): string {
  const told = heldBack.filter(({ cell }) => !cell.placebo);
  if (told.length === 0) return 'no row was seen to want more cores than they left.';
  const names = listing(told.map(({ name }) => name));
  const wanted = `${rangeWords(told.map(wantedCores))} cores`;
  const isLow = reference !== null && !heldBack.includes(reference);
  return told.length === 1
    ? `${names} (wants ${wanted}) competed with them, so its time reads high${isLow ? ' and its factor low' : ''}.`
    : `${names} (want ${wanted}) competed with them, so their times read high${isLow ? ' and their factors low' : ''}.`;
}
