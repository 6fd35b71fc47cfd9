import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileCacheFolder } from './compile-cache.ts';

it.each([
  ['what the user set for Node', { NODE_COMPILE_CACHE: '/n', XDG_CACHE_HOME: '/c' }, '/n'],
  ['the user’s cache', { XDG_CACHE_HOME: '/c' }, '/c/overlap-bench/compiled'],
  ['the usual cache', {}, join(homedir(), '.cache/overlap-bench/compiled')],
  [
    'the usual cache, where the other is no whole path',
    { XDG_CACHE_HOME: 'c' },
    join(homedir(), '.cache/overlap-bench/compiled'),
  ],
])('the compile cache is in %s', (_, env, folder) => {
  expect(compileCacheFolder(env)).toBe(folder);
});
