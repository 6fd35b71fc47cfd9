// What theory says between the guess and the measurement: how much may overlap at all. Whatever a task costs, it is not known yet.

import type { Ceiling } from '../../model/teaching/guess.ts';
import { type Page, table, text } from '../page/page.ts';

/** The ceilings as a page. */
export function ceilingPage(ceilings: readonly Ceiling[]): Page {
  return {
    title: 'What theory says before anything is measured',
    outcome: [],
    body: [
      table(ceilings, [
        { header: 'strategy', kind: 'word', cell: ({ name }) => name },
        { header: 'tasks that\nmay wait at once', kind: 'figure', cell: ({ waitingCount }) => String(waitingCount) },
        {
          header: 'tasks that\nmay compute at once',
          kind: 'figure',
          cell: ({ computingCount }) => String(computingCount),
        },
      ]),
      ...text(
        'Over one task after another, work that only waits gains no more than the first figure, work that only computes no more than the second, as far as there are cores. What lies between follows from what a task costs, which is measured now.',
      ),
    ],
  };
}
