// Whether somebody else's package, as it is installed in a tree, would run code of that tree: then it cannot be shared with
// another version, which would run that code, too. Such are a plug-in that imports a package of the workspace it is installed
// in, and a copy of such a package. Said where in doubt: an installation more is only slow.

import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '../tree.ts';
import { isFolder, ownTarget, realPathOf } from './correspondence.ts';
import { namesIn, packagesOf } from './entries.ts';
import { dependenciesOf, packageFileOf } from './package-file.ts';

/** Where package managers keep packages side by side, each with links to what it imports. */
const STORES = ['.pnpm', '.bun', '.store'];

/** A sentence that names the first such package; null where there is none. `ownFolders` are the packages of the tree itself. */
export function whatLeadsBack(
  moduleFolders: readonly string[],
  ownFolders: readonly string[],
  tree: Tree,
): string | null {
  const isOwn = (modules: string, name: string) => ownTarget(join(modules, name), tree) !== null;
  const linked = new Set(
    moduleFolders.flatMap((modules) => packagesOf(modules).filter((name) => isOwn(modules, name))),
  );
  const versions = new Map(
    ownFolders.map((folder) => packageFileOf(folder)).map(({ name, version }) => [name, version]),
  );

  // Packages that are linked to each other lead round in a circle.
  const seen = new Set<string | null>();
  const lookAt = (modules: string, name: string): string | null => {
    const folder = join(modules, name);
    const real = realPathOf(folder);
    if (seen.has(real)) return null;
    seen.add(real);
    const file = packageFileOf(folder);
    if (versions.has(name) && versions.get(name) === file.version) return `${name} is installed as a copy`;
    const own = dependenciesOf(file).find((each) => linked.has(each));
    if (own !== undefined) return `${name} imports ${own}`;
    const nested = join(folder, 'node_modules');
    for (const inner of packagesOf(nested)) {
      const why = isOwn(nested, inner) ? `${name} imports ${inner}` : lookAt(nested, inner);
      if (why !== null) return why;
    }
    return null;
  };

  for (const modules of moduleFolders) {
    for (const name of packagesOf(modules)) {
      const why = isOwn(modules, name) ? null : lookAt(modules, name);
      if (why !== null) return why;
    }
    const why = storedLink(modules, isOwn);
    if (why !== null) return why;
  }
  return null;
}

function storedLink(modules: string, isOwn: (modules: string, name: string) => boolean): string | null {
  for (const store of STORES.map((name) => join(modules, name)).filter(isFolder)) {
    // Each has a folder with what it imports; `node_modules` of the store itself is for those who do not say what they import.
    for (const id of namesIn(store)) {
      const inside = join(store, id, 'node_modules');
      const own = packagesOf(inside).find(
        (name) => lstatSync(join(inside, name)).isSymbolicLink() && isOwn(inside, name),
      );
      if (own !== undefined) return `${id} imports ${own}`;
    }
  }
  return null;
}
