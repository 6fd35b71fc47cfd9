// The report promises that a command would decide what a run left open, from that run's own noise. Here simulated runs
// are left open, and run again with as many epochs as they asked for.

import { seededRandom } from '../../src/model/seeded-random.ts';
import { epochsFactor } from '../../src/report/judging/effects.ts';
import { DECISION_ALPHA, decideAt, EQUIVALENCE_RATIO } from '../../src/stats/decisions/verdict.ts';
import { pairedEffect } from '../../src/stats/paired/paired-effect.ts';
import { quantileOfSorted } from '../../src/stats/quantile.ts';
import { noisyPairs } from '../../src/stats/testing/noise.ts';
import type { Study } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const TRIAL_COUNT = 400;
const LONG_FACTOR = 5;
const ROUNDS_PER_EPOCH = 8;
const OFFSET_SD = 0.03;
/** More epochs than this nobody is asked for: the report says that no budget below ten minutes will do. */
const MOST_EPOCHS = 200;
const SECOND_SEED = 1_000_000;

interface Session {
  readonly ratio: number;
  readonly epochCount: number;
  readonly noiseSd: number;
}

const SESSIONS: readonly Session[] = [1, 1.1, 1.3, 1.6].flatMap((ratio) =>
  [1, 3].flatMap((epochCount) => [0.05, 0.15].map((noiseSd) => ({ ratio, epochCount, noiseSd }))),
);

export const study: Study = {
  id: 'to-decide',
  question: 'Does the command that a report asks for decide what the run left open?',
  async run({ long }) {
    const trialCount = TRIAL_COUNT * (long ? LONG_FACTOR : 1);
    const results = SESSIONS.map((session) => ({ ...session, ...triedAgain(session, trialCount) }));
    const share = (part: number, whole: number) => (whole === 0 ? '–' : percent(part / whole));
    const rows = results.map(({ ratio, epochCount, noiseSd, ...tried }) => [
      ...[ratio.toFixed(2), String(epochCount), noiseSd.toFixed(2), share(tried.openCount, trialCount)],
      ...[tried.factors.length === 0 ? '–' : quantileOfSorted(tried.factors, 0.5).toFixed(1)],
      ...[share(tried.hopelessCount, tried.openCount), share(tried.decidedCount, tried.askedCount)],
      share(tried.rightCount, tried.askedCount),
    ]);
    const head = [
      'true\nratio',
      'epochs',
      'noise',
      'left\nopen',
      'times as\nmany epochs',
      'no budget\nwill do',
      'decided',
      'rightly',
    ];
    const text = [
      drawTable(head, rows),
      `${trialCount} runs each, ${ROUNDS_PER_EPOCH} rounds an epoch, processes that differ by ${percent(OFFSET_SD)}; decided: of those that were asked to run again.`,
    ].join('\n');
    return { text, json: { trialCount, results: results.map(({ factors, ...rest }) => rest) } };
  },
};

function triedAgain(session: Session, trialCount: number) {
  const tried = { openCount: 0, hopelessCount: 0, askedCount: 0, decidedCount: 0, rightCount: 0 };
  const factors: number[] = [];
  for (let seed = 1; seed <= trialCount; seed++) {
    const first = decided(session, seed);
    if (first.verdict !== 'undecided') continue;
    tried.openCount++;
    const factor = epochsFactor(first.decidingInterval);
    factors.push(factor);
    const epochCount = Math.ceil(session.epochCount * factor);
    if (epochCount > MOST_EPOCHS) tried.hopelessCount++;
    if (epochCount > MOST_EPOCHS) continue;
    tried.askedCount++;
    const { verdict } = decided({ ...session, epochCount }, SECOND_SEED + seed);
    if (verdict !== 'undecided') tried.decidedCount++;
    if (verdict === (session.ratio > 1 + EQUIVALENCE_RATIO ? 'faster' : 'no gain')) tried.rightCount++;
  }
  return { ...tried, factors: Float64Array.from(factors).sort() };
}

function decided({ ratio, epochCount, noiseSd }: Session, seed: number) {
  const noise = { epochCount, roundsPerEpoch: ROUNDS_PER_EPOCH, ratio, noiseSd, offsetSd: OFFSET_SD };
  const effect = pairedEffect(noisyPairs(seededRandom(seed), noise));
  return decideAt(effect, 1 - DECISION_ALPHA, { equivalenceRatio: EQUIVALENCE_RATIO });
}
