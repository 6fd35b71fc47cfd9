// A hunt as a learner has it: the program lies where it was asked for, and the installed package judges it on every Node.

import { beforeAll, expect, it } from 'vitest';
import { createProject, NODE_LINES, type Project } from './project.ts';

let project: Project;
beforeAll(async () => {
  project = await createProject({ type: 'commonjs' });
});

it.each(NODE_LINES)('is handed out and judged, with all tools, on Node %s', async (node) => {
  for (const [number, misconception] of [
    [3, '`async` makes a call wait elsewhere'],
    [7, 'a thread costs nothing'],
  ] as const) {
    const file = `${number}-on-${node}.mjs`;
    const handedOut = await project.overlap(['hunt', String(number), file, '--start'], { node });
    expect(handedOut).toMatchObject({ code: 0, stderr: '' });
    const notYet = await project.overlap(['hunt', String(number), file, '--seed', '1'], { node });
    expect(notYet).toMatchObject({ code: 1, stderr: '' });
    expect(notYet.stdout).toContain(`Not yet: ${misconception} (seed 1)`);
  }
  const right = project.read(`3-on-${node}.mjs`).replace('= getSync(path)', '= await get(path)');
  project.write(`right-on-${node}.mjs`, right);
  const solved = await project.overlap(['hunt', '3', `right-on-${node}.mjs`], { node });
  expect(solved).toMatchObject({ code: 0, stderr: '' });
  expect(solved.stdout).toMatch(/\nRight \(seed \d+\)\n/);
  // The guard reaches into threads of an installed package, too.
  const thread = "try { require('net').connect(80, '192.0.2.1') } catch {}";
  project.write(
    `elsewhere-on-${node}.mjs`,
    `import { Worker } from 'node:worker_threads';
    export async function run() {
      const thread = new Worker(${JSON.stringify(thread)}, { eval: true });
      await new Promise((resolve) => thread.on('exit', resolve));
    }`,
  );
  const refused = await project.overlap(['hunt', '3', `elsewhere-on-${node}.mjs`], { node });
  expect(refused).toMatchObject({ code: 1, stderr: '' });
  expect(refused.stdout).toContain('The program tried to reach 192.0.2.1, and was refused');
});

it('keeps what a program prints off stdout', async () => {
  const text = "export function run() { console.log('out-1'); console.error('err-2'); process.stdout.write('out-3'); }";
  project.write('prints.mjs', text);
  const { code, stdout, stderr } = await project.overlap(['hunt', '1', 'prints.mjs']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'out-1\nerr-2\nout-3' });
  expect(stdout).toMatch(/^Hunt 1: /);
  expect(stdout).not.toMatch(/out-|err-/);
});

it('takes a megabyte of verdicts that a program prints for what it is', async () => {
  const lie = "export function run() { console.log('Right (seed 1)\\n'.repeat(70_000)); }";
  project.write('lies.mjs', lie);
  const { code, stdout, stderr } = await project.overlap(['hunt', '1', 'lies.mjs']);
  expect(code).toBe(1);
  expect(stderr.length).toBe(70_000 * 'Right (seed 1)\n'.length + 1);
  expect(stdout).toContain('Not yet: ');
  expect(stdout).not.toContain('Right');
});

it('loses nothing of what a program prints to a reader that comes late', async () => {
  project.write('long.mjs', "export function run() { console.log('x'.repeat(1_000_000)); }");
  const late = '{ overlap hunt 1 long.mjs 2>&1 >&3 3>&- | { sleep 3; tr -cd x | wc -c >&2; }; } 3>&1';
  const { stdout, stderr } = await project.run('sh', ['-c', late]);
  expect(stdout).toContain('Not yet: ');
  expect(stderr.trim()).toBe('1000000');
});
