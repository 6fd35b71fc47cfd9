// Two versions, in the order in which somebody in a hurry asks: is it to be believed, what fails, what changed, what else was
// looked at, and then what all of it rests on.

import type { ComparedSide, Comparison } from '../../../model/report/comparison.ts';
import { type Facts, facts, type Page, type Warnings, warnings } from '../page.ts';
import { basisFacts, selfTestWords } from './comparison-basis.ts';
import { changedCells, otherCells, unjudgedCells } from './comparison-cells.ts';
import { headline, isBelievable } from './comparison-words.ts';
import { nextSteps } from './next-steps.ts';
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

/** The two versions; side by side they share the time and the machine, which stand with what was measured. */
export function sideFacts({ tier, base, head }: Comparison): Facts['facts'] {
  const textOf = tier === 'stored' ? storedText : versionText;
  return [
    { label: 'base', value: textOf(base) },
    { label: 'head', value: textOf(head) },
  ];
}

function storedText({ label, createdAt, commit, machine }: ComparedSide): string {
  return `${label}, ${createdAt}, ${commit === null ? 'no commit' : `commit ${commit.slice(0, 12)}`}, ${machine}`;
}

/** What a version was asked for as, with its commit unless that says it. */
function versionText({ label, commit }: ComparedSide): string {
  const isSaid = commit === null || label.includes(commit.slice(0, 7));
  return isSaid ? label : `${label}, commit ${commit.slice(0, 12)}`;
}
