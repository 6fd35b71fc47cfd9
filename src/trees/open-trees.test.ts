// What the user names becomes two folders. Real repositories, each on a ground of its own.

import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Ground } from './testing/ground.ts';

const twoVersions = () => new Ground().twoVersions();
const workOf = (tree: { folder: string }) => readFileSync(join(tree.folder, 'work.js'), 'utf8');

describe('a ref and the working folder', () => {
  it('are two folders with the same file in two versions, until they are closed', async () => {
    const { ground, repo, first, second } = twoVersions();
    const trees = await ground.open(repo.folder, { base: 'HEAD^1' });
    expect(trees.base).toMatchObject({ label: `HEAD^1 (${first.slice(0, 8)})`, commit: first });
    expect(trees.head).toEqual({
      folder: repo.folder,
      root: repo.folder,
      label: `working tree at ${second.slice(0, 8)}`,
      commit: second,
    });
    expect([workOf(trees.base), workOf(trees.head)]).toEqual(['first', 'second']);
    expect(statSync(dirname(trees.base.root)).mode & 0o077).toBe(0);
    await trees.close();
    await trees.close();
    expect(ground.leftBehind).toEqual([]);
    expect(repo.git('worktree', 'list').split('\n')).toHaveLength(1);
    expect(workOf(trees.head)).toBe('second');
  });

  it.each([
    ['a changed file', 'work.js'],
    ['a file that git does not know', 'deep/new.js'],
  ])('says that there are uncommitted changes: %s', async (_, path) => {
    const { ground, repo, second } = twoVersions();
    repo.git('config', 'status.showUntrackedFiles', 'no');
    repo.write(path, 'changed');
    const { head } = await ground.open(repo.folder);
    expect(head.label).toBe(`working tree at ${second.slice(0, 8)}, with uncommitted changes`);
    expect(head.commit).toBe(second);
    expect(ground.notes).toEqual([]);
  });

  it('is no gate where both versions are one commit', async () => {
    const { ground, repo, second } = twoVersions();
    repo.write('ignored', 'text');
    await expect(ground.open(repo.folder)).rejects.toMatchObject({
      code: 'SAME_VERSION',
      message: `nothing can have changed: base and head are the same commit: ${second.slice(0, 8)}`,
    });
  });
});

describe('a name', () => {
  it.each(['main~1', 'v1', 'topic/faster', 'refs/heads/topic/faster', ':/a change to be found'])(
    'of a commit may be %s',
    async (base) => {
      const { ground, repo, first } = twoVersions();
      repo.git('tag', '-a', 'v1', '-m', 'annotated', first);
      repo.git('branch', 'topic/faster', first);
      if (base.startsWith(':/')) {
        repo.write('work.js', 'first').commit('a change to be found');
        repo.write('work.js', 'third').commit();
      }
      const trees = await ground.open(repo.folder, { base });
      expect(workOf(trees.base)).toBe('first');
      expect(trees.base.label).toBe(`${base} (${trees.base.commit?.slice(0, 8)})`);
    },
  );

  it('of a commit may be its hash', async () => {
    const { ground, repo, first } = twoVersions();
    const { base } = await ground.open(repo.folder, { base: first.slice(0, 12) });
    expect(base).toMatchObject({ label: first.slice(0, 8), commit: first });
  });

  it('may be said of both sides: then the working folder is neither', async () => {
    const { ground, repo, first, second } = twoVersions();
    repo.write('work.js', 'not committed');
    const { base, head } = await ground.open(repo.folder, { base: first, head: 'main' });
    expect([workOf(base), workOf(head)]).toEqual(['first', 'second']);
    expect(head).toMatchObject({ label: `main (${second.slice(0, 8)})`, commit: second });
  });

  it('of a folder is taken as it stands, and stays', async () => {
    const { ground, repo, first } = twoVersions();
    repo.git('worktree', 'add', '--quiet', '--detach', '../other', first);
    const trees = await ground.open(repo.folder, { base: '../other' });
    expect(trees.base).toEqual({
      folder: join(ground.folder, 'other'),
      root: join(ground.folder, 'other'),
      label: `folder ../other at ${first.slice(0, 8)}`,
      commit: first,
    });
    await trees.close();
    expect(workOf(trees.base)).toBe('first');
    expect(ground.leftBehind).toEqual([]);
  });

  it('of a folder that git ignores is no commit', async () => {
    const { ground, repo } = twoVersions();
    repo.write('ignored/work.js', 'built');
    const { base } = await ground.open(repo.folder, { base: 'ignored' });
    expect(base).toMatchObject({ label: 'folder ignored', commit: null, root: repo.folder });
  });

  it('of a folder may be the other version in the same checkout', async () => {
    const { ground, repo } = twoVersions();
    const commit = repo.write('old/work.js', 'old').write('new/work.js', 'new').commit();
    const { base, head } = await ground.open(repo.at('new'), { base: '../old' });
    expect([workOf(base), workOf(head), base.commit, head.commit]).toEqual(['old', 'new', commit, commit]);
    expect(ground.notes).toEqual([]);
    await expect(ground.open(repo.folder, { base: '.' })).rejects.toMatchObject({
      code: 'SAME_VERSION',
      message: `nothing can have changed: base and head are the same folder: ${repo.folder}`,
    });
  });

  it('that is both is refused, and both ways out lead there', async () => {
    const { ground, repo, first } = twoVersions();
    repo.git('branch', 'old', first);
    repo.write('old/work.js', 'folder');
    expect(await ground.complaint(repo.folder, { base: 'old' })).toBe(
      'USAGE: --base old is a folder here, and a commit, too\n' +
        'Write --base ./old for the folder, or --base refs/heads/old for the commit.',
    );
    expect(workOf((await ground.open(repo.folder, { base: './old' })).base)).toBe('folder');
    expect(workOf((await ground.open(repo.folder, { base: 'refs/heads/old' })).base)).toBe('first');
    const short = first.slice(0, 7);
    mkdirSync(repo.at(short));
    expect(await ground.complaint(repo.folder, { base: short })).toContain(`--base '${short}^0' for the commit`);
    expect(workOf((await ground.open(repo.folder, { base: `${short}^0` })).base)).toBe('first');
  });

  it('never reaches git as an option', async () => {
    const { ground, repo } = twoVersions();
    repo.git('update-ref', 'refs/heads/-x', 'HEAD');
    for (const base of ['-x', '--upload-pack=touch x', '--help', '-']) {
      expect(await ground.complaint(repo.folder, { base })).toBe(
        `USAGE: --base: a git ref or a folder is expected, got '${base}'\nWrite --base ./${base} for a folder of that name.`,
      );
    }
  });

  it('is more than nothing', async () => {
    const { ground, repo } = twoVersions();
    for (const head of ['', '  ', 'a\0b']) {
      expect(await ground.complaint(repo.folder, { head })).toMatch(/^USAGE: --head names nothing/);
    }
  });

  it('of no folder says where it was looked for', async () => {
    const { ground, repo } = twoVersions();
    expect(await ground.complaint(repo.folder, { base: './none' })).toContain(`there is no folder ${repo.at('none')}`);
    expect(await ground.complaint(repo.folder, { base: './work.js' })).toContain('work.js is not a folder');
  });
});

