// Where the config file is, asked at every start of a command that has one: a look into the working folder, no more.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BenchError } from '../../errors.ts';

/** What a config file may be called. */
export const CONFIG_NAMES = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((ending) => `overlap.config.${ending}`);

/**
 * The config file that counts, as it can be typed: the one that is named, or the one in the working folder; null for none,
 * or where `false` says so. Throws `USAGE` for several, `CONFIG_LOAD` for a named one that is not there.
 */
export function findConfig(named: string | false | undefined): string | null {
  if (named === false) return null;
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new BenchError(
      'CONFIG_LOAD',
      `--config: ${resolve(named)} does not exist`,
      'Name the file, or leave it out.',
    );
  }
  const [found = null, other] = CONFIG_NAMES.filter((name) => existsSync(name));
  if (other === undefined) return found;
  throw new BenchError(
    'USAGE',
    `Expected one config file in this folder, got ${found} and ${other}`,
    `Remove one of them, or name one: --config ${found}`,
  );
}
