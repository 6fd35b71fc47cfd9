// The folders of a tree that may have node_modules: those with a package.json, as git knows them.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tree } from '../tree.ts';
import { counterpart, isFolder, type Sharing } from './correspondence.ts';

/** The folder of every package in a tree, and its working folder. `files` are those that git has there. */
export function packageFolders(files: readonly string[], tree: Tree): string[] {
  const folders = files
    .filter((file) => /(^|\/)package\.json$/.test(file) && !file.split('/').includes('node_modules'))
    .map((file) => dirname(file));
  return [...new Set([tree.folder, tree.root, ...folders.map((folder) => join(tree.root, folder))])];
}

/** A folder of the one tree with node_modules, and the same of the other that has none yet. */
export interface ModulePair {
  readonly from: string;
  readonly to: string;
}

/** The node_modules that can be shared, of all packages that are in both trees. */
export function sharedFolders(folders: readonly string[], { from, to }: Sharing): ModulePair[] {
  return folders.flatMap((folder) => {
    const there = counterpart(folder, to, from);
    if (there === null) return [];
    const pair = { from: join(there, 'node_modules'), to: join(folder, 'node_modules') };
    // Some commit what they install.
    return isFolder(pair.from) && !existsSync(pair.to) ? [pair] : [];
  });
}
