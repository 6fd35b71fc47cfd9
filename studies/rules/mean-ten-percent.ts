// "The mean differs by more than a tenth", the rule of a test assertion with a delta (vitest's toBeFasterThan, say).

import { mean } from '../../src/stats/moments.ts';
import { callOf, type Rule } from './rule.ts';

const COUNT = 64;

export const meanTenPercent: Rule = {
  id: 'mean ±10 %, n=64',
  standsFor: 'vitest, blocked',
  needs: { blockedCount: COUNT, roundCount: 0 },
  decide({ blocked }) {
    const change = mean(blocked.b.slice(0, COUNT)) / mean(blocked.a.slice(0, COUNT));
    return callOf(change, change > 1.1 || change < 1 / 1.1, COUNT);
  },
};
