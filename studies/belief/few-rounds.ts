// Quick runs have eight to thirty rounds. Over how many epochs should they be spread, and what can be decided then? One
// pair of arms on a machine with a light neighbour, judged alone and as one of a family of four comparisons.

import { seededRandom } from '../../src/model/seeded-random.ts';
import { DECISION_ALPHA, decideAt, EQUIVALENCE_RATIO } from '../../src/stats/decisions/verdict.ts';
import { logRatiosOf, pairedEffect } from '../../src/stats/paired/paired-effect.ts';
import type { Pair } from '../../src/stats/paired/paired-ratio.ts';
import { roundNoise } from '../../src/stats/paired/round-noise.ts';
import type { Session } from '../sessions/session.ts';
import { LIGHT_NEIGHBOUR, type MachineNoise, QUIET, simulateSession, UNEVEN } from '../sessions/simulated-session.ts';
import type { Study } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const SEED = 20_265;
const MACHINES = [QUIET, LIGHT_NEIGHBOUR, UNEVEN];
const FAMILY_SIZE = 4;
const LAYOUTS = [
  [1, 3],
  [1, 4],
  [1, 5],
  [1, 7],
  [1, 10],
  [1, 15],
  [2, 4],
  [2, 5],
  [2, 6],
  [2, 8],
  [3, 4],
  [3, 5],
  [3, 10],
] as const;

interface LayoutRates {
  readonly epochCount: number;
  readonly epochRounds: number;
  /** Shares of trials, 0..1: identical arms called different, alone and in the family. */
  readonly falseRatio: number;
  readonly falseInFamilyRatio: number;
  /** Found in the family, at these true speed-ups. */
  readonly foundRatio: Readonly<Record<'1.25' | '1.5', number>>;
  /** Said "no gain above 5 %" of arms that are this many times as fast. */
  readonly noGainRatio: Readonly<Record<'1' | '1.1', number>>;
}

export const study: Study = {
  id: 'few-rounds',
  question: 'What can few rounds decide, and over how many epochs should they be spread?',
  async run({ long, write }) {
    const trialCount = long ? 4000 : 400;
    const machines = MACHINES.map((machine) => {
      write(`${LAYOUTS.length} layouts of ${trialCount} runs: ${machine.name}`);
      return { machine: machine.name, layouts: LAYOUTS.map((layout) => ratesOf(machine, layout, trialCount)) };
    });
    const rows = machines.flatMap(({ machine, layouts }) =>
      layouts.map((each, index) => [
        index === 0 ? machine : '',
        `${each.epochCount} × ${each.epochRounds}`,
        `${percent(each.falseRatio)} ${percent(each.falseInFamilyRatio)}`,
        percent(each.foundRatio['1.25']),
        percent(each.foundRatio['1.5']),
        percent(each.noGainRatio['1']),
        percent(each.noGainRatio['1.1']),
      ]),
    );
    const head = [
      'machine',
      'epochs\n× rounds',
      'A/A called\nalone, family',
      '1.25×\nfound',
      '1.5×\nfound',
      'tie: said\nno gain',
      '1.1×: said\nno gain',
    ];
    const note =
      `${trialCount} simulated runs a cell. "Family": at ${percent(DECISION_ALPHA / FAMILY_SIZE, 2)}, the level that the first of ` +
      `${FAMILY_SIZE} comparisons\nmust meet; what is found is found at that level.`;
    return { text: `${drawTable(head, rows)}\n${note}`, json: { trialCount, familySize: FAMILY_SIZE, machines } };
  },
};

function ratesOf(
  machine: MachineNoise,
  [epochCount, epochRounds]: readonly [number, number],
  trialCount: number,
): LayoutRates {
  const random = seededRandom(SEED);
  const pairsOf = ({ epochs }: Session, speedup: number): Pair[] =>
    epochs.flatMap(({ a, b }, epoch) =>
      a.map((ms, row) => {
        const round = epoch * epochRounds + row;
        return { epoch, round, numeratorMs: ms * speedup, denominatorMs: b[row] as number };
      }),
    );
  const sessions = Array.from({ length: trialCount }, () =>
    simulateSession(machine, new Array<number>(epochCount).fill(epochRounds), random),
  );
  const logRatios = sessions.map((session) => logRatiosOf(pairsOf(session, 1)));
  const words = (speedup: number, confidence: number) =>
    sessions.map((session, trial) => {
      // The rest of the family: runs of their own, since what they share with this one would be the reference.
      const others = Array.from({ length: FAMILY_SIZE - 1 }, (_, at) => logRatios[(trial + at + 1) % trialCount] ?? []);
      const elsewhere = roundNoise(others);
      const effect = pairedEffect(pairsOf(session, speedup), { elsewhere });
      return decideAt(effect, confidence, { equivalenceRatio: EQUIVALENCE_RATIO }).verdict;
    });
  const share = (all: readonly string[], ...wanted: readonly string[]) =>
    all.filter((word) => wanted.includes(word)).length / trialCount;
  const alone = 1 - DECISION_ALPHA;
  const inFamily = 1 - DECISION_ALPHA / FAMILY_SIZE;
  return {
    epochCount,
    epochRounds,
    falseRatio: share(words(1, alone), 'faster', 'slower'),
    falseInFamilyRatio: share(words(1, inFamily), 'faster', 'slower'),
    foundRatio: { '1.25': share(words(1.25, inFamily), 'faster'), '1.5': share(words(1.5, inFamily), 'faster') },
    noGainRatio: { '1': share(words(1, inFamily), 'no gain'), '1.1': share(words(1.1, inFamily), 'no gain') },
  };
}
