// The package itself: what is in it, how heavy it is, what tools say of it, and what it leaves behind.

import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createProject, type Project } from './project.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a tarball may weigh, and an installation of it with all that it needs. */
const MOST_TARBALL_BYTES = 410_000;
/** As `du` counts: whole blocks, in units of 1,024. */
const MOST_INSTALLED_BYTES = 17 * 1_024 ** 2;

/** Everything in a folder, by path, with its size on a disk. */
function contentsOf(folder: string): Map<string, number> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(names.map((name) => [name, lstatSync(join(folder, name)).blocks * 512]));
}

let project: Project;
beforeAll(async () => {
  // Tools that only look at a package, pinned: they weigh more than all that it needs.
  const dependencies = ['publint@0.3.25', '@arethetypeswrong/cli@0.18.5'];
  project = await createProject({ dependencies });
});

describe('the tarball', () => {
  const packed = () =>
    execFileSync('tar', ['tzf', inject('ground').tarball], { encoding: 'utf8' })
      .split('\n')
      .filter((name) => name !== '')
      .map((name) => name.replace(/^package\//, ''));

  it('holds what is needed and nothing else', () => {
    const isCode = /^dist\/((src|fixtures|benchmarks)\/.*\.(js|d\.ts)|hunts\/\d\d-[\w-]+\.mjs)$/;
    const others = packed().filter((name) => !isCode.test(name));
    expect(others.sort()).toEqual([
      ...['LICENSE', 'README.md', 'dist/benchmarks/summaries.json', 'dist/comparison.schema.json', 'dist/schema.json'],
      ...['package.json', 'results/README.md'],
    ]);
    expect(packed().filter((name) => /\.test\.|testing|golden|studies|_template/.test(name))).toEqual([]);
  });

  it('holds one file for each of the source, and none of an earlier build', () => {
    const sources = packed().filter((name) => /^dist\/.*\.js$/.test(name));
    const missing = sources.filter((name) => {
      const source = join(ROOT, name.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
      return statSync(source, { throwIfNoEntry: false }) === undefined;
    });
    expect(missing).toEqual([]);
    expect(sources.length).toBeGreaterThan(300);
  });

  it('weighs little', () => {
    expect(statSync(inject('ground').tarball).size).toBeLessThanOrEqual(MOST_TARBALL_BYTES);
  });

  it('names no address but those of a release', () => {
    const { repository, homepage, bugs } = JSON.parse(project.read('node_modules/overlap-bench/package.json'));
    expect({ repository, homepage, bugs }).toEqual({});
  });
});

it('weighs little when it is installed with all that it needs', async () => {
  const alone = await createProject();
  const bytes = [...contentsOf(join(alone.folder, 'node_modules')).values()].reduce((sum, each) => sum + each, 0);
  expect(bytes).toBeLessThanOrEqual(MOST_INSTALLED_BYTES);
});

it('is clean for publint', async () => {
  const { code, stdout } = await project.run('publint', [inject('ground').tarball, '--strict']);
  expect(stdout).toContain('All good!');
  expect(code).toBe(0);
});

it('is clean for attw, as a package of ES modules', async () => {
  const { code, stdout } = await project.run('attw', [inject('ground').tarball, '--profile', 'esm-only', '--no-color']);
  expect({ code, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stdout: '' });
});

describe('what it writes', () => {
  it('is nothing, for help and lists and pages; compiled code goes into the user’s own cache', async () => {
    const home = join(project.folder, '..', 'home-of-one');
    const folder = join(home, 'work');
    mkdirSync(folder, { recursive: true });
    const example = join(ROOT, 'results/examples/two-cores.json');
    const before = [...contentsOf(project.folder).keys()];
    for (const args of [['--help'], ['run', '--help'], ['list'], ['show', example], ['compare', example, example]]) {
      const { code } = await project.overlap(args, { cwd: folder, env: { HOME: home } });
      // Two results alone decide nothing.
      expect(code).toBe(args[0] === 'compare' ? 3 : 0);
    }
    expect(readdirSync(folder)).toEqual([]);
    expect([...contentsOf(project.folder).keys()]).toEqual(before);
    expect(readdirSync(home).sort()).toEqual(['.cache', 'work']);
    expect(readdirSync(join(home, '.cache', 'overlap-bench'))).toEqual(['compiled']);
  });
});

describe('what it loads', () => {
  /** The files that a command line loads in its own process, and the programs that it starts. */
  async function loadedBy(...args: string[]): Promise<{ files: string[]; started: string[] }> {
    const watch = project.write(
      'watch.mjs',
      `import childProcess from 'node:child_process';
       import { registerHooks, syncBuiltinESMExports } from 'node:module';
       import { writeSync } from 'node:fs';
       registerHooks({
         load(url, context, next) {
           writeSync(2, \`loaded \${url}\\n\`);
           return next(url, context);
         },
       });
       const { fork } = childProcess;
       childProcess.fork = (path, ...rest) => {
         writeSync(2, \`started \${path}\\n\`);
         return fork(path, ...rest);
       };
       syncBuiltinESMExports();`,
    );
    const main = join(project.folder, 'node_modules/overlap-bench/dist/src/cli/main.js');
    const { stderr } = await project.node(['--import', watch, main, ...args]);
    const named = (word: string) =>
      [...stderr.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, name]) => name ?? '');
    return { files: named('loaded'), started: named('started') };
  }
  const within = (files: readonly string[], place: string) => files.filter((file) => file.includes(place));

  it('for help is no command', async () => {
    const { files } = await loadedBy('--help');
    expect(within(files, '/dist/src/cli/commands/').map((file) => file.replace(/.*\//, ''))).toEqual(['registry.js']);
    expect(within(files, '/dist/src/runner/')).toEqual([]);
    expect(within(files, '/dist/src/render/')).toEqual([]);
  });

  it('for a list is nothing that measures, no table of emoji, and no other process', async () => {
    const { files, started } = await loadedBy('list');
    expect(within(files, '/dist/src/cli/commands/').length).toBeLessThanOrEqual(3);
    expect(within(files, '/dist/src/render/').length).toBeGreaterThan(3);
    for (const place of ['/dist/src/runner/processes/', '/node_modules/zod/', '/node_modules/get-east-asian-width/']) {
      expect(within(files, place)).toEqual([]);
    }
    expect(started).toEqual([]);
  });

  it('for a list of what is shipped says what the repository says', async () => {
    const source = await project.node([join(ROOT, 'src/cli/main.ts'), 'list']);
    expect(source.code).toBe(0);
    // The service of an example is a file of the package, too.
    const stdout = source.stdout.replaceAll('_orders-server.ts', '_orders-server.js');
    expect(await project.overlap(['list'])).toEqual({ ...source, stdout });
  });
});
