// Changes that can happen to any value of any document, wherever it stands.

import type { Mutation } from './mutation.ts';
import { ODD_NUMBERS, ODD_TEXTS, OTHER_VALUES, pick } from './odd-values.ts';
import { drawPlace, type Fields, isFields, type Place, removeAt, setAt, valueAt } from './tree.ts';

const TRIES = 60;

/** A place whose value is of that kind; null where none was found. */
function placeOf(kind: 'number' | 'string', tree: Fields, random: () => number): Place | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const place = drawPlace(tree, random);
    if (place !== null && typeof valueAt(place) === kind) return place;
  }
  return null;
}

const change = (id: string, apply: (place: Place, random: () => number) => void): Mutation => ({
  id,
  apply(tree, random) {
    const place = drawPlace(tree, random);
    if (place !== null) apply(place, random);
  },
});

export const anyPlaceMutations: readonly Mutation[] = [
  {
    id: 'odd number',
    apply(tree, random) {
      const place = placeOf('number', tree, random);
      if (place !== null) setAt(place, pick(ODD_NUMBERS, random));
    },
  },
  {
    id: 'odd text',
    apply(tree, random) {
      const place = placeOf('string', tree, random);
      if (place !== null) setAt(place, pick(ODD_TEXTS, random));
    },
  },
  change('field taken away', removeAt),
  change('another type', (place, random) => setAt(place, pick(OTHER_VALUES, random))),
  change('list emptied', (place) => {
    const list = Array.isArray(place.parent) ? place.parent : valueAt(place);
    if (Array.isArray(list)) list.length = 0;
  }),
  change('unknown field', ({ parent }, random) => {
    const fields = Array.isArray(parent) ? parent.find(isFields) : parent;
    if (fields !== undefined) {
      setAt({ parent: fields, key: pick(['extra', ...ODD_TEXTS], random) }, pick(OTHER_VALUES, random));
    }
  }),
  change('prototype key', ({ parent }, random) => {
    const key = pick(['__proto__', 'constructor', 'toJSON', 'then'], random);
    if (!Array.isArray(parent)) setAt({ parent, key }, pick([{ polluted: true }, null, 'x', []], random));
  }),
];
