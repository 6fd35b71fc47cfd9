// The documented commands, installed, on every Node that the package promises.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProject, NODE_LINES, type Project } from './project.ts';

/** Enough for one round, whatever the machine is doing. */
const BRIEFLY = ['--quick', '--budget', '2s', '--rounds', '1', '--epochs', '1', '--warmup', '1ms'];

/** How a run of a single round may end: fine, or with a row that an audit withheld, or on a machine that is too busy. */
const MEASURED = [0, 1, 4];

let project: Project;
beforeAll(async () => {
  project = await createProject({ type: 'commonjs' });
});

describe.each(NODE_LINES)('on Node %s', (node) => {
  it.each(['overlap', 'overlap-bench'])('%s --help names every command', async (bin) => {
    const { code, stdout, stderr } = await project.run(bin, ['--help'], { node });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['run', 'list', 'show', 'compare', 'serve', 'preflight']) {
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b.*\\w{3,}`, 'm'));
    }
  });

  it('really runs there', async () => {
    expect((await project.node(['--version'], { node })).stdout).toMatch(
      new RegExp(`^v${node.replace('.', '\\.')}\\.`),
    );
  });

  it('overlap list names what is shipped', async () => {
    const { code, stdout, stderr } = await project.overlap(['list'], { node });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('download-pages');
    expect(stdout).toContain('gather');
  });

  it('overlap run, show and compare go from a question to an answer', async () => {
    const file = `run-${node}.json`;
    const run = await project.overlap(['run', 'download-pages', ...BRIEFLY, '--save', file], { node });
    expect(run.stderr).toContain(`Saved ${file}`);
    expect(run.stdout).toContain('Download twenty pages (io, 20 tasks');
    expect(MEASURED).toContain(run.code);
    expect(JSON.parse(project.read(file)).environment.runtime).toMatch(new RegExp(`^node ${node}\\.`));

    const show = await project.overlap(['show', file], { node });
    expect(show).toEqual({ code: 0, stdout: run.stdout, stderr: '' });

    const compare = await project.overlap(['compare', file, file, '--format', 'json'], { node });
    expect(compare.stderr).toBe('');
    // Nothing can be told of a single round; that is what it has to say, and not that it cannot read its own file.
    expect([0, 3]).toContain(compare.code);
    expect(JSON.parse(compare.stdout)).toHaveProperty('cells');
  });

  it('refuses with a next step, and without a stack', async () => {
    const { code, stdout, stderr } = await project.overlap(['run', 'download-page'], { node });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("did you mean 'download-pages'?");
    expect(stderr).not.toContain('    at ');
  });
});

it('is there for programs that read its results', async () => {
  project.write(
    'schema.mjs',
    `
    import schema from 'overlap-bench/schema.json' with { type: 'json' };
    import manifest from 'overlap-bench/package.json' with { type: 'json' };
    console.log(JSON.stringify([schema.title, manifest.name]));
  `,
  );
  const { stdout, stderr } = await project.node(['--no-warnings', 'schema.mjs']);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(['overlap-bench result document', 'overlap-bench']);
});

it('works from pnpm, which lets a package see nothing but what it names', async () => {
  const strict = await createProject({ packageManager: 'pnpm' });
  expect(existsSync(join(strict.folder, 'node_modules', '.pnpm'))).toBe(true);
  const list = await strict.overlap(['list']);
  expect({ code: list.code, stderr: list.stderr }).toEqual({ code: 0, stderr: '' });
  const run = await strict.overlap(['run', 'download-then-hash', ...BRIEFLY, '--save', 'mine.json']);
  expect(run.stderr).toContain('Saved mine.json');
  expect(MEASURED).toContain(run.code);
});
