// The pages, followed by a stranger: five minutes from an empty folder to a decision, as npm makes one; and every scenario of the
// reference, measured as it stands there. Rounds are few; everything else is as written.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Block, blocksOf, commandsOf, overlapArguments } from '../docs/tools/blocks.ts';
import { createProject, type Project } from './project.ts';

const page = (name: string) => blocksOf(readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8'));
const BRIEFLY = ['--rounds', '1', '--epochs', '1'];
/** A single round may well fail an audit on a busy machine; without past runs a comparison decides nothing. */
const ENDS = [0, 1, 3, 4];

let project: Project;
beforeAll(async () => {
  project = await createProject({ type: 'commonjs' });
});

describe('five minutes', () => {
  const said: string[] = [];

  async function follow(block: Block): Promise<void> {
    if (block.file !== null) project.write(block.file, block.text);
    if (block.language !== 'sh') return;
    for (const command of commandsOf(block)) {
      const args = overlapArguments(command);
      // It has been installed, from here and not from a registry.
      if (args === null) {
        expect(command).toBe('npm install --save-dev overlap-bench');
        continue;
      }
      const { code, stdout, stderr } = await project.run('overlap-bench', [
        ...args,
        ...(args[0] === 'run' ? BRIEFLY : []),
      ]);
      expect([command, stderr]).toEqual([command, expect.not.stringContaining('error:')]);
      expect(ENDS).toContain(code);
      said.push(stdout);
    }
  }

  it('lead from an empty folder to a decision, with every command of the page', { timeout: 240_000 }, async () => {
    for (const block of page('measure-your-own-work.md')) await follow(block);
    const [init, run, show, limits, , compare] = said;
    expect(init).toContain('Wrote my.scenario.ts');
    for (const text of [run, show])
      expect(text).toMatch(/Prices of sixteen items \(io, 16 tasks, (1 round|0 rounds)\)/);
    expect(limits).toContain('bounded c4');
    expect(compare).toMatch(/regressed|improved|within margin|inconclusive|not compared/);
  });

  it('never replace what is there', async () => {
    const { code, stderr } = await project.overlap(['init', 'my.scenario.ts']);
    expect(stderr).toContain('my.scenario.ts');
    expect(code).toBe(2);
    expect(project.read('my.scenario.ts')).toContain('Prices of sixteen items');
  });
});

describe('the first block of the README', () => {
  it('is what a stranger types', { timeout: 120_000 }, async () => {
    const readme = blocksOf(readFileSync(new URL('../README.md', import.meta.url), 'utf8'));
    const block = readme.find(({ language }) => language === 'sh');
    const commands = block === undefined ? [] : commandsOf(block);
    expect(commands[0]).toBe('npm install --save-dev overlap-bench');
    for (const command of commands.slice(1)) {
      const args = overlapArguments(command) ?? [];
      const { code, stderr } = await project.run('overlap-bench', [...args, ...(args[0] === 'run' ? BRIEFLY : [])]);
      expect([command, stderr]).toEqual([command, expect.not.stringContaining('error:')]);
      expect(ENDS).toContain(code);
    }
    expect(project.read('work.mjs')).toContain('defineScenario');
  });
});

describe('shipped examples', () => {
  it('run by name, each with what it sets up and the server that it asks', { timeout: 120_000 }, async () => {
    const args = ['run', '--tag', 'example', '--strategy', 'sequential,pool', '--format', 'json', ...BRIEFLY];
    const { stdout } = await project.overlap(args);
    const { scenarios } = JSON.parse(stdout) as { scenarios: { id: string; rows: { reason: string | null }[] }[] };
    expect(scenarios.map(({ id }) => id).sort()).toEqual([
      'connection-pool',
      'file-tree',
      'list-then-details',
      'orders-service',
      'rate-limited',
      'sqlite-per-worker',
    ]);
    // Beside a busy neighbour an audit may withhold a row of a single round; nothing may fail.
    for (const { id, rows } of scenarios) {
      const failures = rows.map(({ reason }) => reason).filter((reason) => reason !== null && /^[A-Z_]+:/.test(reason));
      expect([id, failures]).toEqual([id, []]);
    }
  });
});

describe('the reference of scenarios', () => {
  const files = page('scenarios.md').filter(({ file }) => file !== null);
  const scenarios = files.filter(({ text }) => text.includes('defineScenario('));

  it('has scenarios that run as they are', { timeout: 240_000 }, async () => {
    for (const { file, text } of files) project.write(`reference/${file}`, text);
    const paths = scenarios.map(({ file }) => `./reference/${file}`);
    const { code, stdout, stderr } = await project.overlap(['run', ...paths, ...BRIEFLY, '--save', 'reference.json']);
    expect(stderr).toContain('Saved reference.json');
    for (const { text } of scenarios) expect(stdout).toContain(`: ${/title: '(.*)'/.exec(text)?.[1]} (`);
    expect(stdout).not.toMatch(/^(sequential|gather|bounded|pool|placebo)\S*( [cw]\d+)* failed/m);
    expect(ENDS).toContain(code);
  });
});
