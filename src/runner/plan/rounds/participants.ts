// Which arms take part in a round. One whose matter is decided, against the reference and against the fastest, has little
// left to tell, and the slowest arms, which eat most of a round, are decided first. They leave most rounds to those that
// are still undecided, which are then paired with each other, and to the fastest, which costs least and is asked about
// most. A round in so many has everybody, so that all medians are of the same time and a verdict can be taken back.

import type { Sample } from '../../../model/document/document.ts';
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
  /** Indices of the cells so near to it that they might be as fast, itself among them. */
  readonly near: ReadonlySet<number>;
  /** True where the reference takes so many times as long as the fastest that a few rounds tell. */
  readonly isFarAhead: boolean;
}

/** Nothing is known yet, or all is to be measured alike: everybody takes part. */
export function everythingOpen(cells: readonly unknown[]): OpenMatter {
  return { undecided: new Set(cells.keys()), fastest: null, near: new Set(), isFarAhead: false };
}

/** An arm within this factor of the fastest is not told from it by three rounds. */
const NEAR_RATIO = 2;
/** A reference beyond it is told from the fastest in the few rounds that everybody has. */
const FAR_RATIO = 2.5;
/** In a short epoch everybody takes part in so many rounds, and then in every so many. */
const SHORT_FULL_ROUNDS = 3;
const ROUNDS_PER_SHORT_FULL = 5;

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
  const ratioOf = (cell: Standing) => (fastest === undefined ? Infinity : medianMs(cell) / medianMs(fastest));
  const near = compared.filter((cell) => cell.samples.length > 0 && ratioOf(cell) <= NEAR_RATIO);
  return {
    undecided: new Set(cells.flatMap((cell, index) => (open.has(cell) ? [index] : []))),
    fastest: fastest === undefined ? null : cells.indexOf(fastest),
    near: new Set(near.map((cell) => cells.indexOf(cell))),
    isFarAhead: reference !== undefined && reference.samples.length > 0 && ratioOf(reference) >= FAR_RATIO,
  };
}

/**
 * The same for an epoch too short to decide everything: after a few rounds of everybody, those that may be the fastest are
 * held against each other, and against the reference where it is not far behind. Ties farther back stay undecided, as they
 * would in a dozen rounds as well.
 */
export function shortParticipants(
  cells: readonly Pick<Standing, 'arm' | 'hasFailed'>[],
  { near, isFarAhead }: OpenMatter,
  roundInEpoch: number,
): number[] {
  const live = cells.flatMap(({ hasFailed }, index) => (hasFailed ? [] : [index]));
  const isFull = roundInEpoch < SHORT_FULL_ROUNDS || roundInEpoch % ROUNDS_PER_SHORT_FULL === 0;
  const isPlaceboOff = roundInEpoch % ROUNDS_PER_PLACEBO === 1;
  if (isFull) return live.filter((index) => !(cells[index]?.arm.placebo && isPlaceboOff));
  const contenders = live.filter((index) => near.has(index));
  if (contenders.length > 1 && isFarAhead) return contenders;
  return live.filter((index) => index === 0 || near.has(index));
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
  return measured.toSorted((a, b) => medianMs(a) - medianMs(b))[0];
}

function medianMs({ samples }: Standing): number {
  return median(samples.map(({ wallMs }) => wallMs));
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
