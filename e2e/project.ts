// A project of a user: an empty folder with the packed package installed, in which programs run on a Node of choice.
//
//   const project = await createProject({ type: 'module', files: { 'mine.scenario.js': '…' } });
//   const { code, stdout, stderr } = await project.overlap(['run', 'mine.scenario.js', '--quick'], { node: '24' });

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { groundError, type NodeLine } from './ground.ts';
import { type Ended, installerEnv, runProgram, userEnv } from './program.ts';

export { NODE_LINES, type NodeLine } from './ground.ts';
export type { Ended } from './program.ts';

/** Pinned, so that a new one cannot turn a good commit red. */
const PNPM = 'pnpm@12.21.0';

export interface ProjectOptions {
  /** `type` of its package.json; `commonjs` is what `npm init -y` writes. Default: `module`. */
  readonly type?: 'module' | 'commonjs';
  /** What stands in it, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Packages to install beside ours, such as `vitest@5.1.1`. */
  readonly dependencies?: readonly string[];
  /** Default: `npm`. */
  readonly packageManager?: 'npm' | 'pnpm';
}

export interface RunOptions {
  /** Default: the newest. */
  readonly node?: NodeLine;
  /** Added to a small environment: PATH, a HOME of the tests' own, NO_COLOR. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder to run in. Default: the project's. */
  readonly cwd?: string;
}

/** A user's project with the package installed. It is removed with all others when the last test has ended. */
export class Project {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Writes a file, and the folders it lies in; returns its absolute path. */
  write(path: string, text: string): string {
    const absolute = join(this.folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
    return absolute;
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Runs `overlap …` as installed, as an npm script would. */
  overlap(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
    return this.run('overlap', args, options);
  }

  /** Runs `node …`. */
  node(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
    return this.run('node', args, options);
  }

  /** Runs a program: one that a dependency installed, or one of the machine. */
  run(program: string, args: readonly string[], { node = '26', env = {}, cwd = this.folder }: RunOptions = {}) {
    const { folder, nodeFolders } = inject('ground');
    // The chosen Node goes first: a dependency may bring one of its own.
    const path = [nodeFolders[node], join(this.folder, 'node_modules', '.bin')];
    return runProgram(program, args, { cwd, env: { ...userEnv(join(folder, 'home'), ...path), ...env } });
  }
}

/** Makes a project and installs the package into it. Takes seconds: make one for many tests, in `beforeAll`. */
export async function createProject(options: ProjectOptions = {}): Promise<Project> {
  const { type = 'module', files = {}, dependencies = [], packageManager = 'npm' } = options;
  const { folder, tarball } = inject('ground');
  const project = new Project(realpathSync(mkdtempSync(join(folder, `${packageManager}-${type}-`))));
  project.write('package.json', `${JSON.stringify({ name: 'somebody-elses', version: '1.0.0', type }, null, 2)}\n`);
  for (const [path, text] of Object.entries(files)) project.write(path, text);
  await (packageManager === 'npm' ? installWithNpm : installWithPnpm)(project, [tarball, ...dependencies]);
  return project;
}

async function installWithNpm({ folder: cwd }: Project, packages: readonly string[]): Promise<void> {
  const args = ['install', '--save-dev', '--no-audit', '--no-fund', ...packages];
  const ended = await runProgram('npm', args, { cwd, env: installerEnv() });
  if (ended.code !== 0) throw groundError(`npm ${args.join(' ')}`, ended);
}

async function installWithPnpm({ folder: cwd }: Project, packages: readonly string[]): Promise<void> {
  const { folder, nodeFolders } = inject('ground');
  const home = mkdtempSync(join(folder, 'pnpm-itself-'));
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  await installWithNpm(new Project(home), [PNPM]);
  const args = ['add', '--save-dev', '--store-dir', join(folder, 'pnpm-store'), ...packages];
  const env = { ...installerEnv(nodeFolders['26'], join(home, 'node_modules', '.bin')), CI: 'true' };
  const ended = await runProgram('pnpm', args, { cwd, env });
  if (ended.code !== 0) throw groundError(`pnpm ${args.join(' ')}`, ended);
}
