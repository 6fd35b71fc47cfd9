// How the time of a run is shared out. Every scenario gets its first epoch; what is left then goes to those whose
// outcome more rounds could still change. Plain arithmetic over where each scenario stands.

/** A scenario whose outcome is settled gets this part of an undecided one's time in later epochs. */
const SETTLED_WEIGHT = 0.3;
/** Epochs after which a settled scenario needs no more. */
const ENOUGH_EPOCHS = 2;

/** Where a scenario stands, as far as the budget is concerned. */
export interface Standing {
  readonly finishedEpochCount: number;
  /** True when more rounds could not change what is said. */
  readonly settled: boolean;
  /** True when no arm or no round is left. */
  readonly exhausted: boolean;
}

/** One epoch of one scenario. */
export interface Turn {
  readonly scenarioIndex: number;
  /** From 0; all scenarios have their turn in an epoch before the next begins. */
  readonly epoch: number;
}

/** True when a scenario needs no further epoch. */
export function isDone({ finishedEpochCount, settled, exhausted }: Standing): boolean {
  return exhausted || (settled && finishedEpochCount >= ENOUGH_EPOCHS);
}

/** Whether a turn is taken. `leftMs` is what is left of the budget, or null where `--rounds` takes its place. */
export function isTaken(standing: Standing, epoch: number, leftMs: number | null): boolean {
  if (standing.finishedEpochCount > epoch || isDone(standing)) return false;
  return epoch === 0 || leftMs === null || leftMs > 0;
}

/**
 * The time of this turn: its part of what is left, negative where all is spent. A first epoch is taken whatever is left, and has
 * an even share at least: those before it may have taken longer than theirs.
 */
export function shareMs(
  standings: readonly Standing[],
  turn: Turn,
  { budgetMs, leftMs, epochCount }: { readonly budgetMs: number; readonly leftMs: number; readonly epochCount: number },
): number {
  const partMs = leftMs * shareRatio(standings, turn, epochCount);
  const evenMs = budgetMs / (standings.length * epochCount);
  return turn.epoch === 0 ? Math.max(partMs, evenMs) : partMs;
}

/** The part of what is left that belongs to this turn, 0..1. */
export function shareRatio(standings: readonly Standing[], turn: Turn, epochCount: number): number {
  const weight = weightOf(standings[turn.scenarioIndex]);
  return weight / (weight + weightAfter(standings, turn, epochCount));
}

/** Expected time of all turns after this one: what the budget keeps for them, or by the turns so far; null before there were any. */
export function laterMs(
  leftMs: number | null,
  shareMs: number,
  turns: { readonly doneCount: number; readonly leftCount: number; readonly elapsedMs: number },
): number | null {
  if (leftMs !== null) return Math.max(0, leftMs - shareMs);
  if (turns.leftCount === 0) return 0;
  return turns.doneCount === 0 ? null : (turns.elapsedMs / turns.doneCount) * turns.leftCount;
}

function weightOf(standing: Standing | undefined): number {
  return standing?.settled ? SETTLED_WEIGHT : 1;
}

/** Weights of everything still to come after this turn. */
function weightAfter(standings: readonly Standing[], { scenarioIndex, epoch }: Turn, epochCount: number): number {
  const epochsAfter = epochCount - epoch - 1;
  return standings.reduce((sum, standing, index) => {
    if (isDone(standing)) return sum;
    const thisEpoch = index > scenarioIndex && standing.finishedEpochCount <= epoch ? 1 : 0;
    return sum + (thisEpoch + epochsAfter) * weightOf(standing);
  }, 0);
}
