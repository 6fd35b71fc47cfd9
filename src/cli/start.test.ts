// Starting costs what is loaded, so what is loaded is counted: no clock is asked. And where compiled code is kept.

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Tells on stderr, when the process ends, which modules it loaded. */
const COUNTER = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  const urls = [];
  registerHooks({ load(url, context, next) { urls.push(url); return next(url, context); } });
  process.on('exit', () => process.stderr.write(JSON.stringify(urls)));
`)}`;

async function loadedBy(...args: string[]): Promise<{ packages: string[]; ownCount: number }> {
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', COUNTER, MAIN, ...args]);
  const urls: string[] = JSON.parse(stderr);
  const packages = urls.flatMap((url) => /.*\/node_modules\/([^/]+)/.exec(url)?.[1] ?? []);
  return {
    packages: [...new Set(packages)].sort(),
    ownCount: urls.filter((url) => url.startsWith('file:') && !url.includes('/node_modules/')).length,
  };
}

it.each([['--help'], ['run', '--help'], ['--version']])(
  '%s loads the flags of all commands and no work',
  async (...args) => {
    const { packages, ownCount } = await loadedBy(...args);
    expect(packages).toEqual(['commander']);
    expect(ownCount).toBeGreaterThan(10);
    expect(ownCount).toBeLessThanOrEqual(30);
  },
);

it('showing a result loads nothing that measures', async () => {
  const { packages } = await loadedBy('show', 'results/examples/two-cores.json');
  expect(packages).toContain('zod');
  for (const name of ['undici', 'piscina', 'tinybench', 'p-limit']) expect(packages).not.toContain(name);
});

it('compiled code is kept in a folder of the user’s cache, or not at all where there can be none', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'cache-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  const { NODE_COMPILE_CACHE, ...env } = process.env;
  const help = (home: string) =>
    promisify(execFile)(process.execPath, [MAIN, '--help'], { env: { ...env, XDG_CACHE_HOME: home } });
  const { stdout } = await help(cache);
  expect(readdirSync(join(cache, 'overlap-bench', 'compiled'))).toHaveLength(1);
  expect(await help('/dev/null')).toEqual({ stdout, stderr: '' });
});
