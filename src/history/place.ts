// Where a history lies: in a folder, a file for each run; or in one file on a branch, a line for each run.

import { BenchError } from '../errors.ts';

/** Where it lies by itself, below the working folder. */
export const DEFAULT_PLACE = '.overlap/history/';

/** A place as it was named, and what it means. */
export type Place =
  | { readonly kind: 'folder'; readonly text: string; readonly path: string }
  | { readonly kind: 'branch'; readonly text: string; readonly branch: string; readonly path: string };

// A name of a branch has no colon and no dot at its start; a drive of Windows is one letter.
const ON_BRANCH = /^(?![A-Za-z]:[\\/]|\.{0,2}[\\/])([^:]+):(.*)$/s;

/** True for what names a file on a branch. */
export function isOnBranch(text: string): boolean {
  return ON_BRANCH.test(text);
}

/** Reads the name of a place; `flag` is what messages call it. Throws `USAGE`. */
export function placeOf(text: string, flag: string): Place {
  const [, branch, path = ''] = ON_BRANCH.exec(text) ?? [];
  if (branch === undefined) {
    if (text !== '' && !text.includes('\0')) return { kind: 'folder', text, path: text };
    throw refuse(flag, 'a folder, or BRANCH:FILE', text);
  }
  const parts = path.split('/');
  if (
    parts.some((part) => part === '' || part === '.' || part === '..' || /^\.git$/i.test(part)) ||
    /[\0\n]/.test(path)
  ) {
    throw refuse(flag, 'the path of a file from the root of the repository after the colon', text);
  }
  if (!isBranchName(branch)) throw refuse(flag, 'the name of a branch before the colon', text);
  return { kind: 'branch', text, branch, path };
}

/** What git takes for a branch (`git check-ref-format --branch`), but for names that only git makes. */
function isBranchName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: git refuses them by their numbers, too
  if (/[\x00-\x20\x7f~^?*[\\]|\.\.|@\{|\/\/|\.$|\/$|^\/|^-/.test(name)) return false;
  return name !== '@' && name !== 'HEAD' && name.split('/').every((part) => !/^\.|\.lock$/.test(part));
}

function refuse(flag: string, expected: string, got: string): BenchError {
  return new BenchError(
    'USAGE',
    `${flag}: expected ${expected}, got '${got}'`,
    'Such as bench-history/ or bench:history.jsonl.',
  );
}
