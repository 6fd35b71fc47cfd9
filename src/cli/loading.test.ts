// Loaders as people name them: by our flag, by Node's own and in NODE_OPTIONS. A tiny one stands for tsx: it turns an `enum`
// into an object, and writes down which processes and threads it was loaded by.

import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from '../model/document/document.ts';
import { callOverlap, startOverlap } from './testing.ts';

const LOADER = `
  import { appendFileSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  import { isMainThread } from 'node:worker_threads';
  const [, entry] = /(\\w+\\/\\w+)\\.[jt]s$/.exec(process.argv[1]);
  const { search } = new URL(import.meta.url);
  appendFileSync(new URL('./loaded-by.txt', import.meta.url), \`\${search} \${isMainThread ? entry : 'worker'}\\n\`);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.includes('needs-a-loader')) return loaded;
      return { ...loaded, source: String(loaded.source).replace('enum Extra { Seven = 7 }', 'const Extra = { Seven: 7 };') };
    },
  });
`;
const SCENARIO = `
  import { defineScenario } from 'overlap-bench';
  enum Extra { Seven = 7 }
  console.log('printed on import');
  export default defineScenario({
    title: 'T', question: 'Q?', explanation: 'E', taskCount: 2,
    inputs: (taskCount: number) => Array.from({ length: taskCount }, (_, index) => index),
    cpu: (index: number) => index + Extra.Seven,
    check: (outputs) => outputs.join() === '7,8',
  });
`;

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'loading-')));
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
  writeFileSync(join(folder, 'needs-a-loader.ts'), SCENARIO);
  writeFileSync(join(folder, 'loader.mjs'), LOADER);
  writeFileSync(join(folder, 'broken-loader.mjs'), "throw new Error('a broken loader');");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The processes and threads that loaded the loader, each once, by the way in which it was named. */
function loadedBy(): string[] {
  const lines = readFileSync(join(folder, 'loaded-by.txt'), 'utf8').trimEnd().split('\n');
  return [...new Set(lines)].sort();
}

describe('a scenario that needs a loader', () => {
  it('has the one that was named in whatever loads it; nothing else has, and stdout is the report’s alone', async () => {
    const flags = [
      '--rounds',
      '2',
      '--epochs',
      '1',
      '--threads',
      '1',
      '--warmup',
      '1ms',
      '--strategy',
      'sequential,pool',
    ];
    const { stdout, stderr } = await startOverlap(
      [
        'run',
        'needs-a-loader.ts',
        ...flags,
        '--import',
        './loader.mjs?ours',
        '--save',
        'saved.json',
        '--format',
        'json',
      ],
      {
        cwd: folder,
        nodeFlags: ['--import', './loader.mjs?flag'],
        env: { NODE_OPTIONS: '--import=./loader.mjs?options --no-warnings' },
      },
    ).ended;
    expect(JSON.parse(stdout)).toMatchObject({ scenarios: [{ id: 'needs-a-loader' }] });
    expect(stderr).toMatch(/^printed on import\nSaved saved.json/);
    const { cells } = JSON.parse(readFileSync(join(folder, 'saved.json'), 'utf8')) as ResultDocument;
    expect(cells.map(({ status }) => status.state)).toEqual(cells.map(() => 'completed'));
    const theirs = ['arm/main', 'describe/main', 'worker'];
    const all = ['arm/main', 'cli/main', 'describe/main', 'worker'];
    expect(loadedBy()).toEqual([
      ...all.map((process) => `?flag ${process}`),
      ...all.map((process) => `?options ${process}`),
      ...theirs.map((process) => `?ours ${process}`),
    ]);
  });

  it('says what it needs where there is none', async () => {
    const { code, stdout, stderr } = await callOverlap(['run', join(folder, 'needs-a-loader.ts')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/enum is not supported .*, in line 3 \(.*\)\n.*`npm i -D tsx`, then add `--import tsx`/);
  });
});

describe('--import', () => {
  it.each([
    ['no-such-loader', /^error: --import no-such-loader: .* Cannot find package 'no-such-loader'.*\n.*npm i -D/],
    ['/no/such/loader.mjs', /^error: --import \/no\/such\/loader.mjs: .* Cannot find module/],
    ['', /^error: --import: expected the name of a package or the path of a module, got ''/],
  ])('refuses %j before anything is measured', async (specifier, complaint) => {
    const { code, stdout, stderr } = await callOverlap(['run', 'count-primes', '--import', specifier]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(complaint);
  });

  it('names them all when one of several does not load, and says why', async () => {
    const [first, second] = [join(folder, 'loader.mjs'), join(folder, 'broken-loader.mjs')];
    const { code, stderr } = await callOverlap(['run', 'count-primes', '--import', first, '--import', second]);
    expect(code).toBe(2);
    expect(stderr).toContain(`--import ${first} --import ${second}: `);
    expect(stderr).toContain('a broken loader');
  });
});

it('leaves nothing in the folder of the user but what was asked for', () => {
  const asked = ['broken-loader.mjs', 'loaded-by.txt', 'loader.mjs', 'needs-a-loader.ts', 'package.json', 'saved.json'];
  expect(readdirSync(folder).filter((name) => !asked.includes(name))).toEqual([]);
});
