// The flag that says how the files of scenarios are loaded, for every command that loads some.

import { Option } from 'commander';
import { BenchError } from '../errors.ts';

/** `--import`: may be given again and again; what Node's own flag of that name takes. */
export function importOption(): Option {
  return new Option(
    '--import <module>',
    'a loader, such as tsx: Node loads it before each scenario file, as with its own --import; repeatable',
  ).argParser((specifier: string, earlier: readonly string[] = []) => [...earlier, checked(specifier)]);
}

function checked(specifier: string): string {
  if (specifier !== '' && !specifier.includes('\0')) return specifier;
  throw new BenchError(
    'USAGE',
    `--import: expected the name of a package or the path of a module, got '${specifier}'`,
    'Name a loader, such as tsx or ./loader.mjs.',
  );
}
