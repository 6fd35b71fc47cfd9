// What lies in a folder node_modules, one by one; the packages of a scope are looked at one by one, too.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isFolder } from './correspondence.ts';

/** Names of packages, such as `p-limit` and `@acme/core`, and of what else lies there, such as `.bin/tsc` and `.pnpm`. */
export function entriesOf(modules: string): string[] {
  return namesIn(modules).flatMap((name) => {
    const isGroup = (name.startsWith('@') || name === '.bin') && isFolder(join(modules, name));
    return isGroup ? namesIn(join(modules, name)).map((inside) => `${name}/${inside}`) : [name];
  });
}

/** Names of packages alone. */
export function packagesOf(modules: string): string[] {
  return entriesOf(modules).filter((name) => !name.startsWith('.') && isFolder(join(modules, name)));
}

/** What is in a folder; nothing where there is none. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
