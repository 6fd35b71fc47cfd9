// Declarations are for those who import the package: what no door of it leads to is weight that nobody can reach.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The `exports` of a package.json, as this package writes them: a path, or conditions of which `types` is a path. */
export type Exports = Readonly<Record<string, string | { readonly types?: string }>>;

/** Removes every declaration under `dist` that no `types` of the exports leads to. */
export function keepReachableDeclarations(root: string, exports: Exports): void {
  const reached = new Set<string>();
  for (const door of Object.values(exports)) {
    if (typeof door !== 'string' && door.types) reached.add(resolve(root, door.types));
  }
  // A set goes on to what is added while it is walked.
  for (const path of reached) {
    for (const from of relativeImports(readFileSync(path, 'utf8'))) {
      reached.add(resolve(dirname(path), from.replace(/\.[jt]s$/, '.d.ts')));
    }
  }
  const dist = join(root, 'dist');
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const path = join(dist, name);
    if (name.endsWith('.d.ts') && !reached.has(path)) rmSync(path);
  }
}

function relativeImports(text: string): string[] {
  const found = text.matchAll(/(?:\bfrom |\bimport\(|\bimport )['"](\.[^'"]+)['"]/g);
  return [...found].map(([, from = '']) => from);
}
