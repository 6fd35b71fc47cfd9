// The same place in two trees. Their working folders correspond, and everything else by the way that leads there.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Tree } from '../tree.ts';

/** Whose node_modules are shared, and with which tree. */
export interface Sharing {
  readonly from: Tree;
  readonly to: Tree;
}

/** The path of the one tree that corresponds to a path of the other; null for one that is outside. */
export function counterpart(path: string, from: Tree, to: Tree): string | null {
  const there = join(to.folder, relative(from.folder, path));
  return isWithin(there, to.root) ? there : null;
}

/** Where an entry of node_modules leads that is the code of the tree itself, as a workspace is; null for any other. */
export function ownTarget(entry: string, tree: Tree): string | null {
  const real = realPathOf(entry);
  if (real === null || !isWithin(real, tree.root)) return null;
  return relative(tree.root, real).split(sep).includes('node_modules') ? null : real;
}

/** True for the folder itself and all that lies in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Null for a link that leads nowhere. */
export function realPathOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
