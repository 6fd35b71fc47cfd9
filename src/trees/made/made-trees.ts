// The trees that are made for one gate. They, and nothing else, are its to remove.

import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from '../../errors.ts';
import { quotedWord } from '../../quoted-word.ts';
import { Git } from '../git.ts';
import { calledByRef } from '../labels.ts';
import { isFolder, isWithin } from '../modules/correspondence.ts';
import type { NamedRef } from '../named.ts';
import type { Repository } from '../repository.ts';
import type { Side, Tree } from '../tree.ts';
import { makePlace, removePlace } from './place.ts';
import { addWorktree, removeWorktree } from './worktrees.ts';

export class MadeTrees {
  readonly #repository: Repository;
  readonly #roots: string[] = [];
  #place: string | null = null;
  #closed: Promise<void> | undefined;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  has(tree: Tree): boolean {
    return this.#roots.includes(tree.root);
  }

  /** Checks a commit out. Throws `TREE_MISSING`, `TREE_WITHOUT_FOLDER` or `INTERRUPTED`; `close` removes what there is. */
  async add(side: Side, ref: NamedRef): Promise<Tree> {
    const { prefix, commonFolder } = this.#repository;
    this.#place ??= makePlace(commonFolder);
    const root = join(this.#place, side);
    const called = calledByRef(ref);
    this.#roots.push(root);
    await addWorktree(this.#repository, root, ref.commit, `${side}, ${called.label},`);
    const folder = join(root, prefix);
    if (!isFolder(folder) || !isWithin(realpathSync(folder), root)) {
      throw new BenchError(
        'TREE_WITHOUT_FOLDER',
        `the folder ${quotedWord(prefix)} does not exist in ${side}, ${called.label}: there is nothing to compare`,
        `Run it in a folder that both versions have, or choose another --${side}.`,
      );
    }
    return { folder: realpathSync(folder), root, ...called };
  }

  /** Removes them. Never rejects. */
  close(): Promise<void> {
    this.#closed ??= this.#remove();
    return this.#closed;
  }

  async #remove(): Promise<void> {
    if (this.#place === null) return;
    const { root, commonFolder } = this.#repository;
    try {
      // Not the git that was used to make them: it may have been told to stop.
      for (const tree of this.#roots) await removeWorktree(new Git(root), commonFolder, tree);
      removePlace(this.#place);
    } catch {
      // Somebody works there still. The folder says whose it is, so that the next gate removes it.
    }
  }
}
