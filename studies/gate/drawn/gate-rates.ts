// All that is asked of the rule about one bank: alarms and finds, of one cell and of twelve that one gate compares.

import { MARGIN_RATIO } from '../works.ts';
import { type Drawing, disjointAlarms, limitLeavingOut, type Pairs, ratesAlone, ratesTogether } from './rates.ts';

export const FAMILY_COUNT = 12;
export const SLOWED_RATIOS = [0.05, 0.1];
export const NAMED_RATIO = 0.25;
/** Cells of the gate in which it is named. */
export const NAMING_CELL_COUNT = 4;

export type GateRates = ReturnType<typeof gateRates>;

/** `trialCount` comparisons of each cell, and as many gates. */
export function gateRates(pairs: Pairs, trialCount: number, seed: number) {
  const base = { order: 'shuffled', slowedRatio: 0, trialCount, seed, marginRatio: MARGIN_RATIO } as const;
  const alarmedIn = (drawing: Drawing) => (cells: Pairs) => {
    const { regressedRatio, improvedRatio } = ratesAlone(cells, drawing);
    return regressedRatio + improvedRatio;
  };
  const together = (slowedRatio: number) => ratesTogether(pairs, FAMILY_COUNT, { ...base, slowedRatio });
  return {
    clean: ratesAlone(pairs, base),
    alarmLimitRatio: limitLeavingOut(pairs, alarmedIn(base)),
    inARow: ratesAlone(pairs, { ...base, order: 'in a row' }),
    disjoint: disjointAlarms(pairs, MARGIN_RATIO),
    found: SLOWED_RATIOS.map((slowedRatio) => ratesAlone(pairs, { ...base, slowedRatio })),
    foundByCell: SLOWED_RATIOS.map((slowedRatio) =>
      pairs.map((cell) => ratesAlone([cell], { ...base, slowedRatio }).regressedRatio),
    ),
    cleanTogether: together(0),
    foundTogether: SLOWED_RATIOS.map(together),
    named: ratesAlone(pairs, { ...base, slowedRatio: NAMED_RATIO }),
  };
}
