// Groups for tests of what is made of them.

import type { GroupRounds } from '../measuring/group-rounds.ts';

/** Rounds of functions called a, b, c …, each sample as `timeOf` has it, in milliseconds. */
export function groupOfTimes(
  functionCount: number,
  roundCount: number,
  timeOf: (index: number, round: number, take: number) => number,
): GroupRounds {
  const rounds = Array.from({ length: roundCount }, (_, round) =>
    [0, 1].flatMap((take) => Array.from({ length: functionCount }, (__, index) => timeOf(index, round, take))),
  );
  const names = Array.from({ length: functionCount }, (_, index) => String.fromCharCode(97 + index));
  return { names, rounds, callCount: 3 };
}
