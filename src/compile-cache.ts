// Where compiled code is kept between runs: a process then starts in half the time. It lies in the user's own cache,
// never inside a package and never where somebody else could lay code for us to run.

import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The folder for Node's compile cache; what the user set for Node goes first. Node ignores a place it cannot write. */
export function compileCacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.NODE_COMPILE_CACHE) return env.NODE_COMPILE_CACHE;
  return join(cacheHome(env.XDG_CACHE_HOME ?? ''), 'overlap-bench', 'compiled');
}

function cacheHome(wanted: string): string {
  if (isAbsolute(wanted)) return wanted;
  try {
    return join(homedir(), '.cache');
  } catch {
    // A user without a home, as containers have them.
    return join(tmpdir(), `cache-${process.getuid?.() ?? 'user'}`);
  }
}
