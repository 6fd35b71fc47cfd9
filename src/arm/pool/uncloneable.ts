// What structured clone refuses to copy ends a whole batch, and its message shows the value but not where it stood. This
// finds the place, once a copy has failed.

import { BenchError } from '../../errors.ts';

const MOST_DEPTH = 8;
const MOST_CHILDREN = 1_000;
const IS_NAME = /^[A-Za-z_$][\w$]*$/;

/** True of what is thrown where a value cannot be copied to another thread. */
export function isCloneError(thrown: unknown): boolean {
  return (thrown as { name?: unknown } | null)?.name === 'DataCloneError';
}

/** The refusal of a value that cannot travel; `name` is what a reader knows it by, such as `input`. */
export function cloneError(value: unknown, name: string, isOutput: boolean): BenchError {
  const { path, found } = firstRefused(value, name, 0);
  return new BenchError(
    'NOT_CLONEABLE',
    isOutput
      ? `\`${path}\` is ${kindOf(found)}, which a worker cannot send back`
      : `\`${path}\` is ${kindOf(found)}, which cannot be sent to a worker`,
    'Structured clone copies data only: send plain data, and make what has behaviour in the task or in `setup`',
  );
}

interface Place {
  readonly path: string;
  readonly found: unknown;
}

/** The innermost value that cannot be copied; the value itself where all of its parts can. */
function firstRefused(value: unknown, path: string, depth: number): Place {
  if (typeof value !== 'object' || value === null || depth > MOST_DEPTH) return { path, found: value };
  for (const [step, part] of partsOf(value)) {
    if (canBeCopied(part)) continue;
    return firstRefused(part, path + step, depth + 1);
  }
  return { path, found: value };
}

function partsOf(value: object): [string, unknown][] {
  if (value instanceof Map)
    return [...value].slice(0, MOST_CHILDREN).map(([key, part]) => [`.get(${String(key)})`, part]);
  if (value instanceof Set) return [...value].slice(0, MOST_CHILDREN).map((part, index) => [` (entry ${index})`, part]);
  return Object.keys(value)
    .slice(0, MOST_CHILDREN)
    .map((key) => {
      const step = IS_NAME.test(key) ? `.${key}` : Array.isArray(value) ? `[${key}]` : `['${key}']`;
      return [step, (value as Record<string, unknown>)[key]];
    });
}

function canBeCopied(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  const name = value.constructor?.name || 'nameless class';
  const buffer = ArrayBuffer.isView(value) ? value.buffer : value;
  const isGone = buffer instanceof ArrayBuffer && buffer.detached;
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}${isGone ? ' that has moved away already' : ''}`;
}
