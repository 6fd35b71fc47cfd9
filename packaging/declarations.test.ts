// What of `dist` is packed.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepReachableDeclarations } from './declarations.ts';
import { nameWordsByPath } from './scenario-words.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packaging-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

it('keeps the declarations that a door leads to, and all code', () => {
  write('dist/index.d.ts', "export * from './words.js';\nimport type { A } from './deep/a.js';\nimport './side.ts';\n");
  write('dist/words.d.ts', 'export declare const words: import("./deep/b.js").B;\n');
  for (const path of ['deep/a', 'deep/b', 'side', 'vitest', 'unreached']) write(`dist/${path}.d.ts`, 'export {};\n');
  write('dist/unreached.js', '');
  keepReachableDeclarations(root, {
    '.': { types: './dist/index.d.ts' },
    './vitest': { types: './dist/vitest.d.ts' },
    './package.json': './package.json',
  });
  const left = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) => /\./.test(name));
  expect(left.sort()).toEqual(
    ['deep/a.d.ts', 'deep/b.d.ts', 'index.d.ts', 'side.d.ts', 'unreached.js', 'vitest.d.ts', 'words.d.ts'].sort(),
  );
});

it('fails when a door leads to a declaration that is not there', () => {
  write('dist/index.d.ts', "export * from './gone.js';\n");
  expect(() => keepReachableDeclarations(root, { '.': { types: './dist/index.d.ts' } })).toThrow(/gone\.d\.ts/);
});

it('names the words of a scenario by the path of their file', () => {
  write('benchmarks/io/a.js', "import { defineScenario } from '#bench';\nconst text = '#benches';\n");
  write('benchmarks/b.js', "import { x } from '#bench';\n");
  nameWordsByPath(root);
  expect(readFileSync(join(root, 'benchmarks/io/a.js'), 'utf8')).toBe(
    "import { defineScenario } from '../../src/authoring.js';\nconst text = '#benches';\n",
  );
  expect(readFileSync(join(root, 'benchmarks/b.js'), 'utf8')).toBe("import { x } from '../src/authoring.js';\n");
});
