// Which parts of many scenarios a page has room for. Each kind of part is drawn from the first scenario on before the next kind is;
// what comes after the first that has no room is left out, and the page says what that is and how to see it.

import { html, type Markup } from '../markup.ts';
import { PART_NAMES, type PartName, type ScenarioParts } from './scenario-parts.ts';

/** What is drawn of one scenario. */
export type DrawnParts = ReadonlyMap<PartName, Markup>;

/** What is drawn of all of them, in their order, and what the reader has to know of the rest. */
export interface Fitting {
  readonly drawn: readonly DrawnParts[];
  /** Null where nothing is left out. */
  readonly note: Markup | null;
}

/** Fills the room. */
export function fitting(scenarios: readonly ScenarioParts[], roomBytes: number): Fitting {
  const drawn = scenarios.map(() => new Map<PartName, Markup>());
  let leftBytes = roomBytes;
  const leftOut = (Object.keys(PART_NAMES) as PartName[]).flatMap((name) => {
    const having = scenarios.flatMap((parts, index) => {
      const draw = parts[name];
      return draw === null ? [] : [{ draw, into: drawn[index] }];
    });
    let shownCount = 0;
    for (const { draw, into } of having) {
      if (leftBytes <= 0) break;
      const markup = draw();
      leftBytes -= Buffer.byteLength(markup.source);
      // The one that crosses the line ends the filling, so that what is there is always "the first ones".
      if (leftBytes < 0) break;
      into?.set(name, markup);
      shownCount++;
    }
    return shownCount < having.length ? [{ name, shownCount, count: having.length }] : [];
  });
  return { drawn, note: leftOut.length === 0 ? null : noteOf(leftOut) };
}

function noteOf(leftOut: readonly { readonly name: PartName; readonly shownCount: number; readonly count: number }[]) {
  const words = leftOut.map(({ name, shownCount, count }) => {
    const where =
      shownCount === 0 ? `of all ${count} scenarios` : `of all but the first ${shownCount} of ${count} scenarios`;
    return html`
<li>${PART_NAMES[name]}, ${where}</li>`;
  });
  return html`<div class="warnings">So that this page stays small, it leaves out:
<ul>${words}
</ul>
<code>overlap show FILE --details</code> has the figures, <code>overlap show FILE --timeline all</code> draws the tasks.</div>`;
}
