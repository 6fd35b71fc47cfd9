// `toBeDecidedlyFasterThan`: passes where the paired interval of two functions of one `bench.compare` lies wholly on the
// faster side of the margin. Fails where it does not, be it slower or undecided; `.not` passes exactly then.

import { BenchError } from '../errors.ts';
import { judge, MARGIN_RATIO } from './judge.ts';
import { type MeasuredFunction, measuredBehind } from './measuring/group-rounds.ts';
import { factorLine, ONE_PROCESS, percent, placeboLine } from './words.ts';

/** What the matcher may be told. */
export interface DecidedlyFasterOptions {
  /** How much faster at least, as a share: 0.05 asks for more than 1.05 times as fast. Default 0.01. */
  readonly margin?: number;
}

/** As `expect.extend` wants it. */
export interface MatcherAnswer {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Answers whether `received` is decidedly faster than `other`. Throws a BenchError (USAGE) where they are not two results of
 * one `bench.compare` of this provider, or the margin is not finite and at least 0.
 */
export function toBeDecidedlyFasterThan(
  received: unknown,
  other: unknown,
  { margin = MARGIN_RATIO }: DecidedlyFasterOptions = {},
): MatcherAnswer {
  if (!(margin >= 0 && Number.isFinite(margin))) throw badMargin(margin);
  const [own, against] = [measured(received, 'the received value'), measured(other, 'the expected value')];
  if (own.group !== against.group || own.index === against.index) throw notPaired(own, against);
  const judgement = judge(own.group, own.index, against.index, margin);
  const pass = judgement.word === 'faster';
  const names = [own, against].map(({ group, index }) => `"${group.names[index]}"`);
  const verdict = pass ? 'it is' : judgement.word;
  const message = () =>
    [
      `Expected ${names[0]} ${pass ? 'not to be' : 'to be'} decidedly faster than ${names[1]}, by more than ${percent(margin)}: ${verdict}.`,
      '',
      factorLine(own, against, judgement),
      placeboLine(own, against, judgement),
      ONE_PROCESS,
    ].join('\n');
  return { pass, message };
}

function measured(value: unknown, what: string): MeasuredFunction {
  const found = measuredBehind(value);
  if (found !== null) return found;
  throw new BenchError(
    'USAGE',
    `${what} is no result with rounds behind it, expected what \`bench.compare\` gave by name. Stored results have none.`,
    "Set benchmark: { provider: 'overlap-bench/vitest' } in the configuration of vitest, version 5 or later.",
  );
}

function notPaired(own: MeasuredFunction, against: MeasuredFunction): BenchError {
  const same = own.group === against.group;
  const name = `"${own.group.names[own.index]}"`;
  return new BenchError(
    'USAGE',
    same ? `${name} was to be held against itself.` : `${name} and its opponent were measured one after the other.`,
    same
      ? 'Take two results by their names.'
      : 'Measure both in one `bench.compare`: only rounds that mix them can be paired.',
  );
}

function badMargin(margin: number): BenchError {
  return new BenchError(
    'USAGE',
    `margin is ${margin}, expected a share of at least 0.`,
    'Write 0.05 for "more than 5 % faster".',
  );
}
