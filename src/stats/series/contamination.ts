// Which rounds others disturbed by a burst. A rule that looked at times would drop the slow rounds of one arm and so invent
// a winner; this one sees only how many cores others used, and drops all arms of the round together. A burst is what
// differs from the rest: a neighbour that stays is no burst, and dropping all that it touched would leave nothing, so
// that its rounds count and the report names it.

import { median } from '../quantile.ts';

/** What others took of the machine during one round; null where the system does not tell. */
export interface RoundLoad {
  readonly round: number;
  readonly foreignCores: number | null;
}

/** Share of the machine's cores by which a burst exceeds what others typically used: half a core of two. */
export const BURST_RATIO = 0.25;

/** Beyond this share of its rounds, a disturbance is no burst, and what is left without them no longer a sample. */
export const MOST_DROPPED_RATIO = 0.2;

/** The rounds of a scenario that bursts disturbed, and for each the reason why it must not count. */
export function burstRounds(loads: readonly RoundLoad[], coreCount: number): ReadonlyMap<number, string> {
  const known = loads.flatMap(({ round, foreignCores }) => (foreignCores === null ? [] : [{ round, foreignCores }]));
  if (known.length === 0) return new Map();
  const typical = median(known.map(({ foreignCores }) => foreignCores));
  const bursts = known.filter(({ foreignCores }) => foreignCores - typical > BURST_RATIO * coreCount);
  if (bursts.length > MOST_DROPPED_RATIO * loads.length) return new Map();
  return new Map(
    bursts.map(({ round, foreignCores }) => [
      round,
      `others used ${foreignCores.toFixed(1)} of ${coreCount} cores, ${typical.toFixed(1)} in most rounds`,
    ]),
  );
}
