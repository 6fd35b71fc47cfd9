// Files that a package leads to and that no commit holds, since they are built. A tree without them looks like code that is
// broken.

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { counterpart, type Sharing } from './correspondence.ts';
import { packageFileOf } from './package-file.ts';

const ENTRIES = ['main', 'module', 'exports', 'imports', 'bin'];

/** From the root of the tree `to`: what packages in `folders` lead to, that is in `from` and not there. */
export function builtFilesMissing(folders: readonly string[], { from, to }: Sharing): string[] {
  const missing = folders.flatMap((folder) => {
    const there = counterpart(folder, to, from);
    if (there === null) return [];
    const file = packageFileOf(folder);
    return ENTRIES.flatMap((entry) => pathsIn(file[entry]))
      .filter((path) => existsSync(join(there, path)) && !existsSync(join(folder, path)))
      .map((path) => relative(to.root, join(folder, path)));
  });
  return [...new Set(missing)];
}

/** Every path in what may be a text, or texts by condition, however deep. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('*') ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}
