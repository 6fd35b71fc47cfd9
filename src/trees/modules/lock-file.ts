// The file that says exactly what is installed, and the command that installs exactly that.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Tree } from '../tree.ts';
import { packageFileOf } from './package-file.ts';

/** By file name, in the order in which they are taken where a folder holds several. */
const MANAGERS = {
  'npm-shrinkwrap.json': 'npm',
  'package-lock.json': 'npm',
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
} as const;

type LockName = keyof typeof MANAGERS;
const LOCK_NAMES = Object.keys(MANAGERS) as LockName[];

/** Files beside a lock that change what is installed without a trace in it. Where one is a folder, the files in it. */
const BESIDE = ['patches', '.yarn/patches', '.pnpmfile.cjs', 'pnpm-workspace.yaml', '.yarnrc.yml'];

/** Where the packages of a tree are installed from. */
export interface Lock {
  /** The folder it lies in, which is where a package manager is to be run. */
  readonly folder: string;
  readonly name: LockName;
}

/** The nearest lock file, from the folder of the tree up to its root; null where there is none. */
export function lockOf(tree: Pick<Tree, 'folder' | 'root'>): Lock | null {
  for (let folder = tree.folder; ; folder = dirname(folder)) {
    const names = LOCK_NAMES.filter((name) => existsSync(join(folder, name)));
    const { packageManager } = packageFileOf(folder);
    const wanted = typeof packageManager === 'string' ? packageManager.replace(/@.*$/s, '') : null;
    const name = names.find((each) => MANAGERS[each] === wanted) ?? names[0];
    if (name !== undefined) return { folder, name };
    if (folder === tree.root || folder === dirname(folder)) return null;
  }
}

/** Why what is installed for one is not what would be installed for the other; null where it is. */
export function lockDifference(tree: Tree, lock: Lock, other: Tree, otherLock: Lock | null): string | null {
  if (otherLock === null) return `only one side has a ${lock.name}`;
  if (relative(tree.folder, lock.folder) !== relative(other.folder, otherLock.folder)) {
    return `${lock.name} lies in another folder`;
  }
  if (lock.name !== otherLock.name) return `${lock.name} and ${otherLock.name}`;
  if (!isSame(join(lock.folder, lock.name), join(otherLock.folder, lock.name))) return `${lock.name} differs`;
  const beside = BESIDE.find((path) => !isSame(join(lock.folder, path), join(otherLock.folder, path)));
  return beside === undefined ? null : `${beside} differs`;
}

/** The command that installs what the lock file says and changes nothing of it. */
export function frozenInstall({ folder, name }: Lock): string {
  if (name === 'yarn.lock') {
    const isVersion1 = readFileSync(join(folder, name), 'utf8').includes('# yarn lockfile v1');
    return isVersion1 ? 'yarn install --frozen-lockfile' : 'yarn install --immutable';
  }
  const manager = MANAGERS[name];
  return manager === 'npm' ? 'npm ci' : `${manager} install --frozen-lockfile`;
}

/** Two files with the same bytes, two folders with the same files, or nothing in both places. */
function isSame(one: string, other: string): boolean {
  const [stat, otherStat] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (!stat || !otherStat) return stat === otherStat;
  if (stat.isDirectory() !== otherStat.isDirectory()) return false;
  if (!stat.isDirectory()) return readFileSync(one).equals(readFileSync(other));
  const names = new Set([...readdirSync(one), ...readdirSync(other)]);
  return [...names].every((name) => isSame(join(one, name), join(other, name)));
}
