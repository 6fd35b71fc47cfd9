// Shipped scenarios import `#bench`, which means the source. The package holds what was compiled, and one package.json cannot
// mean both, so that in there the door is named by its path.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Rewrites the import of `#bench` in every compiled scenario under `dist/benchmarks`. */
export function nameWordsByPath(dist: string): void {
  const folder = join(dist, 'benchmarks');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const path = join(folder, name);
    const door = relative(dirname(path), join(dist, 'src', 'authoring.js')).replaceAll(sep, '/');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll("'#bench'", `'${door}'`));
  }
}
