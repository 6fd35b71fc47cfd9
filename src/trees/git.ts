// Git, asked without a shell, and so that it changes nothing of the user's: no hook runs, no index is refreshed, nothing is
// fetched or asked for. What a hook of the user's says about the repository is taken from the environment first.

import { BenchError } from '../errors.ts';
import { type Ended, runCommand } from './run-command.ts';

/** `git rev-parse --local-env-vars`, without what only adds to the configuration, such as a `safe.directory`. */
const OF_ONE_REPOSITORY = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_CONFIG',
  'GIT_OBJECT_DIRECTORY',
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_GRAFT_FILE',
  'GIT_INDEX_FILE',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_REPLACE_REF_BASE',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_COMMON_DIR',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_NAMESPACE',
  'GIT_QUARANTINE_PATH',
  // What says how paths are meant, since we say it ourselves.
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
];

const HARMLESS = [
  ...['-c', 'core.hooksPath=/dev/null'],
  // A monitor would go on watching a folder that is gone.
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'submodule.recurse=false'],
];

/** The environment for a program in a tree: ours, without what would send its git to another repository. */
export function envForTrees(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OF_ONE_REPOSITORY.includes(name)));
}

/** Git in one folder. */
export class Git {
  readonly folder: string;
  readonly #signal: AbortSignal | undefined;

  constructor(folder: string, signal?: AbortSignal) {
    this.folder = folder;
    this.#signal = signal;
  }

  /** The same in another folder. */
  in(folder: string): Git {
    return new Git(folder, this.#signal);
  }

  /** How a command ended, whatever its code. Throws `TREE_MISSING` where there is no git, `INTERRUPTED`. */
  async run(args: readonly string[]): Promise<Ended> {
    const env = {
      ...envForTrees(),
      LC_ALL: 'C',
      LANGUAGE: '',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
    };
    try {
      return await runCommand({
        file: 'git',
        args: [...HARMLESS, ...args],
        folder: this.folder,
        env,
        signal: this.#signal,
      });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
      const hint = 'Install git, or check the other version out by itself and name its folder: --base ../base';
      throw new BenchError('TREE_MISSING', 'git is not installed, or not in PATH', hint, thrown);
    }
  }

  /** What a command printed, without its last line break; null where it failed. */
  async ask(...args: string[]): Promise<string | null> {
    const { code, stdout } = await this.run(args);
    return code === 0 ? stdout.replace(/\n$/, '') : null;
  }

  /** The paths that a command with `-z` printed; none where it failed. */
  async list(...args: string[]): Promise<string[]> {
    return (await this.ask(...args))?.split('\0').filter((path) => path !== '') ?? [];
  }
}
