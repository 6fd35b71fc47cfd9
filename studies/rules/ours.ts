// This suite's own rules: the verdict after a planned number of rounds; the betting test alone, looked at after every
// round; and a run that stops as soon as the matter is settled and then prints the verdict. The betting test is exact
// for identical arms, but two processes of the same code are not quite identical; the row shows what that costs.

import { BettingTest } from '../../src/stats/decisions/betting.ts';
import { settledVerdict } from '../../src/stats/decisions/stopping.ts';
import { DECISION_ALPHA, judgeStrategy } from '../../src/stats/decisions/verdict.ts';
import type { Call, Rule, Trial } from './rule.ts';

const MOST_ROUNDS = 600;
const EQUIVALENCE = { equivalenceRatio: 0.05 };
const NO_GAIN_LOOK = 20;
const EVERY_ROUND_UNTIL = 60;
const LATER_LOOK = 5;

/** How many fresh processes, and how many rounds with each of them. */
export interface Layout {
  readonly epochCount: number;
  readonly epochRounds: number;
}

/** The verdict after exactly these rounds. */
export function oursPlanned({ epochCount, epochRounds }: Layout): Rule {
  const count = epochCount * epochRounds;
  return {
    id: `verdict, ${epochCount} × ${epochRounds}`,
    standsFor: 'ours, planned',
    needs: { blockedCount: 0, roundCount: count },
    decide: ({ rounds }) => ({
      called: verdictOf(laidOut(rounds, { epochCount, epochRounds })),
      roundCount: count,
    }),
  };
}

export const oursBetting: Rule = {
  id: 'betting alone, peeking →600',
  standsFor: 'part of ours, watched',
  needs: { blockedCount: 0, roundCount: MOST_ROUNDS },
  decide: ({ rounds }) => betUntilSure(rounds),
};

/** A run that looks after every round, and at its end says what it found, settled or not. */
export function oursWatched({ epochCount, epochRounds }: Layout): Rule {
  return {
    id: `run, ${epochCount} × ${epochRounds}`,
    standsFor: 'ours, watched',
    needs: { blockedCount: 0, roundCount: epochCount * epochRounds },
    decide({ rounds }) {
      const planned = laidOut(rounds, { epochCount, epochRounds });
      const roundCount = roundsUntilSettled(planned);
      return { called: verdictOf(planned.slice(0, roundCount)), roundCount };
    },
  };
}

/** The first rounds of the first epochs; a trial deals its epochs in blocks. */
function laidOut(rounds: Trial['rounds'], { epochCount, epochRounds }: Layout): Trial['rounds'] {
  const epochs = [...Map.groupBy(rounds, ({ epoch }) => epoch).values()].slice(0, epochCount);
  return epochs.flatMap((rows) => rows.slice(0, epochRounds)).sort((a, b) => a.round - b.round);
}

// Looks whenever the betting test is sure, after the first few dozen rounds at every fifth, to save time; and now and
// then for a tie, which the betting test never sees.
function roundsUntilSettled(rounds: Trial['rounds']): number {
  const betting = new BettingTest({ alpha: DECISION_ALPHA });
  for (const [index, pair] of rounds.entries()) {
    betting.observe(Math.log(pair.numeratorMs / pair.denominatorMs));
    const count = index + 1;
    const isDue = count <= EVERY_ROUND_UNTIL || count % LATER_LOOK === 0;
    const worthALook = (isDue && betting.probability <= DECISION_ALPHA) || count % NO_GAIN_LOOK === 0;
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

function verdictOf(rounds: Trial['rounds']): Call['called'] {
  const { verdict } = judgeStrategy(rounds, EQUIVALENCE);
  return verdict === 'faster' || verdict === 'slower' ? verdict : null;
}
