// From what the user names to two folders in which the same files lie in two versions. A commit becomes a detached worktree
// of git in a private folder; a folder is taken as it stands.

import { realpathSync } from 'node:fs';
import { BenchError } from '../errors.ts';
import { Git } from './git.ts';
import { calledByFolder, samenessOf } from './labels.ts';
import { removeLeftOvers } from './made/left-overs.ts';
import { MadeTrees } from './made/made-trees.ts';
import { whatIsNotThere } from './made/not-there.ts';
import { trackedFiles } from './made/tracked-files.ts';
import { type Donor, provideModules } from './modules/provide-modules.ts';
import { type Named, type NamedFolder, readName } from './named.ts';
import { type Repository, repositoryOf } from './repository.ts';
import type { Side, Tree, TreesAsked, TwoTrees } from './tree.ts';

/**
 * Makes both trees ready to be measured. Throws `USAGE`, `TREE_MISSING`, `TREE_WITHOUT_FOLDER`, `INSTALL_FAILED`,
 * `FILE_WRITE` or `INTERRUPTED`; nothing is left behind then.
 */
export async function openTrees(asked: TreesAsked): Promise<TwoTrees> {
  const folder = realpathSync(asked.folder);
  const git = new Git(folder, asked.signal);
  const { repository, named } = await understood(asked, folder, git);
  const working = { folder, root: repository?.root ?? folder };
  const treeOf = async (side: Side, name: Named | null, made: MadeTrees | null): Promise<Tree> => {
    if (name === null) return { ...working, ...(await calledByFolder('working tree', repository)) };
    if (name.kind === 'folder') return folderTree(name, git);
    if (made === null) throw new Error('a ref where nothing is made');
    return made.add(side, name);
  };
  // Without a repository nothing is a ref.
  const isNothingToMake = named.base.kind === 'folder' && named.head?.kind !== 'ref';
  if (repository === null || isNothingToMake) {
    const trees = { base: await treeOf('base', named.base, null), head: await treeOf('head', named.head, null) };
    if (asked.install !== undefined) asked.onNote('--install was not run: both versions are folders of yours');
    noteSameness(trees, asked);
    return { ...trees, close: async () => {} };
  }

  for (const place of await removeLeftOvers(repository)) {
    asked.onNote(`removed ${place}, left behind by a gate that was killed`);
  }
  const made = new MadeTrees(repository);
  try {
    const base = await treeOf('base', named.base, made);
    const head = await treeOf('head', named.head, made);
    noteSameness({ base, head }, asked);
    const workingDonor = { tree: { ...working, label: 'working tree', commit: null }, name: 'the working tree' };
    const headDonor = { tree: head, name: named.head === null ? workingDonor.name : 'head' };
    const provide = async (side: Side, tree: Tree, donors: readonly Donor[]) => {
      if (!made.has(tree)) return;
      const tracked = await trackedFiles(git.in(tree.root));
      for (const line of await whatIsNotThere(side, git.in(tree.root), tracked)) asked.onNote(line);
      await provideModules({ ...asked, side, tree, donors, files: tracked.files });
    };
    await provide('head', head, [workingDonor]);
    await provide('base', base, made.has(head) ? [workingDonor, headDonor] : [headDonor]);
    return { base, head, close: () => made.close() };
  } catch (thrown) {
    await made.close();
    throw thrown;
  }
}

/** What both words name. Two folders can be compared where git is not there, or will not look. */
async function understood({ base, head }: TreesAsked, folder: string, git: Git) {
  let repository: Repository | null = null;
  let refusal: unknown;
  try {
    repository = await repositoryOf(git);
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown;
    refusal = thrown;
  }
  const read = async (side: Side, word: string) => {
    try {
      return await readName(side, word, folder, repository);
    } catch (thrown) {
      throw isMissing(thrown) && refusal !== undefined ? refusal : thrown;
    }
  };
  return {
    repository,
    named: { base: await read('base', base), head: head === undefined ? null : await read('head', head) },
  };
}

async function folderTree({ word, folder }: NamedFolder, git: Git): Promise<Tree> {
  const repository = await repositoryOf(git.in(folder)).catch((thrown) => {
    if (isMissing(thrown)) return null;
    throw thrown;
  });
  return { folder, root: repository?.root ?? folder, ...(await calledByFolder(`folder ${word}`, repository)) };
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof BenchError && thrown.code === 'TREE_MISSING';
}

function noteSameness(trees: Pick<TwoTrees, 'base' | 'head'>, { onNote }: TreesAsked): void {
  const sameness = samenessOf(trees.base, trees.head);
  if (sameness !== null) onNote(sameness);
}
