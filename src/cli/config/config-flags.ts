// The flags that say which config file counts, for every command that one can say something to.

import { Option } from 'commander';
import { fileName } from '../output.ts';
import { CONFIG_NAMES } from './find-config.ts';

/** `--config`. */
export function configOption(): Option {
  const [name] = CONFIG_NAMES;
  return new Option(
    '--config <file>',
    `the config file, whose settings flags override (default: ${name}, .js or the like, in this folder)`,
  ).argParser(fileName('--config'));
}

/** `--no-config`. */
export function noConfigOption(): Option {
  return new Option('--no-config', 'leave the config file of this folder alone');
}
