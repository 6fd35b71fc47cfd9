import { expect, it, vi } from 'vitest';
import { moduleSyntaxOf } from './module-syntax.ts';

// First, since Node warns once in a process.
it('says nothing on stderr', () => {
  const warned = vi.spyOn(process, 'emitWarning');
  moduleSyntaxOf('const a: number = 1;', true);
  expect(warned).not.toHaveBeenCalled();
});

it.each([
  ['module', "import x from 'y';"],
  ['module', 'export default {};'],
  ['module', 'const a = import.meta.url;'],
  ['module', 'const a = await b();'],
  ['module', 'const require = 1; await 0;'],
  ['module', 'call(await b());'],
  ['module', '#!/usr/bin/env node\nexport const a = 1;'],
  ['module', "'use strict'; exports.a = 1; export const b = 1;"],
  ['commonjs', 'module.exports = {};'],
  ['commonjs', 'exports.text = "import x from \'y\'; export default 1"; // export default'],
  ['commonjs', 'return 1;'],
  ['commonjs', "#!/usr/bin/env node\nconst { a } = require('./b'); import('c');"],
  ['commonjs', ''],
  ['unknown', 'const a = ;'],
  ['unknown', 'call(a b);'],
])('%s: %s', (syntax, source) => {
  expect(moduleSyntaxOf(source, false)).toBe(syntax);
});

it.each([
  ['module', "import { x } from 'y';\nconst a: number = x;"],
  ['module', 'const a: number = 1;\nexport default a;'],
  ['module', "import type { X } from 'y';\nexport default {} as X;"],
  ['module', "import { type X } from 'y';\nconst a: X = 1;"],
  ['module', 'const a: number = await b();'],
  ['commonjs', "import type { X } from 'y';\nmodule.exports = {} as X;"],
  ['commonjs', 'export interface X { a: number }\nmodule.exports = {} as X;'],
  ['commonjs', 'export type X = number;\nconst a: X = 1; exports.a = a;'],
  ['unknown', "import a = require('b');\nmodule.exports = a;"],
  ['unknown', 'enum A { B }\nmodule.exports = A.B;'],
])('in TypeScript, %s: %s', (syntax, source) => {
  expect(moduleSyntaxOf(source, true)).toBe(syntax);
});
