// The sentences of a judgement: what the matcher answers and what is noted at the test.

import type { RatioInterval } from '../model/report/report.ts';
import { type Judgement, LEAST_ROUNDS } from './judge.ts';
import type { GroupRounds, MeasuredFunction } from './measuring/group-rounds.ts';

/** What no run of this provider can see. */
export const ONE_PROCESS =
  'One process: closures cannot leave the worker, so what differs between processes is not seen; `overlap run` starts fresh ones.';

/** One line: who took how many times as long, how sure that is, and what the same code differed by. */
export function factorLine({ group, index }: MeasuredFunction, other: MeasuredFunction, judgement: Judgement): string {
  const [own, against] = [quoted(group, index), quoted(group, other.index)];
  const { interval, confidence } = judgement;
  const level = `${Number((confidence * 100).toFixed(2))} %`;
  return `${own} is ${factor(interval.ratio)} times as fast as ${against} (${range(interval)} at ${level}; ${sampleCount(group)}).`;
}

/** One line on the placebos: what each of the two differed by from itself. */
export function placeboLine({ group, index }: MeasuredFunction, other: MeasuredFunction, judgement: Judgement): string {
  const { placebos, placeboDiffers } = judgement;
  const line =
    `Each against itself in the same rounds: ${quoted(group, index)} ${range(placebos.own)}, ` +
    `${quoted(group, other.index)} ${range(placebos.other)}`;
  return placeboDiffers ? `${line}. This run cannot tell the same code from itself.` : `${line}.`;
}

/** A share as a percentage: 0.05 is "5 %". */
export function percent(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(3))} %`;
}

function sampleCount({ rounds, callCount }: GroupRounds): string {
  const [roundWord, callWord] = [rounds.length === 1 ? 'round' : 'rounds', callCount === 1 ? 'call' : 'calls'];
  const few = rounds.length < LEAST_ROUNDS ? `, and it takes ${LEAST_ROUNDS} to decide` : '';
  return `${rounds.length} ${roundWord}, two samples of ${callCount} ${callWord} each${few}`;
}

function quoted({ names }: GroupRounds, index: number): string {
  return `"${names[index]}"`;
}

function range({ low, high }: RatioInterval): string {
  return `${factor(low)} to ${factor(high)}`;
}

function factor(ratio: number): string {
  if (!Number.isFinite(ratio)) return '∞';
  if (ratio < 0.1) return ratio.toPrecision(3);
  return ratio.toFixed(ratio >= 100 ? 0 : ratio >= 10 ? 1 : 3);
}
