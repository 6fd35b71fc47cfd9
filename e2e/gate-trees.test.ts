// Which two versions `overlap gate` measures, as its user names them: commits, folders, a dirty tree, a package of a
// workspace. That each side runs its own code is shown by a change that is found; what cannot be is refused with a next step.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, NOTHING, Repository } from './gate/repository.ts';
import { PACKAGE, scenario, waitFor } from './gate/scenario-text.ts';
import { runProgram } from './program.ts';
import { createProject, type Project } from './project.ts';

const BRIEFLY = ['--strategy', 'sequential', '--margin', '25'];

let tool: Project;
beforeAll(async () => {
  tool = await createProject();
});

const WORK = { 'package.json': PACKAGE, 'work.scenario.js': scenario(), 'work.js': waitFor(4) };

describe('a working folder with uncommitted changes', () => {
  it('is head as it stands, which the label says', async () => {
    const repository = new Repository(tool).commit(WORK).write({ 'work.js': waitFor(24) });
    const { code, comparison } = await repository.gate(['work.scenario.js', '--base', 'HEAD', ...BRIEFLY]);
    expect(comparison.cells).toMatchObject([{ verdict: 'regressed' }]);
    expect(comparison.head.label).toMatch(/^working tree at [0-9a-f]{8}, with uncommitted changes$/);
    expect(comparison.base.label).toMatch(/^HEAD \([0-9a-f]{8}\)$/);
    expect(code).toBe(1);
    expect(await repository.leftBehind()).toEqual(NOTHING);
    // Neither the change nor the index was touched.
    expect(repository.git('status', '--porcelain')).toBe(' M work.js\n');
  });
});

describe('a path with spaces and quotes', () => {
  it('is one like any other, with scenarios in TypeScript', async () => {
    const folder = join(emptyFolder('odd'), `it's "my" näme & $HOME; [1]`);
    mkdirSync(folder);
    const repository = new Repository(tool, folder).commit({
      'package.json': PACKAGE,
      'bench files/work.scenario.ts': scenario({ from: './work.ts', typed: true }),
      'bench files/work.ts': waitFor(4).replace('(index)', '(index: number): Promise<number>'),
    });
    repository.commit({
      'bench files/work.ts': waitFor(24).replace('(index)', '(index: number): Promise<number>'),
    });
    const { code, comparison } = await repository.gate(['bench files/*.ts', '--base', 'HEAD^1', ...BRIEFLY]);
    // The file beside it exports no scenario, on either side.
    expect(comparison.cells).toMatchObject([{ verdict: 'regressed', file: 'bench files/work.scenario.ts' }]);
    expect(code).toBe(1);
    expect(await repository.leftBehind()).toEqual(NOTHING);
  });
});

