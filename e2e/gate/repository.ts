// A git repository of a user's, small and real, in which gates run as installed. Its temporary folder is its own, so that
// whatever a gate leaves behind is found there, and no other test's.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject, vi } from 'vitest';
import type { Comparison } from '../../src/model/report/comparison.ts';
import { type Ended, userEnv } from '../program.ts';
import type { Project } from '../project.ts';

/** Files of one version, by path; null for one that is gone in it. */
export type Files = Readonly<Record<string, string | null>>;

/** How a gate ended, and what it printed where that was JSON. */
export interface GateEnded extends Ended {
  readonly comparison: Comparison;
}

/** A gate that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface StartOptions {
  /** Relative to the repository. */
  readonly in?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Longest that any one program may take. */
const MOST_MS = 110_000;

/** Longest that a process may take to notice that its parent was killed, on a machine that does much else. */
const GONE = { timeout: 30_000, interval: 100 };

export class Repository {
  /** A real path. */
  readonly folder: string;
  /** TMPDIR of the gates in it. */
  readonly temporary: string;
  readonly #tool: Project;

  /** An empty one, or one in a folder that is there. `tool` is where the package is installed. */
  constructor(tool: Project, folder = emptyFolder('repository')) {
    this.folder = folder;
    this.temporary = emptyFolder('tmp');
    this.#tool = tool;
    this.git('init', '--quiet', '--initial-branch', 'main');
  }

  git(...args: string[]): string {
    const name = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
    const { env } = this.#place();
    return execFileSync('git', [...name, ...args], { cwd: this.folder, env, encoding: 'utf8', stdio: 'pipe' });
  }

  write(files: Files): this {
    for (const [path, text] of Object.entries(files)) {
      const absolute = join(this.folder, path);
      if (text === null) this.git('rm', '--quiet', path);
      else {
        mkdirSync(dirname(absolute), { recursive: true });
        writeFileSync(absolute, text);
      }
    }
    return this;
  }

  /** Writes a version and commits it. */
  commit(files: Files): this {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'A version');
    return this;
  }

  /** Starts `overlap gate` as a terminal would: as the leader of a process group. */
  start(args: readonly string[], options: StartOptions = {}): Running {
    return this.startProgram('overlap', ['gate', ...args], options);
  }

  /** Starts any program, with `overlap` in its search path. */
  startProgram(program: string, args: readonly string[], options: StartOptions = {}): Running {
    const { cwd, env } = this.#place(options);
    // A test that gave up must not leave its gate running: asked to end, it takes all that is its own with it.
    const child = spawn(program, args, {
      ...{ cwd, env, detached: true, timeout: MOST_MS },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
      });
    }
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, ...texts }));
    });
    return { child, ended };
  }

  /** Runs a gate to its end and reads what it printed. */
  async gate(args: readonly string[], options: StartOptions = {}): Promise<GateEnded> {
    const ended = await this.start([...args, '--format', 'json'], options).ended;
    if (ended.stdout === '')
      throw new Error(`overlap gate printed nothing and ended with ${ended.code}:\n${ended.stderr}`);
    return { ...ended, comparison: JSON.parse(ended.stdout) };
  }

  /** Runs one that is to refuse. */
  refused(args: readonly string[], options: StartOptions = {}): Promise<Ended> {
    return this.start(args, options).ended;
  }

  /** What there is of gates, once those who are to go have had their time: nothing, where all is well. */
  async leftBehind(): Promise<{ worktrees: string[]; files: string[]; processes: string[] }> {
    await vi
      .waitFor(() => {
        if (this.processes().length > 0) throw new Error('somebody still runs');
      }, GONE)
      .catch(() => {});
    return { worktrees: this.worktrees(), files: this.#temporaryFiles(), processes: this.processes() };
  }

  /** Worktrees of git, without the repository's own. */
  worktrees(): string[] {
    const lines = this.git('worktree', 'list', '--porcelain').split('\n');
    return lines.filter((line) => line.startsWith('worktree ')).slice(1);
  }

  /** Command lines of the processes that have our temporary folder: all that gates here have started. Linux tells. */
  processes(): string[] {
    if (!existsSync('/proc/self/environ')) return [];
    return readdirSync('/proc').flatMap((pid) => {
      if (!/^\d+$/.test(pid)) return [];
      try {
        const isOurs = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`TMPDIR=${this.temporary}`);
        // One that has ended has no command line any more.
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return isOurs && words !== '' ? [words] : [];
      } catch {
        return [];
      }
    });
  }

  #temporaryFiles(): string[] {
    // npm, wherever it is run, has Node keep its compiled code there.
    return readdirSync(this.temporary).filter((name) => name !== 'node-compile-cache');
  }

  #place({ in: folder = '.', env = {} }: StartOptions = {}) {
    const { folder: ground, nodeFolders } = inject('ground');
    const path = [nodeFolders['26'], join(this.#tool.folder, 'node_modules', '.bin')];
    const own = { TMPDIR: this.temporary, GIT_CONFIG_NOSYSTEM: '1' };
    return { cwd: join(this.folder, folder), env: { ...userEnv(join(ground, 'home'), ...path), ...own, ...env } };
  }
}

/** What `leftBehind` says when all is well. */
export const NOTHING = { worktrees: [], files: [], processes: [] };

/** A new folder that is removed with all others when the last test has ended; its name may hold anything. */
export function emptyFolder(name: string): string {
  return realpathSync(mkdtempSync(join(inject('ground').folder, `${name}-`)));
}
