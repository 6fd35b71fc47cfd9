// The rule on made noise, as a table.

import type { StudyOptions } from '../study.ts';
import { drawTable, percent } from '../table.ts';
import { tailRates } from './tails.ts';
import { MARGIN_RATIO } from './works.ts';

const SEED = 20_273;
const SLOWED_RATIOS = [0.05, 0.1];

export async function tailsPart({ long }: StudyOptions) {
  const trialCount = long ? 20_000 : 2_000;
  const rates = tailRates(SLOWED_RATIOS, trialCount, MARGIN_RATIO, SEED);
  const rows = rates.map(({ name, slowerRatio, alarmedRatio, foundRatios, withinRatio, meanPairCount }) => [
    name,
    `${percent(slowerRatio, 2)}\n${percent(alarmedRatio, 2)}`,
    ...foundRatios.map((ratio) => percent(ratio)),
    percent(withinRatio),
    meanPairCount.toFixed(1),
  ]);
  const head = [
    'pairs differ by',
    'alarms: slower,\neither way',
    '+5 %\nfound',
    '+10 %\nfound',
    'clean:\nwithin',
    'clean:\npairs',
  ];
  const note = `The rule on made noise, one cell, ${trialCount} comparisons for each figure; natural logs. The last but one has a mean of 1 %.`;
  return { text: [drawTable(head, rows), note].join('\n'), json: rates };
}
