// A document as a tree of unknown fields, which is all that a change may rely on: an earlier change may have put
// anything anywhere.

/** An object of a JSON text. */
export type Fields = Record<string, unknown>;

/** True for an object that is no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a list that have fields; none where it is no list. */
export function entriesOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** The list itself, to be changed; an empty one that is nobody's where there is none. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A place in a tree: an object or a list, and a key or an index of it. */
export interface Place {
  readonly parent: Fields | unknown[];
  readonly key: string | number;
}

/** A place drawn by walking down from the top, every branch equally likely, so that few of them lie in the samples. */
export function drawPlace(tree: Fields, random: () => number): Place | null {
  let parent: Fields | unknown[] = tree;
  for (;;) {
    const keys = Array.isArray(parent) ? [...parent.keys()] : Object.keys(parent);
    if (keys.length === 0) return null;
    const key = keys[Math.floor(random() * keys.length)] as string | number;
    const value = valueAt({ parent, key });
    const isBranch = Array.isArray(value) ? value.length > 0 : isFields(value) && Object.keys(value).length > 0;
    if (!isBranch || random() < 0.15) return { parent, key };
    parent = value as Fields | unknown[];
  }
}

/** What stands there. */
export function valueAt({ parent, key }: Place): unknown {
  return (parent as Fields)[key];
}

/** Puts something else there; also under a name such as `__proto__`. */
export function setAt({ parent, key }: Place, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Takes it away. */
export function removeAt({ parent, key }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}
