// Decides where the packages of a tree that was made come from: by the user's own command, shared with a tree that has the
// same ones installed, or installed as its lock file says.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from '../../errors.ts';
import type { Side, Tree, TreesAsked } from '../tree.ts';
import { builtFilesMissing } from './built-files.ts';
import { counterpart } from './correspondence.ts';
import { install } from './install.ts';
import { whatLeadsBack } from './leads-back.ts';
import { frozenInstall, type Lock, lockDifference, lockOf } from './lock-file.ts';
import { packageFolders, sharedFolders } from './module-folders.ts';
import { asksForSome, asksTheSame, packageFileOf } from './package-file.ts';
import { shareModules } from './share-modules.ts';

/** A tree whose packages may be shared, and how it is called. */
export interface Donor {
  readonly tree: Tree;
  readonly name: string;
}

export interface Wanting extends Pick<TreesAsked, 'install' | 'signal' | 'onNote'> {
  readonly side: Side;
  readonly tree: Tree;
  /** What git has there, from its root. */
  readonly files: readonly string[];
  /** Asked one after another. */
  readonly donors: readonly Donor[];
}

/** Throws `INSTALL_FAILED` where the packages cannot be had, `INTERRUPTED`. */
export async function provideModules(wanting: Wanting): Promise<void> {
  const { side, tree, donors, onNote } = wanting;
  const lock = lockOf(tree);
  // Where the lock file lies is where a package manager would be run, whatever it installs for.
  const folder = lock?.folder ?? tree.folder;
  if (wanting.install !== undefined) {
    onNote(`${side}: ${wanting.install}`);
    return install({ ...wanting, command: wanting.install, folder });
  }
  const folders = packageFolders(wanting.files, tree);
  await provideByLock(wanting, lock, folders);
  const [donor] = donors;
  const built = donor === undefined ? [] : builtFilesMissing(folders, { from: donor.tree, to: tree });
  if (built.length > 0) {
    const more = built.length > 1 ? ` and ${built.length - 1} more` : '';
    onNote(
      `${side}: no ${built[0]}${more}: not committed. Build it with --install, such as --install 'npm ci && npm run build'`,
    );
  }
}

/** Shares what is installed elsewhere, or installs what the lock file says. */
async function provideByLock(wanting: Wanting, lock: Lock | null, folders: readonly string[]): Promise<void> {
  const { side, tree, donors, onNote } = wanting;
  let why = '';
  for (const donor of donors) {
    const reason = whyNotShared(tree, lock, folders, donor.tree);
    if (reason === null) return share(wanting, lock, folders, donor);
    why ||= reason;
  }
  if (lock !== null) {
    const command = frozenInstall(lock);
    onNote(`${side}: ${command} (${why})`);
    return install({ ...wanting, command, folder: lock.folder });
  }
  if (!folders.some((each) => asksForSome(packageFileOf(each)))) return;
  throw new BenchError(
    'INSTALL_FAILED',
    `${side}, ${tree.label}: its packages are not those of ${donors[0]?.name} (${why}), and it has no lock file to install them by`,
    "Say how to install them, such as --install 'npm install'",
  );
}

function share({ side, tree, onNote }: Wanting, lock: Lock | null, folders: readonly string[], donor: Donor): void {
  const sharing = { from: donor.tree, to: tree };
  const pairs = sharedFolders(folders, sharing);
  if (pairs.length === 0) {
    const isAsked = folders.some(
      (folder) => asksForSome(packageFileOf(folder)) && !existsSync(join(folder, 'node_modules')),
    );
    if (isAsked) onNote(`${side}: no node_modules, as in ${donor.name}; --install says how to install them`);
    return;
  }
  const same = lock === null ? 'same dependencies, no lock file' : `same ${lock.name}`;
  onNote(`${side}: node_modules of ${donor.name} (${same})`);
  for (const path of shareModules(pairs, sharing)) {
    onNote(`${side}: there is no ${path}, to which node_modules leads; where it is built, build it with --install`);
  }
}

/** Why a tree cannot have what is installed in another; null where it can, or where nothing is installed or asked for. */
function whyNotShared(tree: Tree, lock: Lock | null, folders: readonly string[], from: Tree): string | null {
  const pairs = sharedFolders(folders, { from, to: tree });
  if (lock !== null) {
    if (lacksPlaces(lock, tree, from)) return "Plug'n'Play";
    const difference = lockDifference(tree, lock, from, lockOf(from));
    if (difference !== null) return difference;
  } else if (pairs.length === 0) return null;
  // A lock file has the rest of a workspace in it; other files of that name may be anything, such as inputs of tests.
  const compared = lock === null ? folders : new Set([tree.folder, lock.folder]);
  for (const folder of compared) {
    const there = counterpart(folder, tree, from);
    if (there !== null && !asksTheSame(packageFileOf(folder), packageFileOf(there))) return 'other dependencies';
  }
  const ownFolders = folders.flatMap((folder) => counterpart(folder, tree, from) ?? []);
  return whatLeadsBack(
    pairs.map((pair) => pair.from),
    ownFolders,
    from,
  );
}

/** Yarn's other way: a file of places instead of node_modules, which is made by installing unless it is committed. */
function lacksPlaces(lock: Lock, tree: Tree, from: Tree): boolean {
  const there = counterpart(lock.folder, tree, from);
  return there !== null && existsSync(join(there, '.pnp.cjs')) && !existsSync(join(lock.folder, '.pnp.cjs'));
}
