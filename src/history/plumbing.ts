// Git below its commands for people: what is asked and written here touches no file of the worktree, no index of the user's
// and no branch that is checked out.

import { spawn } from 'node:child_process';
import { BenchError } from '../errors.ts';
import { envForTrees } from '../trees/git.ts';

/** How a command ended. */
interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command gets besides its words. */
interface Given {
  /** Read from its standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git in the working folder and resolves however it ends. Throws `FILE_READ` where there is no git. */
export function git(args: readonly string[], { input = '', env = {} }: Given = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', 'core.hooksPath=/dev/null', ...args], {
      env: { ...envForTrees(), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text;
      });
    }
    child.on('error', (thrown) => {
      const hint = 'Install git, or keep the history in a folder: --history bench-history/';
      reject(new BenchError('FILE_READ', 'git is not installed, or not in PATH', hint, thrown));
    });
    child.on('close', (code) => resolve({ code, ...said }));
    // One that ends before it has read all says so by its code.
    child.stdin.on('error', () => {}).end(input);
  });
}

/** What a command printed, without its last line break; null where it failed. */
export async function ask(...args: string[]): Promise<string | null> {
  const { code, stdout } = await git(args);
  return code === 0 ? stdout.replace(/\n$/, '') : null;
}

/** The same of one that must not fail. Throws `FILE_WRITE` with what git said. */
export async function must(what: string, args: readonly string[], given: Given = {}): Promise<string> {
  const { code, stdout, stderr } = await git(args, given);
  if (code === 0) return stdout.replace(/\n$/, '');
  const said = stderr.trim().split('\n')[0] ?? '';
  throw new BenchError(
    'FILE_WRITE',
    `cannot ${what}: git says '${said}'`,
    'Run it again, or keep the history in a folder.',
  );
}
