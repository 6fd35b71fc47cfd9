// What the gate and the usual rules said of one bank, as a table and in sentences.

import { drawTable, percent, upperLimit } from '../../table.ts';
import type { UsualRate } from '../bank/usual-rules.ts';
import { MARGIN_RATIO } from '../works.ts';
import { FAMILY_COUNT, type GateRates, NAMED_RATIO, NAMING_CELL_COUNT, SLOWED_RATIOS } from './gate-rates.ts';
import type { Pairs } from './rates.ts';

/** A row for each rule; all of them saw the same pairs. */
export function ruleTable(gate: GateRates, usual: readonly UsualRate[]): string {
  const rows = [
    [
      'gate, one cell',
      percent(gate.clean.regressedRatio, 2),
      percent(gate.clean.regressedRatio + gate.clean.improvedRatio, 2),
      ...gate.found.map(({ regressedRatio }) => percent(regressedRatio)),
      `${gate.clean.trialCount}`,
    ],
    [
      'gate, its worst cell',
      '',
      '',
      ...gate.foundByCell.map((ratios) => percent(Math.min(...ratios))),
      `${gate.clean.trialCount / (gate.foundByCell[0]?.length ?? 1)}`,
    ],
    [
      `gate, ${FAMILY_COUNT} cells`,
      percent(gate.cleanTogether.slowerRatio, 2),
      percent(gate.cleanTogether.alarmedRatio, 2),
      ...gate.foundTogether.map(({ foundRatio }) => percent(foundRatio)),
      `${gate.clean.trialCount / (gate.foundByCell[0]?.length ?? 1)}`,
    ],
    ...usual.map(({ ruleId, standsFor, slowerRatio, alarmedRatio, foundRatios, trialCount }) => [
      `${ruleId} (${standsFor.split(',')[0]})`,
      percent(slowerRatio),
      percent(alarmedRatio),
      ...foundRatios.map((ratio) => percent(ratio)),
      `${trialCount}`,
    ]),
  ];
  const slower = SLOWED_RATIOS.map((ratio) => `+${percent(ratio, 0)}\nfound`);
  return drawTable(['rule', 'false:\nslower', 'either\nway', ...slower, 'drawn'], rows);
}

/** What the table cannot say: how sure it is, how many pairs it took, and how soon much slower is named. */
export function rateSentences(gate: GateRates, pairs: Pairs, epochSeconds: number): string[] {
  const { clean, alarmLimitRatio, inARow, disjoint, named } = gate;
  const pairCount = pairs.reduce((sum, { length }) => sum + length, 0);
  const aloneRatio = disjoint.alarmCount / disjoint.trialCount;
  const countAt = (share: number) => named.namedAfterCounts[Math.ceil(share * named.namedAfterCounts.length) - 1] ?? 0;
  const secondsAt = (share: number) => (countAt(share) * epochSeconds).toFixed(1);
  return [
    `Drawn from ${pairCount} pairs of ${pairs.length} cells, which make ${Math.floor(pairCount / clean.meanPairCount)} comparisons that share none: the rate for one cell, either way,`,
    `may be up to ${percent(alarmLimitRatio, 2)} (95 %, from leaving out a tenth of the time in turn). Pairs in a row: ${percent(inARow.regressedRatio + inARow.improvedRatio, 2)}. Of ${disjoint.trialCount}`,
    `comparisons as they came, sharing none: ${disjoint.alarmCount} alarms, so at most ${percent(upperLimit(aloneRatio, disjoint.trialCount))}.`,
    `Identical cells: ${percent(clean.withinRatio)} within ${percent(MARGIN_RATIO, 0)}, ${percent(1 - clean.withinRatio - clean.regressedRatio - clean.improvedRatio)} inconclusive, ${clean.meanPairCount.toFixed(1)} pairs on average.`,
    `+${percent(NAMED_RATIO, 0)} named in ${percent(named.namedRatio)}, half of them after ${countAt(0.5)} pairs, nine in ten after ${countAt(0.9)}: ${secondsAt(0.5)} s and ${secondsAt(0.9)} s, where a pair of`,
    `each of ${NAMING_CELL_COUNT} cells takes ${epochSeconds.toFixed(1)} s. Usual rules: each comparison that begins at some pair, base’s samples before head’s.`,
  ];
}