describe('a folder of a repository', () => {
  it('corresponds to the same folder of the other version', async () => {
    const ground = new Ground();
    const repo = ground.repository();
    repo.write('packages/-the api/work.js', 'first').commit();
    repo.write('packages/-the api/work.js', 'second').commit();
    const { base, head } = await ground.open(repo.at('packages', '-the api'), { base: 'HEAD^1' });
    expect(workOf(base)).toBe('first');
    expect(base.folder).toBe(join(base.root, 'packages', '-the api'));
    expect(head).toMatchObject({ folder: repo.at('packages', '-the api'), root: repo.folder });
  });

  it('that the other version does not have cannot be compared', async () => {
    const { ground, repo } = twoVersions();
    repo.write('packages/new/work.js', 'new').commit();
    expect(await ground.complaint(repo.at('packages', 'new'), { base: 'HEAD^1' })).toMatch(
      /^TREE_WITHOUT_FOLDER: the folder packages\/new does not exist in base, HEAD\^1 \([0-9a-f]{8}\): there is nothing/,
    );
    expect(ground.leftBehind).toEqual([]);
    expect(repo.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('that is a link to elsewhere in the other version is not that folder', async () => {
    const { ground, repo } = twoVersions();
    repo.link('packages', '/tmp').commit();
    repo.git('rm', '--quiet', 'packages');
    repo.write('packages/work.js', 'new').commit();
    expect(await ground.complaint(repo.at('packages'), { base: 'HEAD^1' })).toMatch(/^TREE_WITHOUT_FOLDER/);
  });
});

describe('the user’s repository', () => {
  it('is as it was: index, branch, stash, configuration, and no hook has run', async () => {
    const { ground, repo } = twoVersions();
    const hook = repo.at('.git', 'hooks', 'post-checkout');
    repo.write('.git/hooks/post-checkout', `#!/bin/sh\ntouch '${ground.temporary.replaceAll("'", "'\\''")}/ran'\n`);
    chmodSync(hook, 0o755);
    repo.write('work.js', 'stashed').git('stash');
    repo.write('work.js', 'staged').git('add', 'work.js');
    // As after a build: the index would be refreshed by whoever looks.
    appendFileSync(repo.at('work.js'), '');
    const state = () =>
      [
        ...['show-ref', 'stash list', 'config --list --local', 'branch --all'].map((line) =>
          repo.git(...line.split(' ')),
        ),
        repo.git('worktree', 'list', '--porcelain'),
        repo.git('rev-parse', '--symbolic-full-name', 'HEAD'),
      ].join('\n');
    const before = state();
    const index = () => [readFileSync(repo.at('.git', 'index'), 'latin1'), statSync(repo.at('.git', 'index')).mtimeMs];
    const indexBefore = index();
    const trees = await ground.open(repo.folder, { base: 'HEAD^1', head: 'main' });
    await (await ground.open(repo.folder)).close();
    await trees.close();
    expect(index()).toEqual(indexBefore);
    expect(state()).toBe(before);
    expect(existsSync(join(ground.temporary, 'ran'))).toBe(false);
    expect(repo.git('status', '--porcelain')).toBe('M  work.js');
  });

  it('is the one of the folder, whatever a hook says', async () => {
    const { ground, repo, first } = twoVersions();
    const other = ground.repository('another');
    other.write('work.js', 'another').commit();
    vi.stubEnv('GIT_DIR', other.at('.git'));
    vi.stubEnv('GIT_WORK_TREE', other.folder);
    vi.stubEnv('GIT_INDEX_FILE', other.at('.git', 'index'));
    const install = 'git rev-parse --show-toplevel > found';
    const trees = await ground.open(repo.folder, { base: 'HEAD^1', install });
    expect(trees.base.commit).toBe(first);
    expect(readFileSync(join(trees.base.root, 'found'), 'utf8')).toBe(`${trees.base.root}\n`);
  });

  it('may be a worktree itself', async () => {
    const { ground, repo, first } = twoVersions();
    repo.git('worktree', 'add', '--quiet', '-b', 'topic', '../topic', 'main');
    const trees = await ground.open(join(ground.folder, 'topic'), { base: 'HEAD^1' });
    expect(trees.base.commit).toBe(first);
    await trees.close();
    expect(repo.git('worktree', 'list').split('\n')).toHaveLength(2);
  });
});

describe('what a checkout does not bring', () => {
  it('is said: submodules, and files of git-lfs', async () => {
    const { ground, repo } = twoVersions();
    const library = ground.repository('library');
    library.write('lib.js', 'lib').commit();
    repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.folder, 'vendor/the lib');
    repo
      .write('.gitattributes', '*.bin filter=lfs\n')
      .write('big.bin', 'version https://git-lfs.github.com/spec/v1\n…');
    repo.write('small.bin', 'content').commit();
    repo.write('work.js', 'changed');
    const trees = await ground.open(repo.folder, { base: 'main' });
    expect(ground.notes.filter((line) => line.startsWith('base:'))).toEqual([
      expect.stringMatching(/^base: 1 submodule is not checked out: vendor\/the lib\. /),
      expect.stringMatching(/^base: 1 file of git-lfs is not fetched: big\.bin\. /),
    ]);
    await trees.close();
    expect(ground.leftBehind).toEqual([]);
    expect(existsSync(repo.at('vendor/the lib/lib.js'))).toBe(true);
  });
});

describe('without a place for it', () => {
  it('nothing is made', async () => {
    const { ground, repo } = twoVersions();
    vi.stubEnv('TMPDIR', join(ground.folder, 'none'));
    expect(await ground.complaint(repo.folder)).toMatch(
      /^FILE_WRITE: no folder for another version can be made in .*none: ENOENT.*\nName a folder with room in TMPDIR\.$/,
    );
  });
});

describe('without git', () => {
  it('two folders are compared, and nothing is made', async () => {
    const ground = new Ground();
    const [old, fresh] = ['old', 'new'].map((name) => ground.files(name).write('work.js', name));
    const { base, head } = await ground.open(fresh?.folder ?? '', { base: '../old', install: 'false' });
    expect(base).toEqual({ folder: old?.folder, root: old?.folder, label: 'folder ../old', commit: null });
    expect(head).toEqual({ folder: fresh?.folder, root: fresh?.folder, label: 'working tree', commit: null });
    expect(ground.notes).toEqual(['--install was not run: both versions are folders of yours']);
  });

  it('a ref is refused: there is no repository', async () => {
    const ground = new Ground();
    const { folder } = ground.files('plain');
    expect(await ground.complaint(folder, { base: 'main' })).toBe(
      `TREE_MISSING: --base main is no folder, and no commit either: ${folder} is not in a git repository\n` +
        'Name a folder with the other version: --base ../other',
    );
  });

  it('a ref is refused: git is not installed', async () => {
    const { ground, repo } = twoVersions();
    ground.files('other');
    vi.stubEnv('PATH', ground.temporary);
    expect(await ground.complaint(repo.folder, { base: 'main' })).toMatch(
      /^TREE_MISSING: git is not installed, or not/,
    );
    expect((await ground.open(repo.folder, { base: '../other' })).base.label).toBe('folder ../other');
  });
});
