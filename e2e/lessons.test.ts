// Every lesson, as a learner takes it: the commands of its page in an empty project, and everything that the page says is to
// be seen, seen in what was just measured. Nothing is asked of the clock: counts, orders and segments of the kept samples.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, commandsOf, overlapArguments } from '../docs/tools/blocks.ts';
import { LESSONS } from '../src/lessons/registry.ts';
import { createProject, type Project } from './project.ts';

/** How a run may end: fine, with a row that is withheld, or on a machine that is too busy for its table. */
const MEASURED = [0, 1, 4];

let project: Project;
beforeAll(async () => {
  project = await createProject();
});

/** The commands of a page that run the program, in their order. */
function commandsOfPage(file: string): string[][] {
  const page = readFileSync(new URL(`../docs/lessons/${file}`, import.meta.url), 'utf8');
  return blocksOf(page)
    .flatMap(commandsOf)
    .flatMap((command) => {
      const words = overlapArguments(command);
      return words === null ? [] : [words];
    });
}

describe.each(LESSONS)('lesson $number, $name', ({ number, name }) => {
  const commands = commandsOfPage(`${String(number).padStart(2, '0')}-${name}.md`);

  it('is shown by its own commands', { timeout: 240_000 }, async () => {
    const did: string[] = [];
    for (const words of commands) {
      const [command = ''] = words;
      // A guess is typed by hand; what becomes of it has tests of its own.
      if (command === 'predict') continue;
      const { code, stdout, stderr } = await project.overlap(words);
      did.push(command);
      if (command === 'run') {
        expect(stderr).toContain('Saved lesson-');
        expect([words, MEASURED]).toEqual([words, expect.arrayContaining([code])]);
      } else {
        expect({ words, code, stdout, stderr }).toEqual({ words, code: 0, stdout: expect.any(String), stderr: '' });
        expect(stdout).not.toMatch(/NOT SEEN|not measured:/);
      }
    }
    expect(did.filter((command) => command === 'run')).toHaveLength(2);
    expect(did.filter((command) => command === 'learn')).toHaveLength(2);
  });
});

it('the terminal tells them as installed', async () => {
  const { code, stdout, stderr } = await project.run('overlap', ['learn']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { title } of LESSONS) expect(stdout).toContain(title);
});
