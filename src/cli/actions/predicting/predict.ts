// A guess, held against a run: one that is made now, or one that was saved.

import { BenchError } from '../../../errors.ts';
import type { ExitCode } from '../../../exit-codes.ts';
import type { PredictFlags } from '../../commands/teaching/predict.ts';
import type { Shell } from '../../shell/shell.ts';
import { predictAgainst } from './against.ts';
import { predictByMeasuring } from './by-measuring.ts';
import { findGuessFormat } from './guess-format.ts';

export async function predict(shell: Shell, names: string[], flags: PredictFlags): Promise<ExitCode> {
  findGuessFormat(flags.format);
  const [named, ...others] = names;
  if (others.length > 0) {
    const message = `predict: expected one scenario, got ${names.join(', ')}`;
    throw new BenchError('USAGE', message, 'Guess at one after the other.');
  }
  if (flags.against !== undefined) return predictAgainst(shell, named, flags.against, flags);
  if (named !== undefined) return predictByMeasuring(shell, named, flags);
  throw new BenchError(
    'USAGE',
    'predict: expected a scenario, got none',
    '`overlap list` shows what there is; such as overlap predict slow-answers --quick.',
  );
}
