import { afterEach, expect, it, vi } from 'vitest';
import { flagsForOurs, flagsForScenarios } from './node-flags.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it.each([
  ['--import tsx --max-old-space-size=64', '--max-old-space-size=64'],
  ['--import=tsx -r ./a.cjs --require ./b.cjs --trace-warnings', '--trace-warnings'],
  ['--experimental-loader x --loader=y -C dev --conditions=dev', ''],
  ['--import "./with space.mjs" --title="a \\"b\\" c"', '"--title=a \\"b\\" c"'],
  ['--trace-warnings --no-strip-types --experimental-transform-types', '--trace-warnings'],
  ['', ''],
])('NODE_OPTIONS %j is %j to our own processes', (set, ours) => {
  vi.stubEnv('NODE_OPTIONS', set);
  expect(flagsForOurs()).toEqual({ execArgv: [], nodeOptions: ours });
  expect(flagsForScenarios().nodeOptions).toBe(set);
});

it('a loader that finds all packages is everybody’s', () => {
  const set = '--require /a/.pnp.cjs --experimental-loader file:///a/.pnp.loader.mjs';
  vi.stubEnv('NODE_OPTIONS', set);
  Object.defineProperty(process.versions, 'pnp', { value: '3', configurable: true });
  try {
    expect(flagsForOurs().nodeOptions).toBe(set);
  } finally {
    Reflect.deleteProperty(process.versions, 'pnp');
  }
});

it('without NODE_OPTIONS there are none', () => {
  vi.stubEnv('NODE_OPTIONS', undefined);
  expect(flagsForOurs().nodeOptions).toBeUndefined();
  expect(flagsForScenarios().nodeOptions).toBeUndefined();
});

it('what this process was started with says how scenarios are loaded, and nothing else of it', () => {
  const execArgv = [
    '--import',
    'tsx',
    '--inspect',
    '-r',
    './a.cjs',
    '--cpu-prof',
    '-C',
    'dev',
    '--import=b',
    '--no-warnings',
  ];
  vi.spyOn(process, 'execArgv', 'get').mockReturnValue(execArgv);
  expect(flagsForScenarios(['mine', 'more']).execArgv).toEqual([
    ...['--import', 'tsx', '-r', './a.cjs', '-C', 'dev', '--import=b'],
    ...['--import', 'mine', '--import', 'more'],
  ]);
  expect(flagsForOurs().execArgv).toEqual([]);
});
