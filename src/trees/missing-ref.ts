// A ref that names no commit here, and what to do about it. In CI the reason is nearly always that only the newest commit
// was fetched; nothing is fetched for the user, since that takes rights and time that are not ours to spend.

import { BenchError } from '../errors.ts';
import { quotedWord } from '../quoted-word.ts';
import { commitOf, type Repository, shortHash } from './repository.ts';
import type { Side } from './tree.ts';

/** The error for a word that is neither a folder nor a commit of the repository. */
export async function missingRef(side: Side, word: string, { git, root }: Repository): Promise<BenchError> {
  const named = `--${side} ${quotedWord(word)}`;
  const head = await commitOf(git, 'HEAD');
  if (head === null) {
    const hint = 'Commit once, or name a folder that holds the other version.';
    return new BenchError('TREE_MISSING', `${named}: the repository in ${root} has no commits yet`, hint);
  }
  const remote = await remoteOf(word, git);
  if (remote !== null) {
    const message = `${named}: there is no such branch here, but there is ${remote}`;
    return new BenchError('TREE_MISSING', message, `Write --${side} ${quotedWord(remote)}`);
  }
  if ((await git.ask('rev-parse', '--is-shallow-repository')) === 'true') {
    return new BenchError(
      'TREE_MISSING',
      `${named}: this is a shallow clone, and it lacks that commit`,
      deepening(side, word),
    );
  }
  const behind = stepsBehind(word);
  if (behind !== null && (await commitOf(git, behind.from)) !== null) {
    const message = `${named}: the history does not go back that far; HEAD is ${shortHash(head)}`;
    return new BenchError('TREE_MISSING', message, 'See what there is: git log --oneline --graph');
  }
  return new BenchError(
    'TREE_MISSING',
    `${named} is neither a folder nor a git ref here`,
    `See what there is: git branch --all, git tag. A branch of a remote may have to be fetched: git fetch origin ${quotedWord(word)}`,
  );
}

/** The first remote branch of that name. */
async function remoteOf(word: string, git: Repository['git']): Promise<string | null> {
  // What would be a pattern is no name of a branch.
  if (!/^[\w./-]+$/.test(word)) return null;
  const found = await git.ask('for-each-ref', '--count=1', '--format=%(refname:short)', `refs/remotes/*/${word}`);
  return found || null;
}

/** `HEAD~2^` is three steps behind `HEAD`; null for what is not so written. */
function stepsBehind(word: string): { from: string; stepCount: number } | null {
  const [, from = '', steps = ''] = /^(.*?)((?:[~^]\d*)+)$/s.exec(word) ?? [];
  if (from === '') return null;
  const counts = [...steps.matchAll(/([~^])(\d*)/g)].map(([, kind, count]) =>
    kind === '~' && count !== '' ? Number(count) : 1,
  );
  return { from, stepCount: counts.reduce((sum, count) => sum + count, 0) };
}

/** What to change where it was cloned, and what to type here. */
function deepening(side: Side, word: string): string {
  const behind = stepsBehind(word);
  if (behind !== null && ['HEAD', '@'].includes(behind.from)) {
    const depth = behind.stepCount + 1;
    return (
      `In GitHub Actions, give actions/checkout \`fetch-depth: ${depth}\` and keep \`--${side} ${word}\`; in GitLab, set ` +
      `\`GIT_DEPTH: ${depth}\`. Here: git fetch --deepen=${behind.stepCount}`
    );
  }
  return (
    `Here: ${fetching(side, word)}. In GitHub Actions, give actions/checkout \`fetch-depth: 0\`, or \`fetch-depth: 2\` with ` +
    `\`--base HEAD^1\` in a pull request; in GitLab, set \`GIT_DEPTH: 0\`.`
  );
}

/** The command that brings it, and how it is to be called then. */
function fetching(side: Side, word: string): string {
  const one = 'git fetch --depth=1 origin';
  // Nobody is given a commit by the short of its hash.
  if (stepsBehind(word) !== null || /^[0-9a-f]{7,39}$/.test(word)) return 'git fetch --unshallow';
  if (/^[0-9a-f]{40,64}$/.test(word)) return `${one} ${word}`;
  if (/^v?\d+\.\d/.test(word)) return `${one} tag ${quotedWord(word)}`;
  const name = word.replace(/^origin\//, '');
  const then = name === word ? ` and --${side} ${quotedWord(`origin/${name}`)}` : '';
  return `${one} ${quotedWord(`+refs/heads/${name}:refs/remotes/origin/${name}`)}${then}`;
}
