// The body of a run's page: the blocks of every format, with charts between them. As a lesson it asks first, and has what came
// out behind a click.

import type { ScenarioReport } from '../../../model/report/report.ts';
import { reportParts } from '../../page/report/report-page.ts';
import type { NamedReport } from '../../renderer.ts';
import { blocksMarkup } from '../blocks.ts';
import { html, lines, type Markup } from '../markup.ts';
import { type DrawnParts, fitting } from './fitting.ts';
import { folded } from './folded.ts';
import { type PartName, scenarioParts } from './scenario-parts.ts';

/** From the first to the last on the page. */
const ORDER: readonly PartName[] = ['told', 'telling', 'speedups', 'ledger', 'samples', 'others', 'more'];

/** Draws one run, as a lesson or as an answer, in so many bytes; what holds for all scenarios is there whatever it takes. */
export function reportBody(run: NamedReport, lesson: boolean, roomBytes: number): Markup {
  const { report, timelines = [] } = run;
  const { summary, opening, sections, legend } = reportParts(report, timelines);
  const questions = sections.map(({ question }) => blocksMarkup(question));
  const outer = [blocksMarkup(summary), blocksMarkup(opening), blocksMarkup(legend)] as const;
  const outerBytes = [...outer, ...questions].reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  const parts = sections.map((section, index) =>
    scenarioParts(report.scenarios[index] as ScenarioReport, section, run),
  );
  const { drawn, note } = fitting(parts, roomBytes - outerBytes);
  const body = drawn.flatMap((each, index) => sectionMarkup(questions[index] as Markup, each, lesson));
  const [outcome, basis, howToRead] = outer;
  const notes = note === null ? [] : [note];
  if (!lesson) return lines([outcome, ...notes, basis, ...body, howToRead]);
  return lines([
    ...notes,
    ...body,
    folded('answer', 'What was decided, of all these questions', outcome),
    folded('more', 'Where and how it was measured, and how to read a row', lines([basis, howToRead])),
  ]);
}

/** A scenario that there is no room to tell is in the summary alone. */
function sectionMarkup(question: Markup, drawn: DrawnParts, lesson: boolean): Markup[] {
  if (!drawn.has('told')) return [];
  const told = lines(ORDER.flatMap((name) => drawn.get(name) ?? []));
  return [
    html`<section>
${question}
${lesson ? folded('answer', 'Write down your guess. Then look at the answer', told) : told}
</section>`,
  ];
}
