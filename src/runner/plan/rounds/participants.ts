// Which arms take part in a round. One whose matter is decided, against the reference and against the fastest, has little
// left to tell, and the slowest arms, which eat most of a round, are decided first. They leave most rounds to those that
// are still undecided, which are then paired with each other, and to the fastest, which costs least and is asked about
// most. A round in so many has everybody, so that all medians are of the same time and a verdict can be taken back.

import type { Sample } from '../../../model/document.ts';
import { mayLeave } from '../../../stats/decisions/stopping.ts';
import { EQUIVALENCE_RATIO } from '../../../stats/decisions/verdict.ts';
import { median } from '../../../stats/quantile.ts';
import type { PlannedArm } from '../arms.ts';

/** One arm of a scenario; the reference stands first. */
export interface Standing {
  readonly samples: readonly Sample[];
  readonly arm: Pick<PlannedArm, 'placebo'>;
  readonly hasFailed: boolean;
}

/** Every so many rounds of an epoch, from its first on, everybody takes part. */
const ROUNDS_PER_FULL = 4;
/** The placebo takes part in every second round of its reference: it tells how much twins differ, and wins nothing. */
const ROUNDS_PER_PLACEBO = 2;

/** What more rounds could still change. */
export interface OpenMatter {
  /** Indices of the cells of which something is still to be decided; never a failed one or the placebo. */
  readonly undecided: ReadonlySet<number>;
  /** Index of the cell with the lowest median; null before there are samples. */
  readonly fastest: number | null;
}

/** Finds what is still to be decided: each arm against the reference, and each against the fastest. */
export function openMatter(cells: readonly Standing[]): OpenMatter {
  const compared = cells.filter(({ arm, hasFailed }) => !arm.placebo && !hasFailed);
  // Where the reference has failed, what is left is the order among the others.
  const reference = compared.find((cell) => cell === cells[0]);
  const fastest = fastestOf(compared);
  const others = compared.filter((cell) => cell !== reference);
  const againstReference = others.filter((cell) => reference !== undefined && !areTold(reference, cell));
  const againstFastest = compared.filter(
    (cell) => fastest !== undefined && cell !== fastest && !areTold(cell, fastest),
  );
  const open = new Set<Standing | undefined>([...againstReference, ...againstFastest]);
  if (againstReference.length > 0) open.add(reference);
  if (againstFastest.length > 0) open.add(fastest);
  return {
    undecided: new Set(cells.flatMap((cell, index) => (open.has(cell) ? [index] : []))),
    fastest: fastest === undefined ? null : cells.indexOf(fastest),
  };
}

/** Indices of the cells that take part in this round of the epoch, from 0. */
export function participants(
  cells: readonly Pick<Standing, 'arm' | 'hasFailed'>[],
  { undecided, fastest }: OpenMatter,
  roundInEpoch: number,
): number[] {
  // Where nothing is undecided, whatever rounds are left make all figures surer.
  const isFull = undecided.size === 0 || roundInEpoch % ROUNDS_PER_FULL === 0;
  const takesPart = (index: number) => isFull || undecided.has(index) || index === fastest;
  return cells.flatMap(({ arm, hasFailed }, index) => {
    if (hasFailed) return [];
    if (arm.placebo) return takesPart(0) && roundInEpoch % ROUNDS_PER_PLACEBO === 0 ? [index] : [];
    return takesPart(index) ? [index] : [];
  });
}

function fastestOf(cells: readonly Standing[]): Standing | undefined {
  const measured = cells.filter(({ samples }) => samples.length > 0);
  const typical = measured.map((cell) => ({ cell, wallMs: median(cell.samples.map(({ wallMs }) => wallMs)) }));
  return typical.sort((a, b) => a.wallMs - b.wallMs)[0]?.cell;
}

/** Whether the rounds that both had settle what is to be said of the one over the other. */
function areTold({ samples: numerator }: Standing, { samples: denominator }: Standing): boolean {
  const byRound = new Map(denominator.map((sample) => [sample.round, sample]));
  const pairs = numerator.flatMap(({ epoch, round, wallMs, contaminated }) => {
    const other = byRound.get(round);
    if (!other || contaminated) return [];
    return [{ epoch, round, numeratorMs: wallMs, denominatorMs: other.wallMs }];
  });
  return mayLeave(pairs, { equivalenceRatio: EQUIVALENCE_RATIO });
}
