// A lesson: a question, a command that anybody can run, and what is to be seen then. Each sentence about what is seen comes
// with the check that it is so, by counts and orders within the kept samples; none by how long anything took, which is
// another on every machine.

import type { Cell } from '../document/document.ts';
import type { Row } from '../report/report.ts';
import type { TimelineReport } from '../report/timeline-report.ts';

/** A row of a run, as a check sees it. */
export interface SeenRow {
  readonly cell: Cell;
  readonly row: Row;
  /** Of its kept samples; none where it has no samples. */
  readonly timelines: readonly TimelineReport[];
}

/** One thing to see in one row. */
export interface Sight {
  /** Absent where the run has one scenario. */
  readonly scenarioId?: string;
  /** The row by its name, such as `bounded c4`, or by its strategy where that has one row. */
  readonly row: string;
  /** What is seen there, as a sentence that goes on after the row's name. */
  readonly text: string;
  readonly holds: (seen: SeenRow) => boolean;
}

/** A run, and what it shows. */
export interface Experiment {
  readonly scenarioIds: readonly string[];
  /** Flags of `overlap run` that say what is compared. */
  readonly flags: string;
  /** `--budget` of the run, which its minutes follow from. */
  readonly budgetSeconds: number;
  /** Flags of `overlap show`, one command for each. */
  readonly shows: readonly string[];
  readonly sights: readonly Sight[];
}

/** The experiment again with one thing changed. */
export interface Change extends Experiment {
  /** What is changed, and what to ask oneself first. */
  readonly idea: string;
}

/** One lesson. Texts hold no figure that a run would have to reproduce. */
export interface Lesson {
  /** From 1. */
  readonly number: number;
  /** In addresses and on the command line, such as `twenty-pages`. */
  readonly name: string;
  readonly title: string;
  /** With reading, guessing and talking, without the change. */
  readonly minutes: number;
  readonly question: string;
  /** Answers to choose from. */
  readonly answers: readonly string[];
  /** Which of them is right, from 0. */
  readonly rightAnswer: number;
  /** Why, in a sentence or two. */
  readonly because: string;
  /** Said where the run has no factors to guess, since its reference gives up and has no numbers. */
  readonly withoutFactors?: true;
  readonly experiment: Experiment;
  readonly takeAway: string;
  readonly change: Change;
  /** Where it does not show, and what to do then. */
  readonly unless: string;
}
