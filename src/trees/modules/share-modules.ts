// Gives a tree the node_modules of another: a folder of its own, in which every package is a link to what is installed there.
// Packages that are code of the tree itself, as those of a workspace are, lead to the code of the new tree instead: base
// would otherwise run head's code, and nothing would ever differ.

import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { counterpart, isFolder, ownTarget, type Sharing } from './correspondence.ts';
import { entriesOf } from './entries.ts';
import type { ModulePair } from './module-folders.ts';

/** What tools write while they run: each tree has its own. */
const CACHES = ['.cache', '.vite', '.vite-temp', '.tmp'];

/** Links everything. Returns the paths within the tree that links should lead to, and that are not there. */
export function shareModules(pairs: readonly ModulePair[], sharing: Sharing): string[] {
  const absent = new Set<string>();
  for (const { from, to } of pairs) {
    mkdirSync(to);
    for (const name of entriesOf(from).filter((each) => !CACHES.includes(each))) {
      const target = targetOf(join(from, name), sharing);
      if (target === null || !existsSync(target)) {
        if (target !== null && !name.startsWith('.')) absent.add(relative(sharing.to.root, target));
        continue;
      }
      mkdirSync(dirname(join(to, name)), { recursive: true });
      // The kind matters on Windows alone, where anybody may make junctions.
      symlinkSync(target, join(to, name), isFolder(target) ? 'junction' : 'file');
    }
  }
  return [...absent];
}

function targetOf(entry: string, { from, to }: Sharing): string | null {
  const own = ownTarget(entry, from);
  return own === null ? entry : counterpart(own, from, to);
}
