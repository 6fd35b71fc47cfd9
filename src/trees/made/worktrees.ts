// Detached worktrees of git: made in our own folder, taken away again. What git would not take away itself, because it was
// killed while it made it, is taken away as git would have.

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { BenchError } from '../../errors.ts';
import type { Git } from '../git.ts';
import type { Repository } from '../repository.ts';

/** What git keeps of a worktree in the repository. */
export interface Registered {
  /** Top of the checkout. */
  readonly root: string;
  /** Git's own folder for it, and when it was written. */
  readonly entry: string;
  readonly madeAtMs: number;
}

/** Checks a commit out into a new folder. Throws `TREE_MISSING` where git cannot, `INTERRUPTED`. */
export async function addWorktree({ git }: Repository, root: string, commit: string, name: string): Promise<void> {
  const { code, how, lastLines } = await git.run(['worktree', 'add', '--detach', '--quiet', root, commit]);
  if (code === 0) return;
  throw new BenchError(
    'TREE_MISSING',
    `${name} could not be checked out: git worktree add ended with ${how}${lastLines.map((line) => `\n  ${line}`).join('')}`,
    'Mend that, or check it out by yourself and name its folder: --base ../base',
  );
}

/** Takes a worktree away, whatever is in it. Never rejects. */
export async function removeWorktree(git: Git, commonFolder: string, root: string): Promise<void> {
  // Said twice, it also takes what is locked, as everything is while git makes it.
  await git.run(['worktree', 'remove', '--force', '--force', root]).catch(() => {});
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  for (const { entry } of registeredIn(commonFolder).filter((each) => each.root === root)) {
    rmSync(entry, { recursive: true, force: true });
  }
}

/** The worktrees that the repository knows, besides its first. */
export function registeredIn(commonFolder: string): Registered[] {
  const entries = join(commonFolder, 'worktrees');
  if (!existsSync(entries)) return [];
  return readdirSync(entries).flatMap((name) => {
    const entry = join(entries, name);
    const file = join(entry, 'gitdir');
    try {
      const link = readFileSync(file, 'utf8').replace(/\n$/, '');
      const root = dirname(isAbsolute(link) ? link : resolve(entry, link));
      return [{ root, entry, madeAtMs: statSync(file).mtimeMs }];
    } catch {
      return [];
    }
  });
}
