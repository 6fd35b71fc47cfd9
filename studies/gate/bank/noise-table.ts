// What pairs differ by and what they cost, as tables: in per cent, since logs of such ratios are that.

import { drawTable } from '../../table.ts';
import type { OtherRounds, PairNoise } from './pair-noise.ts';

const SPREAD_HEAD = [
  'cell',
  'pairs',
  'batch\nms',
  'rounds',
  'mean ± error',
  'sd of\npairs',
  'of their\nmiddle',
  'rounds\nalone',
];
const COST_HEAD = [
  'cell',
  'start + warm-up\n+ rounds, s',
  'sd by 1st /\n2nd half',
  'half:\nsd; time',
  'double:\nsd; time',
  'still\ncold',
];

/** One row for each cell in two tables, and what the columns mean. */
export function noiseTables(noises: readonly PairNoise[]): string {
  return [
    drawTable(SPREAD_HEAD, noises.map(spreadOf)),
    'Per cent of log-ratios between two processes. Middle: the sd that a normal with their middle half has; less means',
    'heavy tails. Rounds alone: what would be left of it, were the processes alike.',
    drawTable(COST_HEAD, noises.map(costOf)),
    'Half, double: with other numbers of rounds; time: what the same certainty would take, over now. Still cold: first',
    `round over the later ones, per cent. Cores that others used: ${noises.map(othersOf).join(', ')}.`,
  ].join('\n');
}

function spreadOf(noise: PairNoise): string[] {
  return [
    noise.name,
    `${noise.pairCount}`,
    noise.batchMs.toFixed(1),
    `${noise.roundCount}`,
    `${signed(noise.centre)} ± ${hundred(noise.centreError)}`,
    hundred(noise.sd),
    hundred(noise.middleSd),
    hundred(noise.roundsSd),
  ];
}

function costOf(noise: PairNoise): string[] {
  const { startSeconds, warmSeconds, roundsSeconds, half, double } = noise;
  return [
    noise.name,
    [startSeconds, warmSeconds, roundsSeconds].map((seconds) => seconds.toFixed(1)).join(' + '),
    `${hundred(noise.firstHalfSd)} / ${hundred(noise.secondHalfSd)}`,
    other(half),
    other(double),
    signed(noise.stillFallingRatio),
  ];
}

function othersOf({ foreignCores }: PairNoise): string {
  return foreignCores?.toFixed(2) ?? '–';
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