describe('two folders', () => {
  it('are compared without git having a say, in a CommonJS project, too', async () => {
    const version = (ms: number) => ({
      'package.json': PACKAGE.replace('module', 'commonjs'),
      'work.scenario.js': scenario({ syntax: 'require' }),
      'work.js': waitFor(ms, 'require'),
    });
    const filesIn = (folder: string, files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
    const repository = new Repository(tool).write({
      ...filesIn('before', version(4)),
      ...filesIn('after', version(24)),
    });
    const sides = ['--base', './before', '--head', './after'];
    const { code, comparison } = await repository.gate(['work.scenario.js', ...sides, ...BRIEFLY]);
    expect(comparison.cells).toMatchObject([{ verdict: 'regressed', file: 'work.scenario.js' }]);
    expect([comparison.base.label, comparison.head.label]).toEqual(['folder ./before', 'folder ./after']);
    expect(code).toBe(1);
    expect(await repository.leftBehind()).toEqual(NOTHING);
  });
});

describe('a package of a workspace', () => {
  it('has in base the package beside it as it was in base', async () => {
    const repository = new Repository(tool).write({
      '.gitignore': 'node_modules\n',
      'package.json': JSON.stringify({ private: true, workspaces: ['packages/*'] }),
      'packages/a/package.json': JSON.stringify({
        name: 'a',
        version: '1.0.0',
        type: 'module',
        dependencies: { b: '1.0.0' },
      }),
      'packages/a/work.scenario.js': scenario({ from: 'b' }),
      'packages/b/package.json': JSON.stringify({ name: 'b', version: '1.0.0', type: 'module', exports: './index.js' }),
      'packages/b/index.js': waitFor(4),
    });
    // All of it lies here: npm makes links and a lock file, and asks nobody.
    const installed = await repository.startProgram('npm', ['install', '--offline', '--no-audit', '--no-fund']).ended;
    expect(installed).toMatchObject({ code: 0 });
    repository.commit({}).commit({ 'packages/b/index.js': waitFor(24) });
    const { code, comparison, stderr } = await repository.gate(['work.scenario.js', '--base', 'HEAD^1', ...BRIEFLY], {
      in: 'packages/a',
    });
    expect(stderr).toContain('base: node_modules of the working tree (same package-lock.json)');
    expect(comparison.cells).toMatchObject([{ verdict: 'regressed', file: 'work.scenario.js' }]);
    expect(code).toBe(1);
    expect(await repository.leftBehind()).toEqual(NOTHING);
  });
});

describe('what is refused', () => {
  let repository: Repository;
  beforeAll(() => {
    repository = new Repository(tool).commit(WORK).commit({ 'work.js': waitFor(5) });
  });
  const refusing = async (args: readonly string[]) => {
    const ended = await repository.refused(args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).not.toMatch(/^ {4}at /m);
    expect(await repository.leftBehind()).toEqual(NOTHING);
    return ended.stderr;
  };

  it('is a base that is nothing here', async () => {
    const stderr = await refusing(['work.scenario.js', '--base', 'no-such-branch']);
    expect(stderr).toContain('--base no-such-branch is neither a folder nor a git ref here');
    expect(stderr).toContain('git fetch origin no-such-branch');
  });

  it('is a head that is nothing here', async () => {
    expect(await refusing(['work.scenario.js', '--base', 'HEAD^1', '--head', './nowhere'])).toContain(
      '--head ./nowhere',
    );
  });

  it('is a gate without a base, or of a scenario that is not there', async () => {
    expect(await refusing(['work.scenario.js'])).toContain('--base');
    expect(await refusing(['no.scenario.js', '--base', 'HEAD^1'])).toContain('no.scenario.js');
    expect(await refusing(['download-pages', '--base', 'HEAD^1'])).toContain(
      "'download-pages' comes with overlap-bench",
    );
  });

  it('is a share for a margin', async () => {
    const stderr = await refusing(['work.scenario.js', '--base', 'HEAD^1', '--margin', '0.25']);
    expect(stderr).toContain('Type --margin 25%');
  });

  it('is an --install that fails, with the side and what it printed last', async () => {
    const install = "echo 'compiling'; echo 'ENOSPC: no space left' >&2; exit 3";
    const stderr = await refusing(['work.scenario.js', '--base', 'HEAD^1', '--install', install]);
    expect(stderr).toMatch(/base, HEAD\^1 \([0-9a-f]{8}\).*exit code 3/);
    expect(stderr).toContain('\n  ENOSPC: no space left');
  });

  it('is a shallow clone without the base, with what to fetch', async () => {
    const url = pathToFileURL(repository.folder).href;
    const folder = join(emptyFolder('shallow'), 'clone');
    const { code } = await runProgram('git', ['clone', '--quiet', '--depth', '1', url, folder], {
      cwd: repository.folder,
      env: process.env,
    });
    expect(code).toBe(0);
    const clone = new Repository(tool, folder);
    const { stderr, ...ended } = await clone.refused(['work.scenario.js', '--base', 'HEAD^1']);
    expect(ended).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('this is a shallow clone, and it lacks that commit');
    expect(stderr).toContain('git fetch --deepen=1');
    expect(stderr).toContain('fetch-depth: 2');
    expect(await clone.leftBehind()).toEqual(NOTHING);
    // What it says does mend it: the commit is found then, and what is refused is another thing.
    clone.git('fetch', '--quiet', '--deepen=1');
    expect((await clone.refused(['no.scenario.js', '--base', 'HEAD^1'])).stderr).toContain('no.scenario.js');
  });

  it('is a version whose packages cannot be installed, with what npm said', async () => {
    const withDependency = JSON.stringify({ ...JSON.parse(PACKAGE), dependencies: { 'a-package': '1.0.0' } });
    const lock = {
      name: 'somebody-elses',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'somebody-elses', version: '1.0.0', dependencies: { 'a-package': '1.0.0' } },
        // Nobody listens there, and npm is told not to ask.
        'node_modules/a-package': { version: '1.0.0', resolved: 'http://127.0.0.1:9/a-package-1.0.0.tgz' },
      },
    };
    const other = new Repository(tool).commit({
      ...WORK,
      'package.json': withDependency,
      'package-lock.json': JSON.stringify(lock),
    });
    other.commit({ 'package.json': PACKAGE, 'package-lock.json': null });
    const env = { npm_config_offline: 'true', npm_config_cache: emptyFolder('npm-cache') };
    const { stderr, ...ended } = await other.refused(['work.scenario.js', '--base', 'HEAD^1'], { env });
    expect(ended).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^base: npm ci \(/m);
    expect(stderr).toMatch(/base, HEAD\^1 \([0-9a-f]{8}\): `npm ci` ended with exit code 1; it printed last:\n {2}npm/);
    expect(await other.leftBehind()).toEqual(NOTHING);
  });
});
