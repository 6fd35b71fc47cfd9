// What package.json files say, as far as it decides what an installer puts into node_modules.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

export interface PackageFile {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly packageManager?: unknown;
  readonly [block: string]: unknown;
}

const DEPENDED_ON = ['dependencies', 'optionalDependencies', 'peerDependencies'];
const INSTALLED = [...DEPENDED_ON, 'devDependencies'];
const STEERING = ['overrides', 'resolutions', 'workspaces', 'pnpm'];

/** The package.json of a folder; empty where there is none, or none that can be read. */
export function packageFileOf(folder: string): PackageFile {
  try {
    const content: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof content === 'object' && content !== null ? (content as PackageFile) : {};
  } catch {
    return {};
  }
}

/** True where both ask for the same packages. */
export function asksTheSame(one: PackageFile, other: PackageFile): boolean {
  return [...INSTALLED, ...STEERING].every((block) => isDeepStrictEqual(one[block] ?? {}, other[block] ?? {}));
}

/** True where it asks for any package. */
export function asksForSome(file: PackageFile): boolean {
  return INSTALLED.some((block) => namesIn(file[block]).length > 0);
}

/** What its code may import when it is installed as somebody's dependency. */
export function dependenciesOf(file: PackageFile): string[] {
  return DEPENDED_ON.flatMap((block) => namesIn(file[block]));
}

function namesIn(block: unknown): string[] {
  return typeof block === 'object' && block !== null ? Object.keys(block) : [];
}
