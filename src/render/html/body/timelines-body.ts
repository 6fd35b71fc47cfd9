// Tasks of kept samples alone, scenario by scenario, as many as a page has room for.

import type { ScenarioTimelines } from '../../../model/report/timeline-report.ts';
import { timelinePage } from '../../page/timeline-page.ts';
import { blocksMarkup } from '../blocks.ts';
import { html, lines, type Markup } from '../markup.ts';

/** The first is there whatever it takes; of those left out the page says so. */
export function timelinesBody(all: readonly ScenarioTimelines[], sameAxis: boolean, roomBytes: number): Markup {
  const drawn: Markup[] = [];
  let leftBytes = roomBytes;
  for (const own of all) {
    const markup = blocksMarkup(timelinePage([own], sameAxis).body);
    leftBytes -= Buffer.byteLength(markup.source);
    if (leftBytes < 0 && drawn.length > 0) break;
    drawn.push(markup);
  }
  if (drawn.length === all.length) return lines(drawn);
  return lines([
    html`<p class="warnings">So that this page stays small, it leaves out the tasks of ${all.length - drawn.length} of ${all.length} scenarios. Without <code>--format html</code> the same command draws them all.</p>`,
    ...drawn,
  ]);
}
