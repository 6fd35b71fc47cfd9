// What a reader sees before guessing: the question, and what each strategy will do.

import type { ScenarioKind } from '../../model/scenario.ts';
import { describeShape } from '../../model/shape.ts';
import type { AskedArm } from '../../model/teaching/guess.ts';
import { heading, type Page, table, text } from '../page/page.ts';
import { formatCount } from '../units.ts';

/** What is guessed at. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly kind: ScenarioKind;
  readonly taskCount: number;
  readonly question: string;
  readonly reference: string;
  readonly arms: readonly AskedArm[];
}

/** The question as a page. */
export function questionPage({ id, title, kind, taskCount, question, reference, arms }: Question): Page {
  return {
    title: null,
    outcome: [],
    body: [
      heading(`${id}: ${title} (${kind}, ${formatCount(taskCount, 'task')})`),
      ...text(question),
      table(arms, [
        { header: 'strategy', kind: 'word', cell: ({ name }) => name },
        {
          header: 'what it does',
          kind: 'prose',
          cell: ({ shape }) => (shape === null ? 'this version does not know' : describeShape(shape)),
        },
      ]),
      ...text(
        `How many times as fast as ${reference} will each be? 2 is twice as fast, 0.5 half as fast. Enter passes.`,
      ),
    ],
  };
}
