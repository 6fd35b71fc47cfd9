// Hostile documents from a seed: each is an original with one to three changes, and the same seed gives the same
// texts on every machine.

import { seededRandom } from '../../src/model/seeded-random.ts';
import { anyPlaceMutations } from './changes/any-place.ts';
import { armMutations } from './changes/arms.ts';
import type { AnyMutation } from './changes/mutation.ts';
import { pick } from './changes/odd-values.ts';
import { manyRounds, sampleMutations } from './changes/samples.ts';
import { manyTasks, scenarioMutations } from './changes/scenarios.ts';
import { textMutations } from './changes/text.ts';
import type { Fields } from './changes/tree.ts';

/** Kinds of changes, each as likely as the others. */
export const KINDS: ReadonlyMap<string, readonly AnyMutation[]> = new Map<string, readonly AnyMutation[]>([
  ['any value', anyPlaceMutations],
  ['samples', sampleMutations],
  ['arms', armMutations],
  ['what stands around', scenarioMutations],
  ['the text', textMutations],
  ['very many', [manyRounds, manyTasks]],
]);

/** How many of a hundred mutants open with a change of that kind. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'any value': 28,
  samples: 22,
  arms: 20,
  'what stands around': 18,
  'the text': 10,
  'very many': 2,
};

/** A document as it stands before the changes. */
export interface Original {
  readonly name: string;
  readonly text: string;
}

/** A hostile document. */
export interface Mutant {
  readonly index: number;
  readonly original: Original;
  /** Kind of the first change. */
  readonly kind: string;
  /** What was done, in order. */
  readonly changes: readonly string[];
  readonly text: string;
}

/** The mutant of that number; without the kinds in `leftOut`. */
export function mutantOf(
  originals: readonly Original[],
  seed: number,
  index: number,
  leftOut: readonly string[] = [],
): Mutant {
  const random = seededRandom(seed * 1_000_003 + index);
  const original = pick(originals, random);
  const kind = drawKind(random, leftOut);
  const first = pick(KINDS.get(kind) ?? [], random);
  const more = [...KINDS].filter(([id]) => id !== 'very many').flatMap(([, mutations]) => mutations);
  const others = Array.from({ length: Math.floor(random() * 3) }, () => pick(more, random));
  // The text is changed last: what has become of it may be no tree any more.
  const mutations = [first, ...others];
  const tree = JSON.parse(original.text) as Fields;
  for (const mutation of mutations) if ('apply' in mutation) mutation.apply(tree, random);
  let text = JSON.stringify(tree);
  for (const mutation of mutations) if ('applyToText' in mutation) text = mutation.applyToText(text, random);
  return { index, original, kind, changes: mutations.map(({ id }) => id), text };
}

function drawKind(random: () => number, leftOut: readonly string[]): string {
  const kinds = [...KINDS.keys()].filter((kind) => !leftOut.includes(kind));
  const total = kinds.reduce((sum, kind) => sum + (WEIGHTS[kind] ?? 0), 0);
  let left = random() * total;
  for (const kind of kinds) {
    left -= WEIGHTS[kind] ?? 0;
    if (left < 0) return kind;
  }
  return kinds[0] as string;
}
