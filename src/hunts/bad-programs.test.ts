// A learner's file may be anything. None of it harms the checker, and each is told in words what is the matter with it.

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BenchError } from '../errors.ts';
import type { Verdict } from './hunt.ts';
import { catalogue } from './hunts/01-catalogue.ts';
import { runHunt } from './run-hunt.ts';
import { verdictOn } from './testing/programs.ts';

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hunts-')));
});
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
function program(text: string, ending = 'mjs'): string {
  const file = join(folder, `program-${++written}.${ending}`);
  writeFileSync(file, text);
  return file;
}

/** The body of a `run` with all tools at hand. */
const running = (body: string) =>
  program(`export async function run({ paths }, { get, getSync, compute, openPool }) { ${body} }`);
const RIGHT = 'return (await Promise.all(paths.map((path) => get(path)))).map((text) => text.length);';

const unsolved = (misconception: string, seen: RegExp): Verdict =>
  ({
    solved: false,
    misconception,
    seen: expect.stringMatching(seen),
    why: expect.any(String),
    look: expect.any(String),
  }) as never;

const FAILS = 'the program fails';
const NO_END = 'the program does not come to an end of its own';

describe('what is no program', () => {
  it.each<[string, string, RegExp]>([
    ['is empty', '', /expected an exported function `run`, got no such export/],
    ['exports something else', 'export const run = 5;', /expected an exported function `run`, got a number/],
    ['is no JavaScript', 'export function run( {', /Unexpected/],
    ['is no text', '\u0000\u0001', /Invalid or unexpected token/],
    ['throws at its top level', 'throw new Error("early")', /early, in line 1/],
    ['throws nothing in particular', 'throw undefined', /undefined/],
    ['ends the process at its top level', 'process.exit(0)', /its process exited with code 0/],
    ['imports what is not there', 'import "nowhere-to-be-found"', /Cannot find package/],
  ])('%s', async (_, text, message) => {
    const file = program(text);
    const thrown = await verdictOn(catalogue, file).catch((error) => error);
    expect(thrown).toBeInstanceOf(BenchError);
    expect(thrown).toMatchObject({ code: 'HUNT_FILE', exitCode: 2, message: expect.stringMatching(message) });
    expect(thrown.message).toContain(file);
    expect(thrown.hint).not.toBe('');
  });
});

describe('a program that', () => {
  it.each<[string, string, string, RegExp]>([
    ['throws', 'throw new Error("oh dear")', FAILS, /`run` threw: oh dear$/],
    ['throws no error', 'throw null', FAILS, /`run` threw: null$/],
    ['throws what a terminal would obey', 'throw new Error("\\u001b[2Jgone")', FAILS, /threw: \\u001b\[2Jgone$/],
    [
      'ends its process',
      'process.exit(3)',
      NO_END,
      /exited with code 3; by then the server had been asked for 0 pages/,
    ],
    [
      'returns nothing',
      'await Promise.all(paths.map((path) => get(path)))',
      'the answer is wrong',
      /returned nothing;/,
    ],
    [
      'returns a circle',
      'const a = []; a.push(a); return a',
      'the answer is wrong',
      /returned something that is no plain data \(object\);/,
    ],
    [
      'returns a wrong list',
      'return [1, 2]',
      'the answer is wrong',
      /returned \[1,2\]; right would have been a list of \d+/,
    ],
    [
      'asks another host',
      "return get('http://example.com/')",
      FAILS,
      /expected a path of this hunt's own server.*'http:\/\/example\.com\/'; no other/,
    ],
    ['asks another host in short', "return get('//example.com/')", FAILS, /own server/],
    ['asks for nothing', 'return get()', FAILS, /own server.*got undefined/],
    [
      'asks another host and blocks',
      "return getSync('https://example.com')",
      FAILS,
      /^`run` threw: getSync: expected a path/,
    ],
    ['asks for a page that is not there', "return get('/nothing')", FAILS, /\/nothing was answered with 404/],
    ['asks without end', "for (;;) await get('/delay/0')", 'one request at a time', /of 500 requests/],
    [
      'leaves a rejection to nobody',
      `void Promise.reject(new Error('lost')); ${RIGHT}`,
      'somebody will catch it',
      /1 promise rejected .*: lost$/,
    ],
    ['wants no thread', 'openPool(0)', FAILS, /openPool: expected a number of threads from 1 to 16, got 0/],
  ])('%s', async (_, body, misconception, seen) => {
    expect(await verdictOn(catalogue, running(body))).toEqual(unsolved(misconception, seen));
  });

  it.each<[string, string, RegExp]>([
    [
      'waits for ever',
      'await Promise.all(paths.map((path) => get(path))); await new Promise(() => setInterval(() => {}, 1_000))',
      /did not answer within 1 s; by then the server had been asked for 1\d pages/,
    ],
    [
      'never yields',
      'for (;;);',
      /did not answer within 1 s; by then the server had been asked for 0 pages and had answered 0/,
    ],
  ])('%s is ended', async (_, body, seen) => {
    expect(await verdictOn(catalogue, running(body), 1, 1_000)).toEqual(unsolved(NO_END, seen));
  });

  it('prints, replaces globals and takes the clock away is judged all the same', async () => {
    const body = `console.log('out'); console.error('err'); globalThis.console = undefined; performance.now = Date.now = () => 0;
      process.send = process.exit = process.hrtime.bigint = () => { throw new Error('mine'); }; ${RIGHT}`;
    expect(await verdictOn(catalogue, running(body))).toEqual({ solved: true });
  });

  it.each([
    ['is CommonJS', 'module.exports.run = ', 'cjs'],
    ['is TypeScript', 'export const run: Function = ', 'ts'],
  ])('%s is one', async (_, start, ending) => {
    const file = program(`${start} async ({ paths }, { get }) => { ${RIGHT} }`, ending);
    expect(await verdictOn(catalogue, file)).toEqual({ solved: true });
  });
});

it('is interrupted with what it started', async () => {
  const controller = new AbortController();
  const file = running('await new Promise(() => {})');
  const underWay = runHunt({ hunt: catalogue, file, seed: 1, signal: controller.signal });
  setTimeout(() => controller.abort(), 300);
  await expect(underWay).rejects.toMatchObject({ code: 'INTERRUPTED', exitCode: 130 });
});
