// This suite's own rules, in the roles in which a run uses them: the verdict after a planned number of rounds; the
// betting test looked at after every round; and both together, a run that stops as soon as the betting test is sure
// and then prints the verdict.

import { BettingTest } from '../../src/stats/betting.ts';
import { DECISION_ALPHA, judgeStrategy } from '../../src/stats/verdict.ts';
import type { Call, Rule, Trial } from './rule.ts';

const MOST_ROUNDS = 600;
const EQUIVALENCE = { equivalenceRatio: 0.05 };

/** The verdict after exactly `count` rounds. */
export function oursPlanned(count: number): Rule {
  return {
    id: `overlap verdict, n=${count}`,
    standsFor: 'ours, planned; paired',
    needs: { blockedCount: 0, roundCount: count },
    decide: ({ rounds }) => ({ called: verdictAfter({ rounds }, count), roundCount: count }),
  };
}

export const oursBetting: Rule = {
  id: 'overlap betting, peeking 1→600',
  standsFor: 'ours, betting alone; paired',
  needs: { blockedCount: 0, roundCount: MOST_ROUNDS },
  decide: ({ rounds }) => betUntilSure(rounds),
};

export const oursStopping: Rule = {
  id: 'overlap run, stops when sure',
  standsFor: 'ours, betting then verdict; paired',
  needs: { blockedCount: 0, roundCount: MOST_ROUNDS },
  decide({ rounds }) {
    const { roundCount } = betUntilSure(rounds);
    return { called: verdictAfter({ rounds }, roundCount), roundCount };
  },
};

function betUntilSure(rounds: Trial['rounds']): Call {
  const betting = new BettingTest({ alpha: DECISION_ALPHA });
  for (const [index, pair] of rounds.slice(0, MOST_ROUNDS).entries()) {
    const { decided } = betting.observe(Math.log(pair.numeratorMs / pair.denominatorMs));
    if (decided !== null) return { called: decided, roundCount: index + 1 };
  }
  return { called: null, roundCount: MOST_ROUNDS };
}

function verdictAfter({ rounds }: Pick<Trial, 'rounds'>, count: number): Call['called'] {
  const { verdict } = judgeStrategy(rounds.slice(0, count), EQUIVALENCE);
  return verdict === 'faster' || verdict === 'slower' ? verdict : null;
}
