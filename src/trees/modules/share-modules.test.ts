// Packages of a tree that was made, shared with the working tree: whose code runs is asked of Node itself.

import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, Ground } from '../testing/ground.ts';
import { exporting, howOf, required, TwoFolders } from '../testing/two-folders.ts';

/** Writes a workspace as a commit has it. */
const committed = (files: Files, version: string) =>
  files
    .write('.gitignore', 'node_modules\nbuilt\n')
    .write('package.json', { workspaces: ['packages/*'], dependencies: { other: '1.0.0' } })
    .write('package-lock.json', '{}')
    .write('packages/core/package.json', { name: '@acme/core', version: '1.0.0', bin: 'bin.js' })
    .write('packages/core/index.js', exporting(`core of ${version}`))
    .write('packages/core/bin.js', exporting(`bin of ${version}`))
    .write('packages/api/package.json', { name: 'api', dependencies: { '@acme/core': '1.0.0' } });

/** Writes what npm installs for it, with packages of others. */
const installed = (files: Files) =>
  files
    .link('node_modules/@acme/core', '../../packages/core')
    .link('node_modules/api', '../packages/api')
    .link('node_modules/.bin/core', '../@acme/core/bin.js')
    .link('node_modules/.bin/other', '../other/index.js')
    .write('node_modules/other/index.js', exporting('other'))
    .write('node_modules/@scope/one/index.js', exporting('one'))
    .write('node_modules/.package-lock.json', '{}')
    .write('node_modules/.vite/deps/x.js', '')
    .write('packages/api/node_modules/inner/index.js', exporting('inner'))
    .link('packages/api/node_modules/core-again', '../../core');

function workspace(): TwoFolders {
  const folders = new TwoFolders();
  committed(folders.base, 'base');
  installed(committed(folders.head, 'head'));
  return folders;
}

/** The same as a repository, whose two commits are the versions. */
function workspaceInGit() {
  const ground = new Ground();
  const repo = ground.repository();
  committed(repo, 'base').commit();
  installed(committed(repo, 'head')).commit();
  return { ground, repo };
}

