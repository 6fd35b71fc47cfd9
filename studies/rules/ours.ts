// This suite's own rules: the verdict after a planned number of rounds; the betting test alone, looked at after every
// round; and a run that stops as soon as the matter is settled and then prints the verdict. The betting test is exact
// for identical arms, but two processes of the same code are not quite identical; the row shows what that costs.

import { BettingTest } from '../../src/stats/decisions/betting.ts';
import { settledVerdict } from '../../src/stats/decisions/stopping.ts';
import { DECISION_ALPHA, judgeStrategy } from '../../src/stats/decisions/verdict.ts';
import type { Call, Rule, Trial } from './rule.ts';

const MOST_ROUNDS = 600;
const EQUIVALENCE = { equivalenceRatio: 0.05 };
const EQUIVALENCE_LOOK = 20;

/** The verdict after exactly `count` rounds. */
export function oursPlanned(count: number): Rule {
  return {
    id: `overlap verdict, n=${count}`,
    standsFor: 'ours, paired',
    needs: { blockedCount: 0, roundCount: count },
    decide: ({ rounds }) => ({ called: verdictAfter({ rounds }, count), roundCount: count }),
  };
}

export const oursBetting: Rule = {
  id: 'betting alone, peeking →600',
  standsFor: 'part of ours, paired',
  needs: { blockedCount: 0, roundCount: MOST_ROUNDS },
  decide: ({ rounds }) => betUntilSure(rounds),
};

export const oursStopping: Rule = {
  id: 'overlap run, peeking →600',
  standsFor: 'ours, paired',
  needs: { blockedCount: 0, roundCount: MOST_ROUNDS },
  decide({ rounds }) {
    const roundCount = runUntilSettled(rounds.slice(0, MOST_ROUNDS));
    return { called: verdictAfter({ rounds }, roundCount), roundCount };
  },
};

// Looks whenever the betting test is sure, and now and then for equivalence, which the betting test never sees.
function runUntilSettled(rounds: Trial['rounds']): number {
  const betting = new BettingTest({ alpha: DECISION_ALPHA });
  for (const [index, pair] of rounds.entries()) {
    betting.observe(Math.log(pair.numeratorMs / pair.denominatorMs));
    const count = index + 1;
    const worthALook = betting.probability <= DECISION_ALPHA || count % EQUIVALENCE_LOOK === 0;
    if (worthALook && settledVerdict(rounds.slice(0, count), EQUIVALENCE) !== 'undecided') return count;
  }
  return rounds.length;
}

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
