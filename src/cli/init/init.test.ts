// `overlap init`: what it writes runs as it is, in the style of the project around it, and nothing that is there is lost.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeScenarios } from '../../runner/describe-scenarios.ts';
import { callOverlap } from '../testing.ts';
import { programWords } from './program-words.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'init-')));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** Writes what a project has, and runs init in it. */
async function init(project: Record<string, object>, ...args: string[]) {
  for (const [name, content] of Object.entries(project)) writeFileSync(name, JSON.stringify(content));
  const ended = await callOverlap(['init', ...args]);
  const written = readdirSync('.', { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?[jt]s$/.test(name));
  return { ...ended, written };
}

const refusal = { code: 2, stdout: '', written: [] };
const MODULE = { type: 'module' };
const COMMONJS = { type: 'commonjs' };
const TYPED = { devDependencies: { typescript: '7' } };

describe('the file', () => {
  it.each<[string, Record<string, object>, string[], string, 'esm' | 'commonjs']>([
    ['outside any package', {}, [], 'my.scenario.mjs', 'esm'],
    ['in a package that says nothing', { 'package.json': {} }, [], 'my.scenario.js', 'commonjs'],
    ['in a CommonJS package', { 'package.json': COMMONJS }, [], 'my.scenario.js', 'commonjs'],
    ['in a package of modules', { 'package.json': MODULE }, [], 'my.scenario.js', 'esm'],
    ['with a tsconfig', { 'package.json': MODULE, 'tsconfig.json': {} }, [], 'my.scenario.ts', 'esm'],
    ['with typescript', { 'package.json': { ...MODULE, ...TYPED } }, [], 'my.scenario.ts', 'esm'],
    [
      'with typescript to run',
      { 'package.json': { ...MODULE, dependencies: { typescript: '' } } },
      [],
      'my.scenario.ts',
      'esm',
    ],
    ['with typescript in CommonJS', { 'package.json': { ...COMMONJS, ...TYPED } }, [], 'my.scenario.mts', 'esm'],
    ['asked for --ts', { 'package.json': MODULE }, ['--ts'], 'my.scenario.ts', 'esm'],
    ['asked for --js', { 'package.json': MODULE, 'tsconfig.json': {} }, ['--js'], 'my.scenario.js', 'esm'],
    ['named .ts in CommonJS', { 'package.json': COMMONJS }, ['x.ts'], 'x.ts', 'esm'],
    ['named .cjs in modules', { 'package.json': MODULE }, ['x.cjs'], 'x.cjs', 'commonjs'],
    ['named .mjs in CommonJS', { 'package.json': COMMONJS }, ['x.mjs'], 'x.mjs', 'esm'],
    ['named .js outside', {}, ['x.js', '--js'], 'x.js', 'esm'],
    ['named without an ending', { 'package.json': MODULE }, ['x.scenario'], 'x.scenario.js', 'esm'],
    ['in a new folder', { 'package.json': MODULE }, ['a/b/'], 'a/b/my.scenario.js', 'esm'],
  ])('%s is written in its style', async (_, project, args, name, style) => {
    const { code, stdout, stderr, written } = await init(project, ...args);
    expect({ code, stderr, written }).toEqual({ code: 0, stderr: '', written: [name] });
    expect(stdout).toMatch(new RegExp(`^Wrote ${name}: .*\n\n  overlap run ${name} --quick\n$`));
    const text = readFileSync(name, 'utf8');
    expect(text).toContain(`// Run it:  overlap run ${name}\n`);
    expect(text.includes('export default defineScenario')).toBe(style === 'esm');
    expect(text.includes("require('overlap-bench')")).toBe(style === 'commonjs');
  });

  it('runs as it is, however it is named and whatever the package says', async () => {
    const paths: string[] = [];
    for (const type of ['module', 'commonjs']) {
      mkdirSync(type);
      writeFileSync(join(type, 'package.json'), JSON.stringify({ type }));
      for (const ending of ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs']) {
        paths.push(join(folder, type, `${ending}-file.${ending}`));
        expect((await callOverlap(['init', join(type, `${ending}-file.${ending}`)])).code).toBe(0);
      }
    }
    const described = await describeScenarios(paths.map((path) => pathToFileURL(path).href));
    expect(described).toHaveLength(12);
    for (const each of described) {
      expect(each).toMatchObject({ kind: 'mixed', tags: ['example'], taskCount: 12, parameters: { delayMs: 10 } });
    }
  });

  it('is right for a strict compiler', async () => {
    await init({}, 'x.mts');
    const compilerOptions = {
      ...{ paths: { 'overlap-bench': [`${ROOT}src/index.ts`] }, typeRoots: [`${ROOT}node_modules/@types`] },
      noEmit: true,
    };
    writeFileSync(
      'tsconfig.json',
      JSON.stringify({ extends: `${ROOT}tsconfig.json`, compilerOptions, include: ['x.mts'] }),
    );
    const check = () =>
      execFileSync(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`], { encoding: 'utf8' });
    expect(check()).toBe('');
    writeFileSync('x.mts', readFileSync('x.mts', 'utf8').replace('taskCount: 12', "taskCount: 'twelve'"));
    expect(check).toThrow();
  });
});

describe('nothing is written', () => {
  it('over what is there, a link to nowhere included', async () => {
    writeFileSync('x.ts', 'mine');
    symlinkSync('nowhere', 'link.ts');
    for (const name of ['x.ts', 'link.ts']) {
      const { code, stdout, stderr } = await callOverlap(['init', name]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toBe(
        `error: cannot write ${name}: it is there already, and stays as it is\nGive another name: overlap init NAME\n`,
      );
    }
    expect(readFileSync('x.ts', 'utf8')).toBe('mine');
    expect(existsSync('nowhere')).toBe(false);
  });

  it.each([
    [['x.txt'], "got 'x.txt'\nCorrect the name"],
    [['x.tsx'], "got 'x.tsx'\n"],
    [['x.js', '--ts'], "--ts: expected a name that ends so, got 'x.js'\nLeave one of them out."],
    [['x.mts', '--js'], "--js: expected a name that ends so, got 'x.mts'\n"],
    [['--ts', '--js'], 'Expected --ts or --js, got both\n'],
    [['x.ts', 'y.ts'], 'too many arguments'],
    [['package.json/x.ts'], 'cannot write package.json/x.ts: '],
  ])('for %j', async (args, message) => {
    const { stderr, ...ended } = await init({ 'package.json': MODULE }, ...args);
    expect(ended).toEqual(refusal);
    expect(stderr).toContain(message);
  });
});

describe('what to type', () => {
  it('is the name on the path, or npx where the project or npm has it', () => {
    expect(programWords({}, folder)).toBe('overlap');
    expect(programWords({ npm_command: 'exec' }, folder)).toBe('npx overlap-bench');
    mkdirSync('node_modules/overlap-bench', { recursive: true });
    expect(programWords({}, join(folder, 'deep', 'er'))).toBe('npx overlap-bench');
  });

  it('is quoted where a shell would stumble', async () => {
    const { stdout } = await init({}, "it's mine.ts");
    expect(stdout).toContain("\n  overlap run 'it'\\''s mine.ts' --quick\n");
  });
});
