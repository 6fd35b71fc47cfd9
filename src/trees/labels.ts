// How a version is called in sentences, and which commit it is.

import { relative } from 'node:path';
import type { NamedRef } from './named.ts';
import { commitOf, type Repository, shortHash } from './repository.ts';
import type { Tree } from './tree.ts';

const WITH_CHANGES = ', with uncommitted changes';

type Called = Pick<Tree, 'label' | 'commit'>;

/** A commit: `main (1a2b3c4d)`, or the hash alone where that is what was asked for. */
export function calledByRef({ word, commit }: NamedRef): Called {
  const label = commit.startsWith(word) ? shortHash(commit) : `${word} (${shortHash(commit)})`;
  return { label, commit };
}

/**
 * A folder as it stands, such as `working tree at 1a2b3c4d, with uncommitted changes`. `name` is what to call it. The folder
 * may lie in a repository that knows nothing of it: then no commit says what is in it.
 */
export async function calledByFolder(name: string, repository: Repository | null): Promise<Called> {
  const commit = repository && (await commitOf(repository.git, 'HEAD'));
  if (!repository || !commit) return { label: name, commit: null };
  const { git, prefix, root } = repository;
  const path = `HEAD:${prefix.replaceAll('\\', '/')}`;
  const isKnown =
    prefix === '' || (await git.ask('rev-parse', '--verify', '--quiet', '--end-of-options', path)) !== null;
  if (!isKnown) return { label: name, commit: null };
  // Of the whole checkout: code beside the folder may be what it runs.
  const changes = await git
    .in(root)
    .ask('status', '--porcelain', '-z', '--no-renames', '--untracked-files=normal', '--ignore-submodules=none');
  return { label: `${name} at ${shortHash(commit)}${changes ? WITH_CHANGES : ''}`, commit };
}

/** What to say where both are one and the same; null where they are not. */
export function samenessOf(base: Tree, head: Tree): string | null {
  if (base.folder === head.folder) return `base and head are the same folder: ${base.folder}`;
  const isAsCommitted = [base, head].every(({ label }) => !label.endsWith(WITH_CHANGES));
  // Two folders of one checkout may be the two versions.
  const [way, headWay] = [base, head].map(({ root, folder }) => relative(root, folder));
  if (base.commit === null || base.commit !== head.commit || way !== headWay || !isAsCommitted) return null;
  return `base and head are the same commit: ${shortHash(base.commit)}`;
}
