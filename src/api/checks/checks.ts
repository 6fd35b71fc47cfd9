// What the value of an option may be, and how that is said. Types tell most of it to whoever uses them; the rest arrives
// here.

import type { Range } from '../../runner/plan/defaults.ts';

/** What an option may be. */
export interface Check {
  /** Completes "expected …". */
  readonly expected: string;
  accepts(value: unknown): boolean;
}

export const yesOrNo: Check = { expected: 'true or false', accepts: (value) => typeof value === 'boolean' };

/** A number from least to most, in the unit that is named. */
export function amount([least, most]: Range, unit: string): Check {
  return {
    expected: `${unit} from ${least} to ${most}`,
    accepts: (value) => typeof value === 'number' && value >= least && value <= most,
  };
}

export function whole(range: Range): Check {
  const { expected, accepts } = amount(range, 'a whole number');
  return { expected, accepts: (value) => Number.isInteger(value) && accepts(value) };
}

/** One, or a list of them. */
export function oneOrMore(check: Check): Check {
  const list = listOf(check, `${check.expected}, or a list of such`);
  return { expected: list.expected, accepts: (value) => check.accepts(value) || list.accepts(value) };
}

/** A list that is not empty and has each value once. */
export function listOf(check: Check, expected: string): Check {
  return {
    expected: `${expected}, each once`,
    accepts: (value) =>
      Array.isArray(value) && value.length > 0 && new Set(value).size === value.length && value.every(check.accepts),
  };
}

export const text: Check = { expected: 'a text', accepts: (value) => typeof value === 'string' && value !== '' };

export const callable: Check = { expected: 'a function', accepts: (value) => typeof value === 'function' };

export const abortSignal: Check = {
  expected: 'an AbortSignal',
  accepts: (value) => value instanceof AbortSignal,
};

/** A path, or the address of a file. */
export const place: Check = {
  expected: 'the path of a file, or its URL',
  accepts: (value) => (value instanceof URL ? value.protocol === 'file:' : isPath(value)),
};

/** A folder, its URL, or a file on a branch. */
export const folderOrBranch: Check = {
  expected: 'a folder, its URL, or BRANCH:FILE',
  accepts: (value) =>
    value instanceof URL
      ? value.protocol === 'file:'
      : typeof value === 'string' && value !== '' && !value.includes('\0'),
};

function isPath(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !/[\\/]$/.test(value) && !value.includes('\0');
}
