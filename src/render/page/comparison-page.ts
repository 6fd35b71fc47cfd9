// Two versions, in the order in which somebody in a hurry asks: is it to be believed, what fails, what changed, what else was
// looked at, and then what all of it rests on.

import type { Comparison } from '../../model/comparison.ts';
import { basisFacts, selfTestWords } from './comparison-basis.ts';
import { changedCells, otherCells, unjudgedCells } from './comparison-cells.ts';
import { headline, isBelievable } from './comparison-words.ts';
import { nextSteps } from './next-steps.ts';
import { type Facts, facts, type Page, type Warnings, warnings } from './page.ts';
import { loudCells, quietCells } from './unmatched-words.ts';

/** A comparison as a page. */
export function comparisonPage(comparison: Comparison): Page {
  const { cells, complete } = comparison;
  return {
    title: headline(comparison),
    outcome: [],
    body: [
      ...warnings(failedSelfTest(comparison)),
      ...facts(loudCells(comparison)),
      ...(complete ? changedCells(cells) : unjudgedCells(cells)),
      ...(isBelievable(comparison) ? nextSteps(comparison) : []),
      ...(complete ? otherCells(cells) : []),
      ...facts(quietCells(comparison)),
      ...facts(basisFacts(comparison)),
      ...warnings(comparison.warnings),
      ...facts(sideFacts(comparison)),
    ],
    more: 'All cells: a page of 120 columns, or --format markdown, json or csv.',
  };
}

/** What to believe after a self-test that failed; nothing where none did. */
export function failedSelfTest({ selfTest }: Comparison): Warnings['warnings'] {
  if (selfTest?.passed !== false) return [];
  const message = `The self-test failed: ${selfTestWords(selfTest)}.`;
  return [{ message, remedy: 'Believe no verdict below; measure again on a machine with less to do.' }];
}

/** The two versions. */
export function sideFacts({ base, head }: Comparison): Facts['facts'] {
  return [
    { label: 'base', value: sideText(base) },
    { label: 'head', value: sideText(head) },
  ];
}

/** One side: what it was asked for as, when, which commit, where. */
function sideText({ label, createdAt, commit, machine }: Comparison['base']): string {
  return `${label}, ${createdAt}, ${commit === null ? 'no commit' : `commit ${commit.slice(0, 12)}`}, ${machine}`;
}
