// Lists lessons, opens one, tells its answer, or holds what it says against a run. Nothing is measured here: a lesson is a
// command that its reader types.

import { toldRun } from '../../../api/rendering/told-run.ts';
import { readDocument } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { LESSONS } from '../../../lessons/registry.ts';
import { type JudgedSight, seenIn } from '../../../lessons/seen-in.ts';
import type { Lesson } from '../../../model/teaching/lesson.ts';
import type { LearnFlags } from '../../commands/teaching/learn.ts';
import { programWords } from '../../init/program-words.ts';
import { answerText, lessonText, listText, seenText } from '../../learn/lesson-text.ts';
import { nearestHint } from '../../runner.ts';
import { drawingFor } from '../../shell/drawing.ts';
import type { Shell } from '../../shell/shell.ts';

export async function learn(shell: Shell, word: string | undefined, flags: LearnFlags): Promise<ExitCode> {
  const { answer, against, changed } = flags;
  if (changed && against === undefined) {
    throw new BenchError('USAGE', '--changed: expected --against FILE beside it, got none', 'Name the saved run.');
  }
  const drawing = { ...drawingFor(shell), program: programWords(shell.env) };
  if (word === undefined) {
    if (answer || against !== undefined) throw whichLesson(answer ? '--answer' : '--against');
    shell.stdout.write(listText(LESSONS, drawing));
    return EXIT.fine;
  }
  const lesson = findLesson(word);
  if (against === undefined) {
    shell.stdout.write(answer ? answerText(lesson, drawing) : lessonText(lesson, drawing));
    return EXIT.fine;
  }
  const document = await readDocument(against);
  const { report, timelines = [] } = toldRun(against, document);
  const judged = seenIn(changed ? lesson.change : lesson.experiment, { document, report, timelines });
  const following = LESSONS[LESSONS.indexOf(lesson) + 1];
  shell.stdout.write(seenText({ lesson, isChanged: changed === true, following }, judged, drawing));
  return outcomeOf(judged);
}

function outcomeOf(judged: readonly JudgedSight[]): ExitCode {
  if (judged.some(({ outcome }) => outcome === 'not seen')) return EXIT.found;
  return judged.some(({ outcome }) => outcome === 'not measured') ? EXIT.incomparable : EXIT.fine;
}

/** By its number or its name. Throws `USAGE`. */
function findLesson(word: string): Lesson {
  const found = LESSONS.find(({ number, name }) => String(number) === word || name === word);
  if (found !== undefined) return found;
  const hint = nearestHint(
    word,
    LESSONS.map(({ name }) => name),
  );
  throw new BenchError(
    'USAGE',
    `lesson: expected a number from 1 to ${LESSONS.length} or a name, got '${word}'${hint}`,
    'All of them: overlap learn',
  );
}

function whichLesson(flag: string): BenchError {
  return new BenchError(
    'USAGE',
    `${flag}: expected the number of a lesson before it, got none`,
    'Name one: overlap learn 1',
  );
}
