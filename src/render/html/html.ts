// For a browser, a mail and a class: one file that needs nothing else, with charts, and with the document it was drawn from.

import type { ResultDocument } from '../../model/document/document.ts';
import { comparisonPage } from '../page/comparison/comparison-page.ts';
import { timelinePage } from '../page/timeline-page.ts';
import type { ComparisonRenderer, NamedReport } from '../renderer.ts';
import { blocksMarkup } from './blocks.ts';
import { changesFigure } from './charts/changes.ts';
import { embedded } from './embedded.ts';
import { html, lines, type Markup } from './markup.ts';
import { reportBody } from './report-body.ts';
import { wholePage } from './whole-page.ts';

/** A page is no larger, so that it can be mailed and opens at once. */
const MOST_BYTES = 400_000;

const TITLE = 'overlap-bench';

/** One file for a browser. */
export const htmlRenderer: ComparisonRenderer = {
  id: 'html',
  about: 'one file for a browser, with charts; the document is in it',
  hidesAnswers: true,
  renderReports(runs, { lesson = false }) {
    const [run] = runs;
    if (runs.length !== 1 || run === undefined)
      return wholePage(TITLE, severalRuns(runs, lesson), footerOf(null, SEVERAL));
    const title = `${TITLE}: ${run.report.scenarios.map(({ id }) => id).join(', ') || 'no scenario'}`;
    return withDocument(title, reportBody(run, lesson), run);
  },
  renderTimelines: (timelines, sameAxis) =>
    wholePage(TITLE, blocksMarkup(timelinePage(timelines, sameAxis).body), footerOf(null, '')),
  renderComparison(comparison) {
    const { title, outcome, body } = comparisonPage(comparison);
    const content = lines([
      ...(title === null ? [] : [html`<p class="outcome">${title}</p>`]),
      ...changesFigure(comparison),
      blocksMarkup([...outcome, ...body]),
    ]);
    return wholePage(`${TITLE}: two versions`, content, footerOf(null, ''));
  },
};

const SEVERAL = 'The documents are not in this page, since they are several: each is in its own file.';

function severalRuns(runs: readonly NamedReport[], lesson: boolean): Markup {
  return lines(
    runs.map(
      (run) => html`<article>
<p class="outcome">${run.name}</p>
${reportBody(run, lesson)}
</article>`,
    ),
  );
}

function withDocument(title: string, content: Markup, { name, document }: NamedReport): string {
  if (document === undefined) return wholePage(title, content, footerOf(null, ''));
  const emptyBytes = Buffer.byteLength(wholePage(title, content, footerOf(null, HOLDS)));
  const element = embedded(document, MOST_BYTES - emptyBytes);
  return wholePage(title, content, footerOf(element, element === null ? leftOut(name, document) : HOLDS));
}

const HOLDS = 'This page holds the result that it was drawn from: `overlap show` prints it again, in any format.';

function leftOut(name: string, { cells }: ResultDocument): string {
  const sampleCount = cells.reduce((sum, { samples }) => sum + samples.length, 0);
  return `The result itself, with ${sampleCount} samples, would make this page too large and is left out: it is in ${name}.`;
}

function footerOf(element: Markup | null, words: string): Markup {
  return html`<p>Made by overlap-bench. ${words}</p>
${element}`;
}
