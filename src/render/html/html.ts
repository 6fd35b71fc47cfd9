// For a browser, a mail and a class: one file that needs nothing else, with charts, and with the document it was drawn from.

import { comparisonPage } from '../page/comparison/comparison-page.ts';
import type { ComparisonRenderer, NamedReport } from '../renderer.ts';
import { blocksMarkup } from './blocks.ts';
import { reportBody } from './body/report-body.ts';
import { timelinesBody } from './body/timelines-body.ts';
import { changesFigure } from './charts/changes.ts';
import { packedDocument, plainDocument } from './embedded.ts';
import { html, lines, type Markup } from './markup.ts';
import { wholePage } from './whole-page.ts';

/** A page is no larger, so that it can be mailed and opens at once. */
const MOST_BYTES = 400_000;
/** What a page takes without any content, and a note about what is left out. */
const FRAME_BYTES = Buffer.byteLength(wholePage('', lines([]), lines([]))) + 2_000;
/** However large a result is, so much is told of it. */
const LEAST_TOLD_BYTES = 200_000;

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
    return withDocument(title, run, lesson);
  },
  renderTimelines: (timelines, sameAxis) =>
    wholePage(TITLE, timelinesBody(timelines, sameAxis, MOST_BYTES - FRAME_BYTES), footerOf(null, '')),
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
${reportBody(run, lesson, (MOST_BYTES - FRAME_BYTES) / runs.length)}
</article>`,
    ),
  );
}

function withDocument(title: string, run: NamedReport, lesson: boolean): string {
  const { document } = run;
  const mostBytes = MOST_BYTES - FRAME_BYTES;
  if (document === undefined) return wholePage(title, reportBody(run, lesson, mostBytes), footerOf(null, ''));
  const json = JSON.stringify(document);
  const packed = packedDocument(json);
  const packedBytes = Buffer.byteLength(packed.source);
  // Pictures yield to the result, from which they can be drawn again, and not the other way round.
  const content = reportBody(run, lesson, Math.max(LEAST_TOLD_BYTES, mostBytes - packedBytes));
  const element = plainDocument(json, mostBytes - Buffer.byteLength(content.source)) ?? packed;
  const page = wholePage(title, content, footerOf(element, HOLDS));
  if (Buffer.byteLength(page) <= MOST_BYTES) return page;
  return wholePage(title, content, footerOf(element, `${HOLDS} ${tooLarge(packedBytes)}`));
}

const HOLDS = 'This page holds the result that it was drawn from: `overlap show` prints it again, in any format.';

function tooLarge(packedBytes: number): string {
  return `That alone takes ${Math.round(packedBytes / 1_000)} kB, so this page is larger than the ${MOST_BYTES / 1_000} kB that pages keep to.`;
}

function footerOf(element: Markup | null, words: string): Markup {
  return html`<p>Made by overlap-bench. ${words}</p>
${element}`;
}
