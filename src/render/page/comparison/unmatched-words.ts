// Cells without a verdict, in words: one sentence for all strategies of a scenario that share the reason.

import type { Comparison, UnmatchedCell, UnmatchedNews } from '../../../model/report/comparison.ts';
import { shortReason } from '../../text-width.ts';
import type { Facts } from '../page.ts';
import { namesOf } from './comparison-cells.ts';

const LABELS: Record<UnmatchedNews, string> = {
  broken: 'FAILED in head',
  'outputs changed': 'OUTPUTS CHANGED',
  removed: 'not compared, removed',
  added: 'not compared, added',
  'not comparable': 'not compared',
};

/** What must be read before any figure: what fails now, and what does other work. */
export function loudCells({ unmatched }: Comparison): Facts['facts'] {
  return told(unmatched.filter(({ news }) => isLoud(news)));
}

/** What there is nothing to hold against. */
export function quietCells({ unmatched }: Comparison): Facts['facts'] {
  return told(unmatched.filter(({ news }) => !isLoud(news)));
}

const isLoud = (news: UnmatchedNews) => news === 'broken' || news === 'outputs changed';

function told(cells: readonly UnmatchedCell[]): Facts['facts'] {
  const groups = Map.groupBy(cells, ({ key, news, reason }) => JSON.stringify([key.scenarioId, news, reason]));
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [{ label: LABELS[first.news], value: `${namesOf(same)}: ${shortReason(first.reason)}` }];
  });
}
