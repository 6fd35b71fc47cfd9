// How this program is typed where it was just typed: installed for everybody it is `overlap`, in a project it is not on the
// shell's path and goes by the name that is ours on npm.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `overlap`, or `npx overlap-bench` where npm started it, or where a project above the folder has it. */
export function programWords(env: Readonly<Record<string, string | undefined>>, folder = process.cwd()): string {
  return env.npm_command === 'exec' || isInstalledAbove(folder) ? 'npx overlap-bench' : 'overlap';
}

function isInstalledAbove(folder: string): boolean {
  if (existsSync(join(folder, 'node_modules', 'overlap-bench'))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInstalledAbove(parent);
}
