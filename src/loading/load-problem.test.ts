import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { loadProblemOf } from './load-problem.ts';

const URL_OF = pathToFileURL('/some/where/my file.ts').href;
const LOADER = /`npm i -D tsx`, then add `--import tsx`/;

it.each([
  ['TypeScript enum is not supported in strip-only mode', LOADER],
  ['Stripping types is currently unsupported for files under node_modules', LOADER],
  ['Unknown file extension ".tsx" for /a/b.tsx', LOADER],
  ['Unknown file extension ".txt" for /a/b.txt', /\.mts or \.cts/],
  ['Module "file:///a.json" needs an import attribute of "type: json"', /\.mts or \.cts/],
  ["Cannot find module '/a/helper' imported from /a/b.ts", /'\.\/helper\.ts'/],
  ["Cannot find module '/a/helper.ts' imported from /a/b.ts", /Correct the path/],
  ["Cannot find module './helper'", /Correct the path/],
  ["Cannot find package 'lodash' imported from /a/b.ts", /Install it where the file lies/],
  ["Cannot find module 'lodash'", /Install it where the file lies/],
  ["The requested module 'x' does not provide an export named 'y'", /Look at what that module exports/],
  ['Cannot use import statement outside a module', /required by a CommonJS file/],
  ['require is not defined in ES module scope, you can use import instead', /name it \.cjs or \.cts/],
])('%s: says what to do', (message, hint) => {
  const problem = loadProblemOf(Object.assign(new Error(message), { stack: '' }), URL_OF);
  expect(problem).toEqual({ how: message, hint: expect.stringMatching(hint) });
});

it.each([
  ['thrown in the file', '    at file:///some/where/my%20file.ts:3:7', 'boom, in line 3'],
  [
    'in a helper',
    '    at f (/some/where/helper.cjs:8:1)\n    at /some/where/my file.ts:1:1',
    'boom, in line 8 of /some/where/helper.cjs',
  ],
  ['above its excerpt', '/some/where/my file.ts:4\nexport default {;\n', 'boom, in line 4'],
  ['in a package', '    at f (/some/node_modules/x/y.js:8:1)\n    at /some/where/my file.ts:2:1', 'boom, in line 2'],
  ['that cannot be', '    at file:///some/%zz.mjs:3:7', 'boom'],
  ['in Node alone', '    at node:internal/modules:12:3', 'boom'],
])('the place of an error %s is named', (_, stack, how) => {
  expect(loadProblemOf(Object.assign(new Error('boom'), { stack }), URL_OF).how).toBe(how);
});

it('a syntax error without a place says how to find it, in words for a shell', () => {
  const thrown = Object.assign(new SyntaxError("Unexpected token '<'"), { stack: '' });
  const { hint } = loadProblemOf(thrown, pathToFileURL("/some/it's.mjs").href);
  expect(hint).toContain("`node --check '/some/it'\\''s.mjs'` may say where");
  expect(hint).toMatch(LOADER);
});

it.each([null, undefined, 'a text', { message: 5 }])('%j can be thrown', (thrown) => {
  expect(loadProblemOf(thrown, URL_OF).hint).toBe('Look at what the file does when it is imported.');
});
