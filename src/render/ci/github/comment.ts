// What a comment on a pull request says: the outcome, what fails and what changed, and the small print folded. Nothing here posts
// it; the marker lets whoever does find the comment again and update it in place.

import type { Comparison } from '../../../model/report/comparison.ts';
import { pageMarkdown } from '../../markdown/markdown.ts';
import { basisFacts } from '../../page/comparison/comparison-basis.ts';
import { changedCells } from '../../page/comparison/comparison-cells.ts';
import { comparisonPage, failedSelfTest, sideFacts } from '../../page/comparison/comparison-page.ts';
import { isBelievable } from '../../page/comparison/comparison-words.ts';
import { nextSteps } from '../../page/comparison/next-steps.ts';
import { loudCells } from '../../page/comparison/unmatched-words.ts';
import { details, facts, text, warnings } from '../../page/page.ts';
import { formatCount } from '../../units.ts';
import { cutMarkdown } from './cut-markdown.ts';

/** The first line of every comment, which nobody sees. */
export const COMMENT_MARKER = '<!-- overlap-bench comparison -->';

/** A comment is read in passing. */
const MOST_ROWS = 20;
/** GitHub takes 65,536 characters. */
const MOST_BYTES = 60_000;

/** Draws it. */
export function comment(comparison: Comparison): string {
  const { title } = comparisonPage(comparison);
  const changed = comparison.cells.filter(({ verdict }) => verdict === 'regressed' || verdict === 'improved');
  const shown = changed.slice(0, MOST_ROWS);
  const believable = isBelievable(comparison);
  const page = pageMarkdown({
    title,
    outcome: [],
    body: [
      ...warnings(failedSelfTest(comparison)),
      ...facts(loudCells(comparison)),
      ...(believable ? changedCells(shown) : []),
      ...(believable && shown.length < changed.length
        ? text(`${formatCount(changed.length - shown.length, 'more cell')} changed; the report of the job has them.`)
        : []),
      ...(believable ? nextSteps(comparison) : []),
      ...details('What this rests on', [
        ...facts(basisFacts(comparison)),
        ...warnings(comparison.warnings),
        ...facts(sideFacts(comparison)),
      ]),
    ],
  });
  return cutMarkdown(`${COMMENT_MARKER}\n${withoutMentions(page)}`, MOST_BYTES);
}

// A name in an error message must not call anybody.
function withoutMentions(markdown: string): string {
  return markdown.replace(/@(?=\w)/g, '@<!-- -->');
}
