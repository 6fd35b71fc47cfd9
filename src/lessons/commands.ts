// What a lesson has its reader type, made of what it measures: the same words on a terminal, on a page and in tests.

import type { Experiment, Lesson } from '../model/teaching/lesson.ts';

/** Commands without the program's name, in the order in which they are typed. */
export interface ExperimentCommands {
  readonly run: string;
  readonly shows: readonly string[];
  /** Holds what the lesson says against the run. */
  readonly against: string;
}

/** Of the lesson's run; each writes a file of its own, so that both can be looked at again. */
export function experimentCommands({ number, experiment }: Lesson): ExperimentCommands {
  return commandsOf(experiment, `lesson-${number}.json`, `learn ${number} --against lesson-${number}.json`);
}

/** Of the run with one thing changed. */
export function changeCommands({ number, change }: Lesson): ExperimentCommands {
  const file = `lesson-${number}-changed.json`;
  return commandsOf(change, file, `learn ${number} --changed --against ${file}`);
}

function commandsOf(experiment: Experiment, file: string, against: string): ExperimentCommands {
  const { scenarioIds, flags, budgetSeconds, shows } = experiment;
  return {
    run: `run ${scenarioIds.join(' ')} ${flags} --budget ${budgetSeconds}s --save ${file}`,
    shows: shows.map((show) => `show ${file} ${show}`),
    against,
  };
}

/** Writes the reader's guess down and holds it against a run of its own; of several scenarios it is the first. Null without factors. */
export function guessCommand({ withoutFactors, experiment }: Lesson): string | null {
  const { scenarioIds, flags, budgetSeconds } = experiment;
  return withoutFactors ? null : `predict ${scenarioIds[0]} ${flags} --budget ${budgetSeconds / scenarioIds.length}s`;
}

/** Opens the lesson. */
export function learnCommand({ number }: Lesson): string {
  return `learn ${number}`;
}
