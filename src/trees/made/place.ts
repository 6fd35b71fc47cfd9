// The private folder that a gate makes for its trees, and whose it is. Everything is there to be found again: a gate that was
// killed removes nothing, so the next one of that repository does.

import { lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { BenchError, messageOf } from '../../errors.ts';
import { ownIdentity, type ProcessIdentity } from '../../runner/recording/process-identity.ts';

const PREFIX = 'overlap-gate-';
const OWNER_FILE = 'owner.json';

/** What the owner's file says. */
export interface Owner extends ProcessIdentity {
  /** What all checkouts of the repository share. */
  readonly repository: string;
}

/** Makes an empty folder that nobody else can read, with our name in it; returns its real path. Throws `FILE_WRITE`. */
export function makePlace(repository: string): string {
  let place: string | undefined;
  try {
    place = mkdtempSync(join(realpathSync(tmpdir()), PREFIX));
    writeFileSync(join(place, OWNER_FILE), JSON.stringify({ ...ownIdentity(), repository } satisfies Owner));
    return place;
  } catch (thrown) {
    if (place !== undefined) removePlace(place);
    const message = `no folder for another version can be made in ${tmpdir()}: ${messageOf(thrown)}`;
    throw new BenchError('FILE_WRITE', message, 'Name a folder with room in TMPDIR.', thrown);
  }
}

/** Whose it is; null for what is no such folder, or is somebody's who has not yet said so. */
export function ownerOf(place: string): Owner | null {
  try {
    const stat = lstatSync(place);
    // In a folder for all, somebody else may have laid a link, or a folder that says what suits them.
    if (!isPlaceName(place) || !stat.isDirectory() || stat.uid !== (process.getuid?.() ?? stat.uid)) return null;
    const { pid, startTicks, bootId, repository } = JSON.parse(readFileSync(join(place, OWNER_FILE), 'utf8'));
    if (!Number.isInteger(pid) || typeof repository !== 'string') return null;
    return { pid, startTicks: startTicks ?? null, bootId: bootId ?? null, repository };
  } catch {
    return null;
  }
}

/** Removes it with all that is in it. */
export function removePlace(place: string): void {
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
}

/** True for a path that ends as those of our folders do. */
export function isPlaceName(path: string): boolean {
  return basename(path).startsWith(PREFIX);
}

/** The folder of ours that a tree lies in; null for a tree that is not ours. */
export function placeOfTree(root: string): string | null {
  const place = dirname(root);
  return isPlaceName(place) && ['base', 'head'].includes(basename(root)) ? place : null;
}
