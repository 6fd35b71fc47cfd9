// What a word of the user's names: a folder, or a commit of the repository that the working folder lies in. A word that is
// both is refused, never guessed.

import { existsSync, realpathSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { BenchError } from '../errors.ts';
import { quotedWord } from '../quoted-word.ts';
import { missingRef } from './missing-ref.ts';
import { isFolder } from './modules/correspondence.ts';
import { commitOf, type Repository } from './repository.ts';
import type { Side } from './tree.ts';

export interface NamedFolder {
  readonly kind: 'folder';
  readonly word: string;
  /** A real path. */
  readonly folder: string;
}

export interface NamedRef {
  readonly kind: 'ref';
  readonly word: string;
  /** The whole hash. */
  readonly commit: string;
}

export type Named = NamedFolder | NamedRef;

/**
 * What `word` names, said of one side, in the working folder and its repository. Throws `USAGE` where it is both or can be
 * neither, `TREE_MISSING` where there is no such thing.
 */
export async function readName(
  side: Side,
  word: string,
  workingFolder: string,
  repository: Repository | null,
): Promise<Named> {
  assertIsName(side, word);
  const path = resolve(workingFolder, word);
  const isThere = isFolder(path);
  if (isPath(word)) {
    if (!isThere) throw noFolder(side, word, path);
    return { kind: 'folder', word, folder: realpathSync(path) };
  }
  const commit = repository && (await commitOf(repository.git, word));
  if (repository && commit) {
    if (isThere) throw await bothOf(side, word, repository);
    return { kind: 'ref', word, commit };
  }
  if (isThere) return { kind: 'folder', word, folder: realpathSync(path) };
  if (repository) throw await missingRef(side, word, repository);
  throw new BenchError(
    'TREE_MISSING',
    `--${side} ${quotedWord(word)} is no folder, and no commit either: ${workingFolder} is not in a git repository`,
    `Name a folder with the other version: --${side} ../other`,
  );
}

/** True for what can only be meant as a folder. */
function isPath(word: string): boolean {
  return /^\.{0,2}[/\\]|^\.{1,2}$/.test(word) || isAbsolute(word);
}

function assertIsName(side: Side, word: string): void {
  if (word.trim() === '' || word.includes('\0')) {
    const hint =
      side === 'base'
        ? 'For example --base HEAD^1, --base main or --base ../other'
        : 'Leave it out for the working folder as it stands.';
    throw new BenchError('USAGE', `--${side} names nothing: a git ref or a folder is expected`, hint);
  }
  if (word.startsWith('-')) {
    const hint = `Write --${side} ./${word} for a folder of that name.`;
    throw new BenchError('USAGE', `--${side}: a git ref or a folder is expected, got '${word}'`, hint);
  }
}

function noFolder(side: Side, word: string, path: string): BenchError {
  return new BenchError(
    'TREE_MISSING',
    `--${side} ${quotedWord(word)}: ${existsSync(path) ? `${path} is not a folder` : `there is no folder ${path}`}`,
    `Name a folder that holds the other version, or a git ref such as ${basename(path) === 'main' ? 'main' : 'HEAD^1'}.`,
  );
}

async function bothOf(side: Side, word: string, { git }: Repository): Promise<BenchError> {
  const fullName = await git.ask('rev-parse', '--symbolic-full-name', '--verify', '--quiet', '--end-of-options', word);
  // A hash has no longer name, and no folder ends like this.
  const ref = fullName || `${word}^0`;
  return new BenchError(
    'USAGE',
    `--${side} ${quotedWord(word)} is a folder here, and a commit, too`,
    `Write --${side} ${quotedWord(`./${word}`)} for the folder, or --${side} ${quotedWord(ref)} for the commit.`,
  );
}
