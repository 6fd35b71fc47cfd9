// The flags that choose among scenarios, for every command that takes some.

import { Option } from 'commander';
import { BenchError } from '../errors.ts';
import type { ScenarioKind } from '../model/scenario.ts';
import { listedOnce } from './numbers.ts';

export const KINDS: readonly ScenarioKind[] = ['io', 'cpu', 'mixed'];

export interface ChoosingFlags {
  readonly tag?: readonly string[];
  readonly kind?: readonly ScenarioKind[];
}

/** `--tag`. */
export function tagOption(): Option {
  return new Option(
    '--tag <tags>',
    'only scenarios with one of these tags, comma-separated; without names, of all that `overlap list` shows',
  ).argParser(listedOnce('--tag'));
}

/** `--kind`. */
export function kindOption(): Option {
  const list = listedOnce('--kind');
  return new Option('--kind <kinds>', `only scenarios of these kinds, comma-separated: ${KINDS.join(', ')}`).argParser(
    (text: string, earlier?: readonly string[]) => list(text, earlier).map(kindOf),
  );
}

function kindOf(text: string): ScenarioKind {
  const kind = KINDS.find((each) => each === text);
  if (kind !== undefined) return kind;
  throw new BenchError(
    'USAGE',
    `--kind: expected ${KINDS.join(', ')}, got '${text}'`,
    'Correct the flag and run it again.',
  );
}
