// Arms may leave once a run is done with them. A run is played round by round: three epochs, a question after every
// round, and at the end the verdict from the rounds that the arm had. How often does an identical arm leave as different,
// how often is its last word false, and how soon do arms leave that differ?

import { seededRandom } from '../../src/model/seeded-random.ts';
import { isBeyondDoubt } from '../../src/stats/decisions/beyond-doubt.ts';
import { mayLeave } from '../../src/stats/decisions/stopping.ts';
import { EQUIVALENCE_RATIO, judgeStrategy } from '../../src/stats/decisions/verdict.ts';
import type { Pair } from '../../src/stats/paired/paired-ratio.ts';
import { median } from '../../src/stats/quantile.ts';
import {
  LIGHT_NEIGHBOUR,
  type MachineNoise,
  NOISY,
  QUIET,
  simulateSession,
  UNEVEN,
} from '../sessions/simulated-session.ts';
import type { Study } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const SEED = 20_266;
const MACHINES = [QUIET, LIGHT_NEIGHBOUR, NOISY, UNEVEN];
const EPOCH_ROUNDS = [12, 12, 12];
const SPEEDUPS = [1.25, 1.5, 2, 3, 12];
const JUDGING = { equivalenceRatio: EQUIVALENCE_RATIO };

/** What became of one arm. */
interface Outcome {
  /** Rounds it took part in. */
  readonly roundCount: number;
  readonly left: boolean;
  readonly leftBeyondDoubt: boolean;
  readonly verdict: string;
}

export const study: Study = {
  id: 'leaving',
  question: 'How often does an identical arm leave a run as different, and how soon do others leave?',
  async run({ long, write }) {
    const trialCount = long ? 2000 : 300;
    const machines = MACHINES.map((machine) => {
      write(`${trialCount} runs: ${machine.name}`);
      const same = outcomesOf(machine, 1, trialCount);
      const isFalse = ({ verdict }: Outcome) => verdict === 'faster' || verdict === 'slower';
      return {
        machine: machine.name,
        falseBeyondDoubtRatio: share(same, (one) => one.leftBeyondDoubt && isFalse(one)),
        falseLeavingRatio: share(same, (one) => one.left && isFalse(one)),
        falseAtEndRatio: share(same, isFalse),
        speedups: SPEEDUPS.map((speedup) => {
          const outcomes = outcomesOf(machine, speedup, Math.ceil(trialCount / 10));
          const left = outcomes.filter((one) => one.left);
          return {
            speedup,
            leftRatio: left.length / outcomes.length,
            keptWordRatio: share(outcomes, ({ verdict }) => verdict === 'faster'),
            medianRoundCount: median(outcomes.map(({ roundCount }) => roundCount)),
          };
        }),
      };
    });
    const rows = machines.map((each) => [
      each.machine,
      percent(each.falseBeyondDoubtRatio, 2),
      percent(each.falseLeavingRatio, 2),
      percent(each.falseAtEndRatio, 2),
      ...each.speedups.map(
        ({ leftRatio, medianRoundCount }) => `${percent(leftRatio, 0)}\n@${medianRoundCount.toFixed(0)}`,
      ),
    ]);
    const head = [
      'machine',
      'A/A, left\nbeyond\ndoubt',
      'A/A, left\nas\ndifferent',
      'A/A, false\nword at\nthe end',
      ...SPEEDUPS.map((speedup) => `${speedup}×\nleft\n@rounds`),
    ];
    const note =
      `${trialCount} simulated runs of identical arms a row, a tenth of that for each speed-up; ${EPOCH_ROUNDS.length} epochs of ${EPOCH_ROUNDS[0]} rounds, a\n` +
      'look after every one. @: median rounds that the arm took part in, of 36.';
    return { text: `${drawTable(head, rows)}\n${note}`, json: { trialCount, epochRounds: EPOCH_ROUNDS, machines } };
  },
};

function outcomesOf(machine: MachineNoise, speedup: number, trialCount: number): Outcome[] {
  const random = seededRandom(SEED);
  return Array.from({ length: trialCount }, () => {
    const { epochs } = simulateSession(machine, EPOCH_ROUNDS, random);
    const rows = epochs.flatMap(({ a, b }, epoch) =>
      a.map((ms, row) => ({ epoch, numeratorMs: ms * speedup, denominatorMs: b[row] as number })),
    );
    return play(rows.map((row, round) => ({ ...row, round })));
  });
}

function play(rounds: readonly Pair[]): Outcome {
  for (let count = 1; count <= rounds.length; count++) {
    const seen = rounds.slice(0, count);
    if (!mayLeave(seen, JUDGING)) continue;
    const { verdict } = judgeStrategy(seen, JUDGING);
    return { roundCount: count, left: true, leftBeyondDoubt: isBeyondDoubt(seen), verdict };
  }
  const { verdict } = judgeStrategy(rounds, JUDGING);
  return { roundCount: rounds.length, left: false, leftBeyondDoubt: false, verdict };
}

function share(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number {
  return outcomes.filter(is).length / outcomes.length;
}
