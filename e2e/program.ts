// Runs programs as a user's shell would: with an environment that knows nothing of this repository or of the test runner.

import { spawn } from 'node:child_process';
import { delimiter, sep } from 'node:path';

/** How a program ended and what it wrote. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Longest that any one program may take. */
const MOST_MS = 110_000;

/** Runs a program to its end. Rejects when it cannot be started; one that takes too long ends with code null. */
export function runProgram(program: string, args: readonly string[], { cwd, env }: Place): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: MOST_MS });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** What npm is told on its way here and has to find again; the rest of `npm_…` belongs to the run of this very script. */
const KEPT_OF_NPM = ['npm_config_registry', 'npm_config_cache', 'npm_config_userconfig'];

/** The environment for package managers: the user's own, without what npm and vitest added for this run. */
export function installerEnv(...firstInPath: string[]): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) => KEPT_OF_NPM.includes(name) || !/^(npm_|NODE|VITEST|INIT_CWD$|TEST$|CI$)/.test(name),
  );
  return { ...Object.fromEntries(kept), PATH: pathWith(firstInPath) };
}

/** The environment for programs in a project: a search path and a home of its own, and no colours. */
export function userEnv(home: string, ...firstInPath: string[]): Record<string, string | undefined> {
  const { LANG, TMPDIR } = process.env;
  return { HOME: home, LANG, TMPDIR, NO_COLOR: '1', PATH: pathWith(firstInPath) };
}

/** The search path without the folders of programs that `npm run` put in front. */
function pathWith(first: readonly string[]): string {
  const inherited = (process.env.PATH ?? '').split(delimiter);
  return [...first, ...inherited.filter((folder) => !folder.includes(`node_modules${sep}`))].join(delimiter);
}
