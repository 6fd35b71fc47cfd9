// The repository that a folder lies in, if any.

import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { BenchError } from '../errors.ts';
import { quotedWord } from '../quoted-word.ts';
import type { Git } from './git.ts';

export interface Repository {
  readonly git: Git;
  /** Top of the checkout, a real path. */
  readonly root: string;
  /** From `root` to the folder; empty where it is the folder. */
  readonly prefix: string;
  /** What all checkouts of it share: `.git` of the first. A real path. */
  readonly commonFolder: string;
}

/** The repository of a folder given by its real path; null where there is none. Throws `TREE_MISSING` where git will not look. */
export async function repositoryOf(git: Git): Promise<Repository | null> {
  // Asked one by one: a path may hold a line break.
  const { code, how, stdout, lastLines } = await git.run(['rev-parse', '--show-toplevel']);
  const common = code === 0 ? await git.ask('rev-parse', '--git-common-dir') : null;
  if (common !== null) {
    const root = realpathSync(stdout.replace(/\n$/, ''));
    const commonFolder = realpathSync(resolve(git.folder, common));
    return { git, root, prefix: relative(root, git.folder), commonFolder };
  }
  const said = lastLines.join('\n');
  if (/not a git repository|must be run in a work tree/.test(said)) return null;
  const [, foreign] = /dubious ownership in repository at '(.+)'/.exec(said) ?? [];
  if (foreign === undefined) {
    const hint = 'See what `git status` says there.';
    throw new BenchError('TREE_MISSING', `git does not look into ${git.folder}: ${lastLines.at(-1) ?? how}`, hint);
  }
  throw new BenchError(
    'TREE_MISSING',
    `git does not look into ${foreign}: the repository belongs to another user`,
    `Where you trust it: git config --global --add safe.directory ${quotedWord(foreign)}`,
  );
}

/** The whole hash of the commit that a word names; null where it names none here. */
export async function commitOf(git: Git, word: string): Promise<string | null> {
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options'];
  // What is added to `:/message` would be part of the message.
  return git.ask(...verify, word.startsWith(':/') ? word : `${word}^{commit}`);
}

/** The hash as people write it. */
export function shortHash(commit: string): string {
  return commit.slice(0, 8);
}
