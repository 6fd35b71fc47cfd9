// `overlap hunt`: the list, what is written and what never is, and what a verdict exits with.

import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HUNTS } from '../../../hunts/registry.ts';
import { brokenProgram, solutionFile } from '../../../hunts/testing/programs.ts';
import { callOverlap } from '../../testing.ts';

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hunt-')));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const [first] = HUNTS;
const broken = first === undefined ? '' : readFileSync(brokenProgram(first), 'utf8');

it('lists all, with the programs that are here', async () => {
  writeFileSync('hunt-02.mjs', '');
  const { code, stdout, stderr } = await callOverlap(['hunt']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { number, title } of HUNTS) {
    expect(stdout).toMatch(
      new RegExp(`^ *${number}  ${title.replace('?', '\\?')} +${number === 2 ? 'hunt-02.mjs' : '–'}$`, 'm'),
    );
  }
  expect(readdirSync('.')).toEqual(['hunt-02.mjs']);
});

it('hands a program out once, and judges it from then on', async () => {
  const handedOut = await callOverlap(['hunt', '1']);
  expect(handedOut).toMatchObject({ code: 0, stderr: '' });
  expect(handedOut.stdout).toMatch(
    /^Hunt 1: The server that is bored\n[\s\S]*\nWrote hunt-01\.mjs\. [\s\S]*\nRun: overlap hunt 1\n$/,
  );
  expect(readFileSync('hunt-01.mjs', 'utf8')).toBe(broken);

  const notYet = await callOverlap(['hunt', '1', '--seed', '3']);
  expect(notYet).toMatchObject({ code: 1, stderr: '' });
  expect(notYet.stdout).toMatch(
    /\nNot yet: one request at a time \(seed 3\)\nSeen: of 1\d requests, 0 [\s\S]*\nWhy: [\s\S]*\nHint: [\s\S]*\nRun: overlap hunt 1 --seed 3\n$/,
  );
  expect(notYet.stdout).not.toContain('Promise.all');

  writeFileSync('hunt-01.mjs', readFileSync(solutionFile('01-all-at-once.mjs')));
  const solved = await callOverlap(['hunt', '1', '--seed', '3']);
  expect(solved).toMatchObject({ code: 0, stderr: '' });
  expect(solved.stdout).toMatch(
    /\nRight \(seed 3\)\nAll requests were with the server [\s\S]*\nThe next one is called “The total that is nought”\.\nRun: overlap hunt 2\n$/,
  );
});

it('draws hidden figures, and says which', async () => {
  await callOverlap(['hunt', '1', '--start']);
  const seedsOf = async () => /\(seed (\d+)\)/.exec((await callOverlap(['hunt', '1'])).stdout)?.[1];
  expect(await seedsOf()).not.toBe(await seedsOf());
});

it('writes where it is told to, and never over what is there', async () => {
  expect(await callOverlap(['hunt', '1', 'a/mine.mjs', '--start'])).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync('a/mine.mjs', 'utf8')).toBe(broken);
  writeFileSync('hunt-01.mjs', 'mine');
  const { code, stdout, stderr } = await callOverlap(['hunt', '1', '--start']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(
    'error: cannot write hunt-01.mjs: it is there already, and stays as it is\nGive another name: overlap hunt 1 --start NAME\n',
  );
  expect(readFileSync('hunt-01.mjs', 'utf8')).toBe('mine');
});

it.each([
  [['0'], "hunt: expected a number from 1 to 10, got '0'\n`overlap hunt` lists them."],
  [['11'], 'expected a number from 1 to 10'],
  [['one'], "got 'one'"],
  [['--start'], 'hunt: expected the number of a hunt beside a flag, got none\n`overlap hunt` lists them.'],
  [['--seed', '1'], 'expected the number of a hunt beside a flag'],
  [
    ['1', 'gone.mjs'],
    'gone.mjs does not exist\nWrite the broken program to a new one: overlap hunt 1 gone.mjs --start',
  ],
  [['1', '--seed', '-1'], '--seed: expected a whole number from 0 to 4294967295'],
  [['1', 'a.mjs', 'b.mjs'], 'too many arguments'],
  [['1', '.'], '. is no file'],
])('%j is refused', async (args, message) => {
  const { code, stdout, stderr } = await callOverlap(['hunt', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(existsSync('hunt-01.mjs')).toBe(false);
});

it('refuses a file that is no program', async () => {
  writeFileSync('hunt-01.mjs', 'export {}');
  const { code, stdout, stderr } = await callOverlap(['hunt', '1']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: hunt-01\.mjs: expected an exported function `run`, got no such export\n/);
});

it('ends when it is interrupted', async () => {
  writeFileSync('hunt-01.mjs', 'export const run = () => new Promise(() => {});');
  const { code, stderr } = await callOverlap(['hunt', '1'], { signal: AbortSignal.timeout(300) });
  expect(code).toBe(130);
  expect(stderr).toContain('interrupted');
});
