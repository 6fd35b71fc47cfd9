// The pages of lessons: every lesson has one and nothing else has, links lead somewhere, commands are such as the program
// reads, and the answer is folded away. That they are as `npm run docs` makes them is checked with all made pages.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands/registry.ts';
import { LESSONS } from '../src/lessons/registry.ts';
import { blocksOf, commandsOf, overlapArguments } from './tools/blocks.ts';
import { lessonPages } from './tools/lesson-pages.ts';
import { DOCS } from './tools/pages.ts';
import { readCommandLine } from './tools/program.ts';

const FOLDER = join(DOCS, 'lessons');
const files = readdirSync(FOLDER);
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

it('there is a page for every lesson, and none besides', () => {
  expect(files.map((file) => `lessons/${file}`).sort()).toEqual(Object.keys(lessonPages()).sort());
  expect(files).toHaveLength(LESSONS.length + 1);
});

describe.each(files)('%s', (file) => {
  it('has links that lead somewhere', () => {
    const links = [...textOf(file).matchAll(/\]\(([^)\s#]+)\)/g)].map(([, target = '']) => target);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((target) => !existsSync(join(FOLDER, target)))).toEqual([]);
  });

  it('has commands that the program reads', async () => {
    for (const command of blocksOf(textOf(file)).flatMap(commandsOf)) {
      const words = overlapArguments(command) ?? [];
      expect([command, COMMANDS.map(({ name }) => name)]).toEqual([command, expect.arrayContaining([words[0]])]);
      await readCommandLine(words);
    }
  });
});

describe.each(LESSONS)('the page of lesson $number', (lesson) => {
  const text = textOf(`${String(lesson.number).padStart(2, '0')}-${lesson.name}.md`);
  const [open = '', folded = ''] = text.split('<details>');

  it('asks before it tells', () => {
    for (const answer of lesson.answers) expect(open).toContain(answer);
    for (const told of [lesson.because, lesson.takeAway, lesson.unless, lesson.change.idea]) {
      expect(open).not.toContain(told);
      expect(folded).toContain(told);
    }
    for (const { text: seen } of [...lesson.experiment.sights, ...lesson.change.sights]) {
      expect(open).not.toContain(seen);
      expect(folded).toContain(seen);
    }
  });
});
