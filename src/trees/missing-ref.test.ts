// A ref that is not there: every way out that a message names is taken, and leads to the version.

import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { type Files, Ground } from './testing/ground.ts';

/** A clone of nothing but the newest commit of main, as CI makes it. */
function shallowClone() {
  const { ground, repo, first, second } = new Ground().twoVersions();
  repo.git('branch', 'old', first);
  repo.git('clone', '--quiet', '--depth=1', `file://${repo.folder}`, '../clone');
  return { ground, repo, clone: ground.files('clone'), first, second };
}

/** The command that a hint says is to be typed here. */
function typed(clone: Files, hint: string): void {
  const [, command = 'none'] = /Here: git (.+?)(?: and --|\. In |$)/m.exec(hint) ?? [];
  clone.git(...command.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1')));
}

describe('a shallow clone', () => {
  it('lacks HEAD^1: how deep it has to be is said for each place where it may be set', async () => {
    const { ground, clone, first } = shallowClone();
    const complaint = await ground.complaint(clone.folder, { base: 'HEAD^1' });
    expect(complaint).toBe(
      "TREE_MISSING: --base 'HEAD^1': this is a shallow clone, and it lacks that commit\n" +
        'In GitHub Actions, give actions/checkout `fetch-depth: 2` and keep `--base HEAD^1`; in GitLab, set `GIT_DEPTH: 2`. ' +
        'Here: git fetch --deepen=1',
    );
    typed(clone, complaint);
    expect((await ground.open(clone.folder, { base: 'HEAD^1' })).base.commit).toBe(first);
  });

  it.each([
    ['HEAD~3', 4],
    ['HEAD~3^', 5],
    ['HEAD^^2~', 4],
    ['@~', 2],
  ])('lacks %s: depth %d', async (base, depth) => {
    const { ground, clone } = shallowClone();
    expect(await ground.complaint(clone.folder, { base })).toContain(
      `\`fetch-depth: ${depth}\` and keep \`--base ${base}\``,
    );
  });

  it.each(['old', 'origin/old'])('lacks the branch %s', async (base) => {
    const { ground, clone, first } = shallowClone();
    const complaint = await ground.complaint(clone.folder, { base });
    expect(complaint).toMatch(/Here: git fetch --depth=1 origin \+refs\/heads\/old:refs\/remotes\/origin\/old/);
    expect(complaint).toContain('`fetch-depth: 2` with `--base HEAD^1` in a pull request');
    expect(complaint.includes('and --base origin/old')).toBe(base === 'old');
    typed(clone, complaint);
    expect((await ground.open(clone.folder, { base: 'origin/old' })).base.commit).toBe(first);
  });

  it('lacks a tag', async () => {
    const { ground, repo, clone, first } = shallowClone();
    repo.git('tag', 'v1.2', first);
    const complaint = await ground.complaint(clone.folder, { base: 'v1.2' });
    expect(complaint).toContain('Here: git fetch --depth=1 origin tag v1.2. In GitHub');
    typed(clone, complaint);
    expect((await ground.open(clone.folder, { base: 'v1.2' })).base.commit).toBe(first);
  });

  it('lacks a commit', async () => {
    const { ground, clone, first } = shallowClone();
    const complaint = await ground.complaint(clone.folder, { base: first });
    expect(complaint).toContain(`Here: git fetch --depth=1 origin ${first}. In GitHub`);
    typed(clone, complaint);
    expect((await ground.open(clone.folder, { base: first })).base.commit).toBe(first);
  });

  it('lacks what comes before something else', async () => {
    const { ground, clone, first } = shallowClone();
    const complaint = await ground.complaint(clone.folder, { base: 'origin/main~1' });
    expect(await ground.complaint(clone.folder, { base: first.slice(0, 9) })).toContain(
      'Here: git fetch --unshallow. In',
    );
    expect(complaint).toContain('Here: git fetch --unshallow. In');
    typed(clone, complaint);
    expect((await ground.open(clone.folder, { base: 'origin/main~1' })).base.commit).toBe(first);
  });

  it('is not fetched for anybody', async () => {
    const { ground, clone } = shallowClone();
    await ground.complaint(clone.folder, { base: 'old' });
    expect(existsSync(clone.at('.git', 'FETCH_HEAD'))).toBe(false);
    expect(clone.git('rev-list', '--all', '--count')).toBe('1');
  });
});

describe('a repository', () => {
  it('has a branch of that name at its remote', async () => {
    const { ground, repo } = shallowClone();
    repo.git('clone', '--quiet', repo.folder, '../whole');
    expect(await ground.complaint(ground.files('whole').folder, { base: 'old' })).toBe(
      'TREE_MISSING: --base old: there is no such branch here, but there is origin/old\nWrite --base origin/old',
    );
  });

  it('has no commits yet', async () => {
    const ground = new Ground();
    const repo = ground.repository();
    expect(await ground.complaint(repo.folder)).toBe(
      `TREE_MISSING: --base HEAD: the repository in ${repo.folder} has no commits yet\n` +
        'Commit once, or name a folder that holds the other version.',
    );
  });

  it('begins later', async () => {
    const { ground, repo, second } = new Ground().twoVersions();
    expect(await ground.complaint(repo.folder, { base: 'HEAD~7' })).toContain(
      `TREE_MISSING: --base 'HEAD~7': the history does not go back that far; HEAD is ${second.slice(0, 8)}\n`,
    );
  });

  it('has nothing of that name', async () => {
    const { ground, repo } = new Ground().twoVersions();
    expect(await ground.complaint(repo.folder, { head: "it's" })).toBe(
      "TREE_MISSING: --head 'it'\\''s' is neither a folder nor a git ref here\nSee what there is: git branch --all, git " +
        "tag. A branch of a remote may have to be fetched: git fetch origin 'it'\\''s'",
    );
    // Of a file, and of a tree.
    for (const base of ['HEAD:work.js', 'HEAD^{tree}', 'main..main', 'main main']) {
      expect(await ground.complaint(repo.folder, { base })).toMatch(/^TREE_MISSING: .* is neither a folder nor/);
    }
  });

  it('has nothing of a name that is too long for a folder', async () => {
    const { ground, repo } = new Ground().twoVersions();
    expect(await ground.complaint(repo.folder, { base: 'x'.repeat(5_000) })).toMatch(
      /^TREE_MISSING: .* nor a git ref here/,
    );
  });

  it('is broken', async () => {
    const { ground, repo } = new Ground().twoVersions();
    repo.write('.git/config', '[');
    expect(await ground.complaint(repo.folder)).toMatch(
      /^TREE_MISSING: git does not look into .*: fatal: bad config line \d in file .*\nSee what `git status` says there\.$/,
    );
  });

  it('belongs to somebody else', async () => {
    const { ground, repo } = new Ground().twoVersions();
    repo.write('inner/work.js', '');
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    expect(await ground.complaint(repo.at('inner'))).toBe(
      `TREE_MISSING: git does not look into ${repo.folder}: the repository belongs to another user\n` +
        `Where you trust it: git config --global --add safe.directory '${repo.folder.replaceAll("'", "'\\''")}'`,
    );
  });
});
