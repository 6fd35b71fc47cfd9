// Options as a program gave them, refused by name where they are not what they should be: a misspelt one would otherwise
// be a default that nobody chose.

import { BenchError } from '../../errors.ts';
import { nearestHint } from '../../runner/discover.ts';
import type { Check } from './checks.ts';
import { shown } from './shown.ts';

/** The options that were given, those set to undefined left out. Throws `USAGE`. */
export function checkedOptions<Options extends object>(
  given: unknown,
  checks: Readonly<Record<keyof Options & string, Check>>,
): Partial<Options> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new BenchError(
      'USAGE',
      `options: expected an object, got ${shown(given)}`,
      'Leave them out for the defaults.',
    );
  }
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [name, value] of entries) {
    const check = new Map<string, Check>(Object.entries(checks)).get(name);
    if (check === undefined) throw unknownOption(name, Object.keys(checks));
    if (check.accepts(value)) continue;
    throw new BenchError('USAGE', `${name}: expected ${check.expected}, got ${shown(value)}`, 'Correct the option.');
  }
  return Object.fromEntries(entries) as Partial<Options>;
}

function unknownOption(name: string, known: readonly string[]): BenchError {
  return new BenchError(
    'USAGE',
    `Unknown option '${name}'${nearestHint(name, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}
