// "p < 0.05 by Mann–Whitney" on blocks, the habit around benchstat: ten samples a side, or more when in doubt. More
// samples make it worse, since what it then sees ever more clearly is the drift between the blocks.

import { median } from '../../src/stats/quantile.ts';
import { callOf, type Rule } from './rule.ts';
import { mannWhitneyProbability } from './two-sample.ts';

/** The rule for `count` samples a side. */
export function mannWhitney(count: number): Rule {
  return {
    id: `Mann–Whitney 0.05, n=${count}`,
    standsFor: 'benchstat, blocked',
    needs: { blockedCount: count, roundCount: 0 },
    decide({ blocked }) {
      const a = blocked.a.slice(0, count);
      const b = blocked.b.slice(0, count);
      return callOf(median(b) / median(a), mannWhitneyProbability(a, b) < 0.05, count);
    },
  };
}
