// What pairs differ by, as a table: in per cent, since logs of such ratios are that.

import { drawTable } from '../table.ts';
import type { OtherRounds, PairNoise } from './pair-noise.ts';

const HEAD = [
  'cell',
  'pairs',
  'batch\nms',
  'rounds',
  'mean\n± se',
  'sd of\npairs',
  'of their\nmiddle',
  'rounds\nalone',
  'start +\nwarm + rounds s',
  'sd first /\n2nd half',
  'half, double the\nrounds: sd; time',
];

/** One row for each cell, and what the columns mean. */
export function noiseTable(noises: readonly PairNoise[]): string {
  return [
    drawTable(HEAD, noises.map(rowOf)),
    'Per cent: log-ratios between two processes. Middle: the sd that a normal with their middle half has; less means heavy',
    'tails. Time: for the same certainty, over now. Still cold: first round over the later ones, '.concat(
      noises.map(({ stillFallingRatio }) => signed(stillFallingRatio)).join(', '),
      '.',
    ),
    `Cores that others used: ${noises.map(({ foreignCores }) => foreignCores?.toFixed(2) ?? '–').join(', ')}.`,
  ].join('\n');
}

function rowOf(noise: PairNoise): string[] {
  const { startSeconds, warmSeconds, roundsSeconds, half, double } = noise;
  return [
    noise.name.replace(' ', '\n'),
    `${noise.pairCount}`,
    noise.batchMs.toFixed(1),
    `${noise.roundCount}`,
    `${signed(noise.centre)}\n± ${hundred(noise.centreError)}`,
    hundred(noise.sd),
    hundred(noise.middleSd),
    hundred(noise.roundsSd),
    [startSeconds, warmSeconds, roundsSeconds].map((seconds) => seconds.toFixed(2)).join(' + '),
    `${hundred(noise.firstHalfSd)} / ${hundred(noise.secondHalfSd)}`,
    `${other(half)}\n${other(double)}`,
  ];
}

function other(rounds: OtherRounds | null): string {
  return rounds === null ? '–' : `${hundred(rounds.sd)}; ${rounds.timeRatio.toFixed(2)}×`;
}

function hundred(log: number | null): string {
  return log === null ? '–' : (log * 100).toFixed(1);
}

function signed(log: number | null): string {
  return log === null ? '–' : `${log < 0 ? '−' : '+'}${Math.abs(log * 100).toFixed(1)}`;
}
