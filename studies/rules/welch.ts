// "p < 0.05 by Welch's t-test": once on blocks, as most scripts do, once on samples taken in turn, as Node's own
// comparison script does. The second is safe and timid: it takes turns and then forgets which samples belong together.

import { mean } from '../../src/stats/moments.ts';
import { callOf, type Rule } from './rule.ts';
import { welchProbability } from './two-sample.ts';

const COUNT = 30;

export const welchBlocked: Rule = {
  id: 'Welch 0.05, n=30',
  standsFor: 'scripts, blocked',
  needs: { blockedCount: COUNT, roundCount: 0 },
  decide: ({ blocked }) => welch(blocked.a.slice(0, COUNT), blocked.b.slice(0, COUNT)),
};

export const welchInterleaved: Rule = {
  id: 'Welch 0.05, n=30, in turn',
  standsFor: 'node, in turn',
  needs: { blockedCount: 0, roundCount: COUNT },
  decide({ rounds }) {
    const used = rounds.slice(0, COUNT);
    return welch(
      used.map((pair) => pair.numeratorMs),
      used.map((pair) => pair.denominatorMs),
    );
  },
};

function welch(a: readonly number[], b: readonly number[]) {
  return callOf(mean(b) / mean(a), welchProbability(a, b) < 0.05, COUNT);
}
