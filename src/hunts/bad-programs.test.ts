// A learner's file may be anything. None of it harms the checker, and each is told in words what is the matter with it.

import { describe, expect, it } from 'vitest';
import { BenchError } from '../errors.ts';
import { catalogue } from './hunts/01-catalogue.ts';
import { runHunt } from './run-hunt.ts';
import { verdictOn } from './testing/programs.ts';
import { program, RIGHT, running, unsolved, useProgramFolder } from './testing/written-programs.ts';

useProgramFolder();

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
    ['throws what has no words', 'throw Object.create(null)', FAILS, /threw: something without words$/],
    ['throws what throws', 'throw { get message() { throw 1 } }', FAILS, /threw: something without words$/],
    [
      'throws an error whose message is none',
      'throw Object.assign(new Error(), { message: 5 })',
      FAILS,
      /without words$/,
    ],
    ['throws what hides its status', 'throw { get status() { throw 1 } }', FAILS, /threw: \[object Object\]$/],
    ['throws without end', 'throw new Error("x".repeat(1e7))', FAILS, /threw: x{300}…$/],
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
    ['returns a big number', 'return 5n', 'the answer is wrong', /no plain data \(bigint\);/],
    [
      'returns what cannot be written',
      'return { toJSON() { throw 1 } }',
      'the answer is wrong',
      /no plain data \(object\);/,
    ],
    ['returns without end', 'return "x".repeat(1e7)', 'the answer is wrong', /returned "x{59}…; right/],
    [
      'takes the paths away',
      'paths.length = 0; return []',
      'the answer is wrong',
      /returned \[\]; right would have been a list/,
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
    [
      'leaves what has no words to nobody',
      `void Promise.reject(Object.create(null)); ${RIGHT}`,
      'somebody will catch it',
      /1 promise rejected .*: something without words$/,
    ],
    [
      'leaves rejections without end',
      'for (let index = 0; index < 5_000; index++) Promise.reject(index)',
      'the answer is wrong',
      /returned nothing/,
    ],
    ['computes without end', 'for (;;) compute(0)', FAILS, /more than 5000 sums in one run/],
    [
      'hands over without end',
      'const pool = openPool(1); const all = []; for (;;) { all.push(pool.compute(0)); await 0; if (all.length > 5_000) await Promise.all(all); }',
      FAILS,
      /more than 5000 sums in one run/,
    ],
    ['starts threads without end', 'for (;;) openPool(16)', FAILS, /more than 64 threads in one run/],
    ['ends its process as if all were well', 'process.exit(0)', NO_END, /exited with code 0; by then/],
    ['kills its process', "process.kill(process.pid, 'SIGKILL')", NO_END, /ended by SIGKILL; by then/],
    ['lets go of the checker', 'process.disconnect()', NO_END, /exited with code 0; by then/],
    ['speaks for the checker', "process.send({ type: 'ran' })", FAILS, /process\.send is not a function/],
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
    ['stops its process', "process.kill(process.pid, 'SIGSTOP')", /did not answer within 1 s; by then/],
    ['returns a promise that is none', 'return { then() {} }', /did not answer within 1 s; by then/],
    [
      'never leaves',
      "process.on('exit', () => { for (;;); }); setTimeout(() => process.exit(0)); await new Promise(() => {})",
      /did not answer within 1 s; by then/,
    ],
  ])('%s is ended', async (_, body, seen) => {
    expect(await verdictOn(catalogue, running(body), 1, 1_000)).toEqual(unsolved(NO_END, seen));
  });

  it('prints, replaces globals and takes the clock away is judged all the same', async () => {
    const body = `console.log('out'); console.error('err'); globalThis.console = undefined; performance.now = Date.now = () => 0;
      process.send = process.exit = process.hrtime.bigint = () => { throw new Error('mine'); }; ${RIGHT}`;
    expect(await verdictOn(catalogue, running(body))).toEqual({ solved: true });
  });

  it('leaves a server, timers and a thread open, and prints a verdict of its own, is judged all the same', async () => {
    const left = `(await import('node:http')).createServer().listen(0, '127.0.0.1'); setInterval(() => {}, 10);
      new (await import('node:worker_threads')).Worker('setInterval(() => {}, 10)', { eval: true });`;
    const body = `${left} console.log('Right (seed 1)'); ${RIGHT}`;
    expect(await verdictOn(catalogue, running(body))).toEqual({ solved: true });
  });

  it('takes its tools apart only takes them from itself', async () => {
    const body = `for (const tool in arguments[1]) arguments[1][tool] = async () => 'x'; ${RIGHT}`;
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

describe('an interrupt ends', () => {
  it.each([
    ['one that waits for ever', 'export const run = () => new Promise(() => {});'],
    ['one that never yields', 'export function run() { for (;;); }'],
    ['one that waits for ever while it is loaded', 'await new Promise(() => {}); export function run() {}'],
    ['one that never yields while it is loaded', 'for (;;); export function run() {}'],
    ['one that never leaves', "process.on('exit', () => { for (;;); }); process.exit(0);"],
    ['one that prints without end', "export function run() { for (;;) process.stderr.write('x'.repeat(1_000)); }"],
  ])('%s', async (_, text) => {
    const controller = new AbortController();
    const underWay = runHunt({ hunt: catalogue, file: program(text), seed: 1, signal: controller.signal });
    setTimeout(() => controller.abort(), 1_500);
    await expect(underWay).rejects.toMatchObject({ code: 'INTERRUPTED', exitCode: 130 });
  });
});