describe('shared packages', () => {
  it('are those of the working tree, but for its own: base runs the code of base', async () => {
    const folders = workspace();
    const base = await folders.provide();
    const head = folders.tree(folders.head);
    expect(folders.ground.notes).toEqual(['base: node_modules of the working tree (same package-lock.json)']);
    expect(required(base, 'other')).toBe('other');
    expect(required(base, '@scope/one')).toBe('one');
    expect(required(base, '@acme/core')).toBe('core of base');
    expect(required(base, '@acme/core', 'packages/api')).toBe('core of base');
    expect(required(base, 'core-again', 'packages/api')).toBe('core of base');
    expect(required(base, 'inner', 'packages/api')).toBe('inner');
    expect(required(base, './node_modules/.bin/core')).toBe('bin of base');
    expect(required(base, './node_modules/.bin/other')).toBe('other');
    expect(required(head, '@acme/core')).toBe('core of head');
    expect(required(head, './node_modules/.bin/core')).toBe('bin of head');
  });

  it('lie in a folder of the tree’s own, where what tools write stays apart', async () => {
    const base = await workspace().provide();
    const modules = join(base.root, 'node_modules');
    expect(lstatSync(modules).isDirectory()).toBe(true);
    expect(existsSync(join(modules, '.package-lock.json'))).toBe(true);
    expect(existsSync(join(modules, '.vite'))).toBe(false);
  });

  it('stay where they are when the tree is removed', async () => {
    const { ground, repo } = workspaceInGit();
    const trees = await ground.open(repo.folder, { base: 'HEAD^1' });
    expect(required(trees.base, '@acme/core')).toBe('core of base');
    await trees.close();
    expect(ground.leftBehind).toEqual([]);
    expect(required(trees.head, 'other')).toBe('other');
    expect(required(trees.head, '@acme/core')).toBe('core of head');
    expect(existsSync(repo.at('node_modules/.vite/deps/x.js'))).toBe(true);
  });

  it('are found from a folder of the repository', async () => {
    const folders = workspace();
    const base = await folders.provide('packages/api');
    expect(folders.ground.notes).toEqual(['base: node_modules of the working tree (same package-lock.json)']);
    expect(required(base, '@acme/core')).toBe('core of base');
    expect(required(base, 'inner')).toBe('inner');
    expect(required(base, 'other')).toBe('other');
  });

  it('may lie with pnpm: links into a store, and links to its own', async () => {
    const folders = new TwoFolders()
      .both('pnpm-lock.yaml', 'lock')
      .both('packages/core/package.json', { name: 'core' });
    folders.both('packages/api/package.json', { name: 'api', dependencies: { dep: '1', core: 'workspace:*' } });
    folders.base.write('packages/core/index.js', exporting('base'));
    folders.head
      .write('packages/core/index.js', exporting('head'))
      .write('node_modules/.pnpm/dep@1.0.0/node_modules/dep/index.js', "module.exports = require('deeper');")
      .link('node_modules/.pnpm/dep@1.0.0/node_modules/deeper', '../../deeper@1.0.0/node_modules/deeper')
      .write('node_modules/.pnpm/deeper@1.0.0/node_modules/deeper/index.js', exporting('deeper'))
      .link('packages/api/node_modules/dep', '../../../node_modules/.pnpm/dep@1.0.0/node_modules/dep')
      .link('packages/api/node_modules/core', '../../core');
    const base = await folders.provide('packages/api');
    expect(folders.ground.notes).toEqual(['base: node_modules of the working tree (same pnpm-lock.yaml)']);
    expect(required(base, 'dep')).toBe('deeper');
    expect(required(base, 'core')).toBe('base');
  });

  it('may lie elsewhere altogether', async () => {
    const folders = new TwoFolders().both('package.json', {}).both('package-lock.json', '{}');
    const elsewhere = folders.ground.files('elsewhere').write('far/index.js', exporting('far'));
    folders.head.link('node_modules', elsewhere.folder);
    const base = await folders.provide();
    expect(required(base, 'far')).toBe('far');
    expect(realpathSync(join(base.root, 'node_modules'))).toBe(join(base.root, 'node_modules'));
  });

  it('that are committed are taken as they are', async () => {
    const folders = workspace();
    folders.base.write('node_modules/other/index.js', exporting('committed'));
    const base = await folders.provide();
    expect(required(base, 'other')).toBe('committed');
    expect(existsSync(join(base.root, 'node_modules/@scope'))).toBe(false);
  });

  it('that lead to what is not in the commit are told of', async () => {
    const folders = workspace();
    folders.head.write('built/gen/index.js', exporting('generated')).link('node_modules/gen', '../built/gen');
    const base = await folders.provide();
    expect(folders.lastNote).toBe(
      'base: there is no built/gen, to which node_modules leads; where it is built, build it with --install',
    );
    expect(() => required(base, 'gen')).toThrow(/Cannot find module/);
  });

  it('are shared with both sides where both are refs, and never lead from one to the other', async () => {
    const { ground, repo } = workspaceInGit();
    repo.write('packages/core/index.js', exporting('core of nobody'));
    const { base, head } = await ground.open(repo.folder, { base: 'HEAD^1', head: 'HEAD' });
    expect(ground.notes).toEqual([
      'head: node_modules of the working tree (same package-lock.json)',
      'base: node_modules of the working tree (same package-lock.json)',
    ]);
    expect([required(base, '@acme/core'), required(head, '@acme/core')]).toEqual(['core of base', 'core of head']);
    expect(readlinkSync(join(base.root, 'node_modules', 'other'))).toBe(repo.at('node_modules', 'other'));
  });

  it('come from a folder that is the head', async () => {
    const { ground, repo } = workspaceInGit();
    repo.git('worktree', 'add', '--quiet', '--detach', '../other', 'HEAD');
    ground.files('other').write('node_modules/only-there/index.js', exporting('there'));
    const { base } = await ground.open(repo.folder, { base: 'HEAD^1', head: '../other' });
    expect(ground.notes).toEqual(['base: node_modules of head (same package-lock.json)']);
    expect(required(base, 'only-there')).toBe('there');
  });

  it('may be those that were installed for the head', async () => {
    const folders = new TwoFolders();
    const repo = folders.ground.repository();
    repo.write('.gitignore', 'node_modules\n').write('package.json', { dependencies: { other: '1' } });
    repo.write('package-lock.json', 'lock').write('node_modules/other/index.js', '').commit();
    repo.write('work.js', '').commit();
    repo.write('package-lock.json', 'not committed');
    const { base, head } = await folders.ground.open(repo.folder, { base: 'HEAD^1', head: 'HEAD' });
    expect([howOf(head.root), howOf(base.root)]).toEqual(['npm ci in head', 'shared']);
    expect(folders.lastNote).toBe('base: node_modules of head (same package-lock.json)');
  });
});
