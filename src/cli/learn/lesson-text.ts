// Lessons as lines of a terminal: the question first, the answer when it is asked for. Commands are never broken, so that they
// can be copied.

import {
  changeCommands,
  type ExperimentCommands,
  experimentCommands,
  guessCommand,
  learnCommand,
} from '../../lessons/commands.ts';
import type { JudgedSight, SightOutcome } from '../../lessons/seen-in.ts';
import { letterOf, placeOf, timeOf } from '../../lessons/words.ts';
import type { Experiment, Lesson, Sight } from '../../model/teaching/lesson.ts';
import { wrapText } from '../../render/text-width.ts';

export interface LessonDrawing {
  readonly width: number;
  /** How the program is typed here. */
  readonly program: string;
}

const INDENT = '  ';

/** All lessons, a few lines for each. */
export function listText(lessons: readonly Lesson[], { width, program }: LessonDrawing): string {
  const parts = lessons.map((lesson) =>
    [
      wrapText(`${lesson.number}. ${lesson.title} (${timeOf(lesson)})`, width, '   '),
      indented(lesson.question, width),
      `${INDENT}${program} ${learnCommand(lesson)}`,
    ].join('\n'),
  );
  const closing = `Guess, run, look, and only then ask for the answer: ${program} learn 1 --answer`;
  return `${[...parts, wrapText(closing, width)].join('\n\n')}\n`;
}

/** The question, and what to type. */
export function lessonText(lesson: Lesson, { width, program }: LessonDrawing): string {
  const { question, answers, number } = lesson;
  const { run, shows } = experimentCommands(lesson);
  return paragraphs([
    headOf(lesson, width),
    wrapText(question, width),
    answers.map((answer, index) => wrapText(`${letterOf(index)}  ${answer}`, width, '    ')).join('\n'),
    ...guessParts(guessCommand(lesson), { width, program }),
    wrapText('Then measure, and look at the tasks:', width),
    typed([run, ...shows], program),
    wrapText('What there was to see:', width),
    typed([`learn ${number} --answer`], program),
  ]);
}

function guessParts(command: string | null, { width, program }: LessonDrawing): string[] {
  const choose = 'Choose one and say why.';
  if (command === null) return [choose];
  return [
    wrapText(`${choose} To write factors down, one for each row, and have them scored:`, width),
    typed([command], program),
  ];
}

/** The answer, what is to be seen, and one thing to change. */
export function answerText(lesson: Lesson, { width, program }: LessonDrawing): string {
  const { answers, rightAnswer, because, experiment, takeAway, change, unless } = lesson;
  const [first, changed] = [experimentCommands(lesson), changeCommands(lesson)];
  return paragraphs([
    headOf(lesson, width),
    wrapText(`${letterOf(rightAnswer)}  ${answers[rightAnswer]}`, width, '    '),
    wrapText(because, width),
    ...seenParts(first, experiment, { width, program }),
    wrapText(`Take away: ${takeAway}`, width),
    wrapText(`Change one thing: ${change.idea}`, width),
    ...seenParts(changed, change, { width, program }),
    wrapText(`Where it does not show: ${unless}`, width),
  ]);
}

function seenParts(
  { run, shows, against }: ExperimentCommands,
  experiment: Experiment,
  drawing: LessonDrawing,
): string[] {
  const { width, program } = drawing;
  return [
    typed([run, ...shows], program),
    experiment.sights.map((sight) => listed('-', sight, width)).join('\n'),
    wrapText('Whether your run shows all of this:', width),
    typed([against], program),
  ];
}

const MARKS: Readonly<Record<SightOutcome, string>> = {
  seen: 'seen',
  'not seen': 'NOT SEEN',
  'not measured': 'not measured',
};

/** Which of a lesson's two runs is looked at, and what comes after the lesson. */
export interface LookedAt {
  readonly lesson: Lesson;
  readonly isChanged: boolean;
  /** Absent for the last one. */
  readonly following: Lesson | undefined;
}

/** What of it is to be seen in a run, and what to do next. */
export function seenText(looked: LookedAt, judged: readonly JudgedSight[], drawing: LessonDrawing): string {
  const { lesson } = looked;
  const { width } = drawing;
  const isWhole = judged.every(({ outcome }) => outcome === 'seen');
  return paragraphs([
    headOf(lesson, width),
    judged.map(({ sight, outcome }) => listed(`${MARKS[outcome]}:`, sight, width)).join('\n'),
    isWhole ? wrapText(lesson.takeAway, width) : wrapText(`Where it does not show: ${lesson.unless}`, width),
    ...(isWhole ? nextParts(looked, drawing) : againParts(looked, drawing)),
  ]);
}

/** First one thing changed, then the next lesson. */
function nextParts({ lesson, isChanged, following }: LookedAt, { width, program }: LessonDrawing): string[] {
  if (!isChanged) {
    const { run, shows } = changeCommands(lesson);
    return [wrapText(`Change one thing: ${lesson.change.idea}`, width), typed([run, ...shows], program)];
  }
  return following === undefined ? [] : [`Next: ${following.title}`, typed([learnCommand(following)], program)];
}

function againParts({ lesson, isChanged }: LookedAt, { program }: LessonDrawing): string[] {
  const { run } = isChanged ? changeCommands(lesson) : experimentCommands(lesson);
  return ['To measure it again:', typed([run], program)];
}

function headOf({ number, title }: Lesson, width: number): string {
  return wrapText(`Lesson ${number}: ${title}`, width);
}

function listed(mark: string, sight: Sight, width: number): string {
  return wrapText(`${mark} ${placeOf(sight)} ${sight.text.replaceAll('`', '')}`, width, INDENT);
}

function typed(commands: readonly string[], program: string): string {
  return commands.map((command) => `${INDENT}${program} ${command}`).join('\n');
}

function indented(text: string, width: number): string {
  return wrapText(text, width - INDENT.length)
    .split('\n')
    .map((line) => `${INDENT}${line}`)
    .join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
