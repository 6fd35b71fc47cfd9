// The pages of docs/lessons/, made of the lessons that `overlap learn` tells, so that a page and the terminal cannot differ.

import {
  changeCommands,
  type ExperimentCommands,
  experimentCommands,
  guessCommand,
} from '../../src/lessons/commands.ts';
import { LESSONS } from '../../src/lessons/registry.ts';
import { letterOf, placeOf, timeOf } from '../../src/lessons/words.ts';
import type { Experiment, Lesson } from '../../src/model/teaching/lesson.ts';

const FOLDER = 'lessons';
const PROGRAM = 'npx overlap-bench';

const INTRODUCTION = `Each takes a question, a guess, one command, and a look at what happened to every task. Say your answer before you run the
command: a wrong guess is worth more than a right one that came after it. All of it runs on your machine, against a server that
the command starts, without a network. Figures differ from machine to machine, and no page holds any; what a page says is to be
seen is checked in every release by running its commands.

\`overlap learn\` lists the lessons in a terminal, \`overlap learn 3\` opens one, and \`overlap learn 3 --answer\` tells the rest; type
\`npx overlap-bench\` for \`overlap\`. For a class there is a [teacher's guide](../teachers-guide.md). [Where each task
was](../timelines.md) says what the marks in the pictures mean, [reading a result](../reading-a-result.md) what the columns do. Under
the names of strategies a table has a \`placebo\`: a second copy of the first row, which shows how much of a difference is noise.`;

/** The text of each page, by its path in docs/. */
export function lessonPages(): Readonly<Record<string, string>> {
  const pages = LESSONS.map((lesson, index) => [pathOf(lesson), pageOf(lesson, LESSONS[index + 1])] as const);
  return { [`${FOLDER}/README.md`]: indexPage(), ...Object.fromEntries(pages) };
}

function pathOf(lesson: Lesson): string {
  return `${FOLDER}/${fileOf(lesson)}`;
}

function fileOf({ number, name }: Lesson): string {
  return `${String(number).padStart(2, '0')}-${name}.md`;
}

function indexPage(): string {
  const rows = LESSONS.map(
    (lesson) =>
      `| ${lesson.number} | [${lesson.title}](${fileOf(lesson)}) | ${lesson.question} | ${lesson.minutes} min |`,
  );
  return page([
    '# Lessons',
    MADE('the lessons in src/lessons/told'),
    INTRODUCTION,
    ['| | lesson | question | time |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ]);
}

function pageOf(lesson: Lesson, next: Lesson | undefined): string {
  const { number, title, question, answers, rightAnswer, because, experiment, takeAway, change, unless } = lesson;
  const [first, changed] = [experimentCommands(lesson), changeCommands(lesson)];
  return page([
    `# ${number}. ${title}`,
    MADE(`src/lessons/told/${fileOf(lesson).replace('.md', '.ts')}`),
    `[All lessons](README.md) · ${timeOf(lesson)}`,
    '## Question',
    question,
    answers.map((answer, index) => `- ${letterOf(index)} ${answer}`).join('\n'),
    '## Guess',
    ...guessParts(guessCommand(lesson)),
    '## Run it',
    shell([first.run, ...first.shows]),
    'The first line measures and tells its answer; `show` prints it again, with `--timeline` a line for each task, from the start of its batch to its output.',
    ['<details>', '<summary>The answer, what to see, and one thing to change</summary>'].join('\n'),
    '## Answer',
    `**${letterOf(rightAnswer)} ${answers[rightAnswer]}** ${because}`,
    '## What to see',
    ...seenParts(first, experiment),
    '## Take away',
    takeAway,
    '## Change one thing',
    change.idea,
    shell([changed.run, ...changed.shows]),
    ...seenParts(changed, change),
    '## Where it does not show',
    unless,
    '</details>',
    ...(next === undefined ? [] : [`Next: [${next.title}](${fileOf(next)})`]),
  ]);
}

function guessParts(command: string | null): string[] {
  const aloud = 'Choose one and say why, aloud or on paper.';
  return command === null
    ? [aloud]
    : [
        `${aloud} Or write factors down, one for each row, and have them scored once they are measured:`,
        shell([command]),
      ];
}

function seenParts({ against }: ExperimentCommands, { sights }: Experiment): string[] {
  return [
    sights.map((sight) => `- **${placeOf(sight)}** ${sight.text}`).join('\n'),
    'Whether your run shows all of it:',
    shell([against]),
  ];
}

const MADE = (source: string) => `<!-- Made by \`npm run docs\` of ${source}: change it there. -->`;

function shell(commands: readonly string[]): string {
  return `\`\`\`sh\n${commands.map((command) => `${PROGRAM} ${command}`).join('\n')}\n\`\`\``;
}

function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
