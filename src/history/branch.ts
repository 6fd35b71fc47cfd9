// A history on a branch of its own: one file of lines, read and written without checking anything out, so that it can be kept
// beside the code without ever being in it. Nothing is pushed: whoever asks gets the command.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchError } from '../errors.ts';
import type { Entry } from './history.ts';
import type { Place } from './place.ts';
import { ask, must } from './plumbing.ts';

type OnBranch = Extract<Place, { kind: 'branch' }>;

/** Who commits where git knows nobody, as on a runner. */
const TOOL_IDENTITY = { name: 'overlap-bench', email: 'overlap-bench@localhost' };

/** The lines of the file, null where the branch has none, and the commit that they were read at. Throws `FILE_READ`. */
export async function entriesOn(place: OnBranch): Promise<{ entries: Entry[] | null; tip: string | null }> {
  await assertRepository(place);
  const tip = await tipOf(place.branch);
  const text = tip === null ? null : await textAt(tip, place);
  const entries = text?.split('\n').flatMap((line, index) => {
    return line.trim() === '' ? [] : [{ name: `${place.text}, line ${index + 1}`, text: line }];
  });
  return { entries: entries ?? null, tip };
}

/** What a commit is made of. */
export interface NewLines {
  readonly lines: readonly string[];
  readonly message: string;
  /** The commit that they were made from; null for a new branch. */
  readonly tip: string | null;
}

/**
 * Commits the file anew with these lines; resolves to the command that pushes the branch. Throws `FILE_WRITE`, also where
 * the branch is checked out, or has moved since its lines were read.
 */
export async function writeLines(place: OnBranch, { lines, message, tip }: NewLines): Promise<string> {
  await assertNotCheckedOut(place);
  const ref = `refs/heads/${place.branch}`;
  const local = await ask('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  if ((local ?? (await tipOf(place.branch))) !== tip) {
    throw new BenchError('FILE_WRITE', `${place.branch} has moved meanwhile`, 'Run the command again.');
  }
  const blob = await must('keep the history', ['hash-object', '-w', '--stdin'], {
    input: lines.map((line) => `${line}\n`).join(''),
  });
  const tree = await treeWith(place.path, blob, tip);
  const parents = tip === null ? [] : ['-p', tip];
  const commit = await must('commit the history', ['commit-tree', tree, ...parents, '-m', message], {
    env: await identity(),
  });
  // With the old value: between looking and moving nobody else may have moved it.
  const none = '0'.repeat(commit.length);
  await must(`move ${place.branch}`, ['update-ref', '-m', message, ref, commit, local ?? none]);
  return `git push origin ${place.branch}`;
}

async function treeWith(path: string, blob: string, parent: string | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'overlap-index-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    const what = 'write the history';
    if (parent !== null) await must(what, ['read-tree', parent], { env });
    await must(what, ['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], { env });
    return await must(what, ['write-tree'], { env });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The branch as it is here, or as it was fetched; null where it is neither. */
async function tipOf(branch: string): Promise<string | null> {
  for (const ref of [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`]) {
    const commit = await ask('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
    if (commit !== null) return commit;
  }
  return null;
}

async function textAt(commit: string, { path, text }: OnBranch): Promise<string | null> {
  const type = await ask('cat-file', '-t', `${commit}:${path}`);
  if (type === null) return null;
  if (type !== 'blob')
    throw new BenchError('FILE_READ', `${text} is a folder, expected a file`, 'Name a file below it.');
  return must('read the history', ['cat-file', 'blob', `${commit}:${path}`]);
}

async function assertRepository({ text }: OnBranch): Promise<void> {
  if ((await ask('rev-parse', '--git-dir')) !== null) return;
  throw new BenchError(
    'FILE_READ',
    `${text} is on a branch, and the working folder is in no git repository`,
    'Name a folder: --history bench-history/',
  );
}

async function assertNotCheckedOut({ branch }: OnBranch): Promise<void> {
  const worktrees = (await ask('worktree', 'list', '--porcelain')) ?? '';
  if (!worktrees.split('\n').includes(`branch refs/heads/${branch}`)) return;
  throw new BenchError(
    'FILE_WRITE',
    `${branch} is checked out: its files would no longer be those of its last commit`,
    'Name a branch that is for the history alone, or a folder: --history bench-history/',
  );
}

async function identity(): Promise<Record<string, string>> {
  if ((await ask('var', 'GIT_COMMITTER_IDENT')) !== null && (await ask('var', 'GIT_AUTHOR_IDENT')) !== null) return {};
  const { name, email } = TOOL_IDENTITY;
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
}
