// The README cannot rot: its table is what `show` prints today, and every command in it is run, except those that would
// run this very test or install what is installed. Measuring commands get the least number of rounds.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, commandsOf, overlapArguments } from './docs/tools/blocks.ts';
import { overlap, startOverlap } from './src/cli/testing.ts';
import { fullDocument } from './src/document/testing/full-document.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const blocks = (language: string) => blocksOf(readme).filter((block) => block.language === language);
/** Those of a checkout; what is typed in somebody's project is run there, by e2e/readme.test.ts. */
const commands = blocks('sh')
  .flatMap(commandsOf)
  .filter((command) => !/^(npx|npm install) /.test(command));
/** What of a command concerns the program: its arguments; null for any other command. */
const argumentsOf = (command: string) => overlapArguments(command.replace(/^npm ci && /, ''));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the README', () => {
  it('shows tasks and a table that come from the example it names', async () => {
    const { stdout } = await overlap('show', 'results/examples/two-cores.json');
    const paragraphs = blocks('text').flatMap(({ text }) => text.trimEnd().split(/\n{2,}/));
    expect(paragraphs.length).toBeGreaterThan(7);
    for (const paragraph of paragraphs) expect(stdout).toContain(paragraph);
  });

  it('names the two commands, and CI runs what they run', () => {
    expect(commands.slice(0, 2)).toEqual(['npm ci && npm run bench', 'npm ci && npm test']);
    const script = readFileSync(join(ROOT, '.ci/run'), 'utf8');
    expect(script).toMatch(/^npm ci$/m);
    expect(script).toMatch(/^npm test\b/m);
  });

  // The second is the first with less time, and would measure all of it once more.
  const measuring = commands.filter((command) => argumentsOf(command)?.[0] === 'run');
  it.each(measuring.filter((command) => !command.endsWith(' --quick')))(
    '`%s` measures',
    async (command) => {
      const args = [...(argumentsOf(command) ?? []), '--save', join(folder, 'run.json')];
      const { code, stdout, stderr } = await overlap(...args, '--rounds', '1', '--epochs', '1');
      expect(stderr).toContain('Saved');
      expect(stdout).toContain('How to read a row');
      // A single round may well fail an audit on a busy machine; it may not fail in any other way.
      expect([0, 1, 4]).toContain(code);
    },
    60_000,
  );

  const others = commands.filter((command) => !['run', 'serve', undefined].includes(argumentsOf(command)?.[0]));
  it.each(others)('`%s` works', async (command) => {
    const { code, stdout, stderr } = await overlap(...(argumentsOf(command) ?? []));
    expect(stderr).toBe('');
    expect(stdout.length).toBeGreaterThan(100);
    expect([0, 1]).toContain(code);
  });

  it('serves', async () => {
    expect(commands).toContain('npm run overlap -- serve');
    const server = startOverlap(['serve']);
    await server.seen('Ctrl-C stops it');
    server.process.kill('SIGINT');
    expect((await server.ended).code).toBe(0);
  });

  it('mentions no other command', () => {
    const unknown = commands.filter((command) => argumentsOf(command) === null && command !== 'npm ci && npm test');
    expect(unknown).toEqual([]);
  });

  it('shows a scenario that works', async () => {
    const [example] = blocks('ts');
    const path = join(folder, 'example.ts');
    writeFileSync(path, example?.text ?? '');
    const args = [path, '--rounds', '1', '--epochs', '1', '--save', join(folder, 'example.json')];
    const { stdout } = await overlap('run', ...args);
    // Beside a busy neighbour its one round may be dropped.
    expect(stdout).toMatch(/Download twenty pages \(mixed, 20 tasks, (1 round|0 rounds)\)/);
  });

  it('offers studies that exist', async () => {
    const help = await new Promise<string>((resolve) =>
      execFile(process.execPath, ['studies/main.ts', '--help'], { cwd: ROOT }, (_, stdout) => resolve(stdout)),
    );
    for (const id of ['overhead', 'false-alarms']) expect(help).toContain(id);
  });
});

it('results/README.md tells of every field of a sample', () => {
  const table = readFileSync(join(ROOT, 'results/README.md'), 'utf8').matchAll(/^\| (`.*?) \|/gm);
  const told = [...table].flatMap(([, names = '']) => names.split(', ').map((name) => name.replaceAll('`', '')));
  const fields = fullDocument().cells.flatMap(({ samples }) => samples.flatMap((sample) => Object.keys(sample)));
  expect(told.sort()).toEqual([...new Set(fields)].sort());
});
