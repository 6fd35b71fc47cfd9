// Each key of a config file: what its value may be, and which flag or argument it stands for. One line for each; what the
// words after a flag may be is known to the flag alone.

import { type Check, listOf, text, yesOrNo } from '../../api/checks/checks.ts';
import type { Config } from '../../model/config.ts';

export interface ConfigKey {
  readonly check: Check;
  /** The flag that it stands for, by its long name. */
  readonly flag?: string;
  /** The argument that it stands for, by its name, where none is given. */
  readonly argument?: string;
  /** Words on the command line that make it count for nothing, besides its own flag: of flags or arguments. */
  readonly yieldsTo?: readonly string[];
}

const number: Check = { expected: 'a number', accepts: (value) => typeof value === 'number' };
const numbers: Check = {
  expected: 'a number or a list of numbers',
  accepts: (value) => number.accepts(value) || listOf(number, 'a list of numbers').accepts(value),
};
const texts = (of: string) => listOf(text, `a list of ${of}`);

export const CONFIG_KEYS: Readonly<Record<keyof Config, ConfigKey>> = {
  scenarios: { check: texts('ids, paths or patterns'), argument: 'scenario', yieldsTo: ['--against'] },
  tags: { check: texts('tags'), flag: '--tag', yieldsTo: ['scenario'] },
  kinds: { check: texts('kinds'), flag: '--kind', yieldsTo: ['scenario'] },
  strategies: { check: texts('ids of strategies'), flag: '--strategy' },
  quick: { check: yesOrNo, flag: '--quick', yieldsTo: ['--budget'] },
  budget: { check: text, flag: '--budget', yieldsTo: ['--quick'] },
  tasks: { check: number, flag: '--tasks' },
  concurrency: { check: numbers, flag: '--concurrency' },
  threads: { check: numbers, flag: '--threads' },
  rounds: { check: number, flag: '--rounds' },
  epochs: { check: number, flag: '--epochs', yieldsTo: ['--rounds'] },
  warmup: { check: text, flag: '--warmup' },
  deadline: { check: text, flag: '--deadline' },
  seed: { check: number, flag: '--seed' },
  imports: { check: texts('packages or paths of modules'), flag: '--import' },
  save: { check: text, flag: '--save', argument: 'file' },
  history: { check: text, flag: '--history' },
  margin: { check: text, flag: '--margin' },
  strict: { check: yesOrNo, flag: '--strict' },
  reports: { check: texts('kinds of report, with =FILE or without'), flag: '--report' },
};
