// Is a longer warm-up worth its time? Pairs with the gate's own warm-up and with more of it, turn and turn about.

import type { StudyOptions } from '../study.ts';
import { drawTable } from '../table.ts';
import { type BankCell, measureBank } from './bank/bank.ts';
import { noiseOf, type PairNoise } from './bank/pair-noise.ts';
import { BANK_WORKS } from './works.ts';

const SEED = 20_274;
const MORE_MS = 360;

export async function warmupPart({ long, write }: StudyOptions) {
  const limitMs = (long ? 2 : 1) * 60_000;
  const onGrown = async (grown: readonly BankCell[], spentMs: number) =>
    write(`${grown[0]?.pairs.length} pairs of each cell in ${(spentMs / 1_000).toFixed(0)} s`);
  const cells = await measureBank(BANK_WORKS, { limitMs, seed: SEED, moreWarmupsMs: [0, MORE_MS], onGrown });
  const noises = cells.filter(({ pairs }) => pairs.length >= 2).map(noiseOf);
  const told = noises.flatMap((noise) => {
    const longer = noises.find(({ name }) => name === `${noise.name}, +${MORE_MS} ms`);
    return longer === undefined ? [] : [{ noise, longer, timeRatio: timeFor(longer) / timeFor(noise) }];
  });
  const both = (figure: (noise: PairNoise) => number) => (one: PairNoise, other: PairNoise) =>
    `${figure(one).toFixed(1)} / ${figure(other).toFixed(1)}`;
  const rows = told.map(({ noise, longer, timeRatio }) => [
    noise.name,
    `${noise.pairCount}`,
    both(({ sd }) => sd * 100)(noise, longer),
    both(({ middleSd }) => middleSd * 100)(noise, longer),
    both(secondsOf)(noise, longer),
    `${timeRatio.toFixed(2)}×`,
  ]);
  const head = ['cell', 'pairs', 'sd, %', 'of the middle', 's a pair', 'time'];
  const note = `As it is / with ${MORE_MS} ms more for each arm. Time: for the same certainty, over now; below 1 it pays.`;
  return { text: [drawTable(head, rows), note].join('\n'), json: told };
}

function secondsOf({ startSeconds, warmSeconds, roundsSeconds }: PairNoise): number {
  return startSeconds + warmSeconds + roundsSeconds;
}

function timeFor(noise: PairNoise): number {
  return noise.sd ** 2 * secondsOf(noise);
}
