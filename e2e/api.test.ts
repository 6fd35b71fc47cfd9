// The examples of the programmatic interface, in a project that has the package installed: as programs on every Node that
// the package promises, and as types under a compiler that checks every declaration it reads.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProject, NODE_LINES, type Project } from './project.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/api/', import.meta.url));
const files = Object.fromEntries(
  readdirSync(EXAMPLES).map((name) => [name, readFileSync(join(EXAMPLES, name), 'utf8')]),
);

let project: Project;
beforeAll(async () => {
  project = await createProject({ type: 'module', files, dependencies: ['typescript@7.0.2', '@types/node@22.19.0'] });
});

describe.each(NODE_LINES)('on Node %s', (node) => {
  const result = `result-${node}.json`;

  it('own-work.ts measures a scenario of the project, and keeps the numbers', async () => {
    const { stdout, stderr } = await project.node(['own-work.ts', result], { node });
    expect(stderr).not.toContain('Error');
    for (const name of ['sequential', 'gather', 'bounded c2', 'bounded c4']) expect(stdout).toContain(`${name}: `);
    expect(JSON.parse(project.read(result))).toMatchObject({ complete: true });
  });

  it('gate.ts and summary.ts read them', async () => {
    const gate = await project.node(['gate.ts', result, result], { node });
    expect(gate.stdout).toContain('gather: ');
    expect([0, 3]).toContain(gate.code);
    const summary = await project.node(['summary.ts', result], { node });
    const shown = await project.overlap(['show', result, '--format', 'markdown'], { node });
    expect(summary).toEqual(shown);
  });

  it('abort.ts ends in time', async () => {
    const { code, stdout } = await project.node(['abort.ts', '2'], { node });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^(nothing was measured|stopped early)\n/);
  });

  it('a program in CommonJS can require it', async () => {
    const ask = "require('overlap-bench').runScenario('nope').catch((error) => console.log(error.code))";
    expect((await project.node(['-e', ask], { node })).stdout).toBe('UNKNOWN_SCENARIO\n');
  });
});

it('winner.ts names the fastest, or nobody', async () => {
  const { code, stdout } = await project.node(['winner.ts']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Download twenty pages: /);
});

it.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('types hold with module %s, resolution %s', async (module, resolution) => {
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--types', 'node'];
  const args = [...flags, '--skipLibCheck', 'false', '--module', module, '--moduleResolution', resolution];
  const programs = Object.keys(files);
  expect(await project.run('tsc', [...args, ...programs])).toEqual({ code: 0, stdout: '', stderr: '' });
});
