// Files as people have them, described by one real process: every ending, both kinds of modules, every kind of package
// around them, and names that a URL would stumble over.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BenchError } from '../errors.ts';
import { type Described, describeScenarios } from '../runner/processes/describing-process.ts';

const ODD = 'odd #1? 100%20 \'q" ü 🚀';
const SCENARIO =
  "defineScenario({ title: 'T', question: 'Q?', explanation: 'E', taskCount: extra, inputs: () => [], cpu: (n) => n })";

let root = '';
const paths: string[] = [];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A file to be described; in TypeScript it has a type before anything else. */
function scenario(path: string, text: string): void {
  write(path, path.endsWith('ts') ? `const typed: number = 1;\n${text}\nvoid typed;` : text);
  paths.push(path);
}

function writePackage(folder: string, type: string | null): void {
  if (type !== null) write(`${folder}/package.json`, JSON.stringify({ type }));
  // A copy of the package that must not be loaded: two would disagree.
  write(`${folder}/node_modules/overlap-bench/package.json`, '{ "main": "index.cjs" }');
  write(`${folder}/node_modules/overlap-bench/index.cjs`, "throw new Error('the wrong copy');");
  write(`${folder}/helper.ts`, 'export const extra: number = 7;');
  write(`${folder}/helper.js`, 'export const extra = 7;');
  write(`${folder}/required.cjs`, 'exports.extra = 7;');
  for (const ending of ['js', 'ts', 'cjs', 'cts', 'mjs', 'mts']) {
    const helper = ending.endsWith('ts')
      ? 'helper.ts'
      : type === 'module' || ending === 'mjs'
        ? 'required.cjs'
        : 'helper.js';
    scenario(
      `${folder}/es-${ending}.${ending}`,
      `import { defineScenario } from 'overlap-bench';\nimport { extra } from './${helper}';\nexport default ${SCENARIO};`,
    );
    if (ending.startsWith('m') || (type === 'module' && !ending.startsWith('c'))) continue;
    const required =
      "const { defineScenario } = require('overlap-bench');\nconst { extra } = require('./required.cjs');";
    scenario(`${folder}/common-${ending}.${ending}`, `${required}\nmodule.exports = ${SCENARIO};`);
    scenario(
      `${folder}/transpiled-${ending}.${ending}`,
      `Object.defineProperty(exports, '__esModule', { value: true });\n${required}\nexports.default = ${SCENARIO};`,
    );
  }
}

let described: Described[] = [];
let broken: Described | undefined;
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'any-file-')));
  writePackage('commonjs', 'commonjs');
  writePackage('module', 'module');
  writePackage('none', null);
  writePackage(ODD, 'commonjs');
  scenario(
    `${ODD}/${ODD}.scenario.ts`,
    `import { defineScenario } from 'overlap-bench'; const extra = 7; export default ${SCENARIO};`,
  );
  symlinkSync('commonjs', join(root, 'linked-folder'));
  symlinkSync('commonjs/es-ts.ts', join(root, 'linked-file.ts'));
  paths.push('linked-folder/es-js.js', 'linked-folder/common-cts.cts', 'linked-file.ts');
  write('commonjs/node_modules/mixed-up/package.json', '{ "type": "commonjs", "main": "index.js" }');
  write('commonjs/node_modules/mixed-up/index.js', 'export const extra = 7;');
  write('commonjs/mixed-up.js', "import { extra } from 'mixed-up'; export default { extra };");
  const urls = [...paths, 'commonjs/mixed-up.js'].map((path) => pathToFileURL(join(root, path)).href);
  described = await describeScenarios(urls);
  broken = described.pop();
});
afterAll(() => rmSync(root, { recursive: true }));

it('loads, whatever it is written in and wherever it lies', () => {
  const refused = described.filter((each) => each instanceof BenchError).map(({ message }) => message);
  expect(refused).toEqual([]);
  expect(described.map((each) => 'taskCount' in each && each.taskCount)).toEqual(paths.map(() => 7));
  expect(paths.length).toBeGreaterThan(50);
});

it('changes nothing about packages: one that Node cannot load stays one', () => {
  expect(broken).toMatchObject({ code: 'SCENARIO_LOAD', message: expect.stringContaining('mixed-up') });
});

it('has an id that can be read and typed', () => {
  const idOf = (path: string) => (described[paths.indexOf(path)] as { id?: string }).id;
  expect(idOf('linked-file.ts')).toBe('linked-file');
  expect(idOf(`${ODD}/${ODD}.scenario.ts`)).toBe('odd-1-100-20-q-ü-🚀');
});
