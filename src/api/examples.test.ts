// The examples are programs, and the page about the programmatic interface shows them as they are.

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOverlap } from '../cli/testing.ts';
import { readDocument } from '../index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HERE = new URL('./testing/package-is-here.ts', import.meta.url).href;
const RESULT = join(ROOT, 'results/examples/two-cores.json');
const AGAIN = join(ROOT, 'results/examples/two-cores-again.json');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'examples-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs an example in an empty folder, as in a project that has this package. */
function example(name: string, ...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const env = { ...process.env, NODE_OPTIONS: `--import ${HERE}` };
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [join(ROOT, 'examples/api', name), ...args],
      { cwd: folder, env },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    ),
  );
}

describe('the example', { timeout: 60_000 }, () => {
  it('winner.ts names the fastest, or nobody, and why', async () => {
    const { code, stdout, stderr } = await example('winner.ts');
    expect(stdout).toMatch(/^Download twenty pages: (undecided|[a-z]+( w\d)?, \d+\.\d times as fast)\n.+\n$/);
    expect(stderr).toMatch(/^starting: 0 of 0 rounds\nwarming up: .*\nmeasuring: 0 of \d+ rounds\n/);
    expect(code).toBe(0);
    expect(readdirSync(folder)).not.toContain('results');
  });

  it('own-work.ts measures the file beside it, and keeps the numbers where it is told', async () => {
    const path = join(folder, 'own.json');
    const { stdout, stderr } = await example('own-work.ts', path);
    expect(stderr).toBe('');
    const names = ['sequential', 'gather', 'bounded c2', 'bounded c4', 'placebo'];
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(names);
    const document = await readDocument(path);
    expect(document.scenarios.map(({ title }) => title)).toEqual(['Look up eight names']);
    expect(document.complete).toBe(true);
  });

  it('abort.ts stops in time, and tells what there is', async () => {
    const { code, stdout, stderr } = await example('abort.ts', '2');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^(nothing was measured|stopped early\ndownload-pages: \d+ rounds\ncount-primes: 0 rounds)\n$/,
    );
  });

  it('gate.ts tells every cell, and exits as the command does', async () => {
    const { code, stdout, stderr } = await example('gate.ts', RESULT, AGAIN);
    const command = await callOverlap(['compare', RESULT, AGAIN, '--margin', '10', '--strict']);
    expect({ code, stderr }).toEqual({ code: command.code, stderr: '' });
    expect(stdout).toMatch(/^count-primes, pool w2: inconclusive \(\d\.\d\d times the time\): there are no past runs/m);
    expect(await example('gate.ts', 'not-there.json')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^FILE_READ: not-there\.json does not exist\n.+\n$/),
    });
  });

  it('summary.ts draws what `show` draws', async () => {
    const { stdout } = await callOverlap(['show', RESULT, '--format', 'markdown']);
    expect(await example('summary.ts', RESULT)).toEqual({ code: 0, stdout, stderr: '' });
  });
});

describe('docs/api.md', () => {
  const page = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');
  const blocks = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
  const files = readdirSync(join(ROOT, 'examples/api'));

  it('shows every example, as it is, and no other code', () => {
    const examples = files.map((name) => readFileSync(join(ROOT, 'examples/api', name), 'utf8'));
    expect(blocks.toSorted()).toEqual(examples.toSorted());
  });

  it('shows none longer than a glance', () => {
    for (const code of blocks) expect(code?.split('\n').length).toBeLessThanOrEqual(25);
  });

  it('says what every option is', async () => {
    const { RUN_CHECKS } = await import('./running/run-checks.ts');
    const told = [...page.matchAll(/^\| `([a-z]\w*)` \|/gm)].map(([, name]) => name);
    expect(told).toEqual([
      ...Object.keys(RUN_CHECKS),
      ...['base', 'head', 'install', 'marginRatio', 'selfTest', 'strict'],
      'history',
      'marginRatio',
      'strict',
      'format',
      'width',
      'details',
      'color',
      'lesson',
    ]);
  });

  it('names nothing that is not there', async () => {
    const door = readFileSync(join(ROOT, 'src/api/door.ts'), 'utf8');
    const functions = [...door.matchAll(/^export async function (\w+)/gm)].map(([, name]) => name);
    const told = [...page.matchAll(/^\| `(\w+)\(/gm)].map(([, name]) => name);
    expect(told).toEqual(functions);
    const { ERROR_CODES } = await import('../errors.ts');
    const codes = [...page.matchAll(/`([A-Z]+_?[A-Z_]+)`/g)].map(([, code = '']) => code);
    expect(codes.filter((code) => !(code in ERROR_CODES) && code !== 'EXIT')).toEqual([]);
    expect(codes).toContain('SCENARIO_LOAD');
  });
});
