// asv's gate: Mann–Whitney at 0.002 and a factor of 1.1 between the medians, on blocks.

import { median } from '../../src/stats/quantile.ts';
import { callOf, type Rule } from './rule.ts';
import { mannWhitneyProbability } from './two-sample.ts';

const COUNT = 30;

export const asv: Rule = {
  id: 'MWU 0.002 and 10 %, n=30',
  standsFor: 'asv, blocked',
  needs: { blockedCount: COUNT, roundCount: 0 },
  decide({ blocked }) {
    const a = blocked.a.slice(0, COUNT);
    const b = blocked.b.slice(0, COUNT);
    const change = median(b) / median(a);
    const large = change > 1.1 || change < 1 / 1.1;
    return callOf(change, large && mannWhitneyProbability(a, b) < 0.002, COUNT);
  },
};
