// What gates left behind that were killed: found by their folders and by what git knows of them, and removed when their
// process is gone. What belongs to a gate that runs, to another repository or to the user stays.

import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../runner/recording/process-identity.ts';
import type { Repository } from '../repository.ts';
import { isPlaceName, ownerOf, placeOfTree, removePlace } from './place.ts';
import { registeredIn, removeWorktree } from './worktrees.ts';

/** A folder that is not there may be that of a gate elsewhere, in a container that shares the repository alone. */
const ELSEWHERE_MS = 24 * 60 * 60 * 1_000;

/** Removes what dead gates of this repository left behind; returns the folders that are gone now. Never rejects. */
export async function removeLeftOvers({ git, root, commonFolder }: Repository): Promise<string[]> {
  const registered = registeredIn(commonFolder);
  const places = new Set([
    ...foldersIn(tmpdir()).filter(isPlaceName),
    ...registered.flatMap((tree) => placeOfTree(tree.root) ?? []),
  ]);
  const removed: string[] = [];
  for (const place of places) {
    const trees = registered.filter((tree) => placeOfTree(tree.root) === place);
    const isOver = existsSync(place)
      ? isOfDead(place, commonFolder)
      : trees.length > 0 && trees.every(({ madeAtMs }) => Date.now() - madeAtMs > ELSEWHERE_MS);
    if (!isOver) continue;
    try {
      for (const tree of trees) await removeWorktree(git.in(root), commonFolder, tree.root);
      removePlace(place);
      removed.push(place);
    } catch {
      // Another gate removes it at this moment, or it is not ours to remove: nothing of it is in our way.
    }
  }
  return removed;
}

function isOfDead(place: string, commonFolder: string): boolean {
  const owner = ownerOf(place);
  return owner !== null && owner.repository === commonFolder && !isRunning(owner);
}

function foldersIn(folder: string): string[] {
  try {
    const real = realpathSync(folder);
    return readdirSync(real).map((name) => join(real, name));
  } catch {
    return [];
  }
}
