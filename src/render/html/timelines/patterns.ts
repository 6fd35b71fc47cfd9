// What a stretch of each kind looks like: a colour and a pattern, so that neither print nor an eye that sees no difference
// between two colours loses anything. Colours are names of the style, which has one for light and one for dark.

import { SEGMENT_KINDS, type SegmentKind } from '../../../model/report/timeline-report.ts';
import { html, lines, Markup } from '../markup.ts';
import type { WorkerState } from './worker-lanes.ts';

/** One kind: a short name for classes, and what its tile of 8 by 8 has on its ground. */
interface Look {
  readonly id: string;
  readonly drawing: string;
}

const LOOKS: Readonly<Record<SegmentKind, Look>> = {
  'held back': { id: 'held', drawing: '<circle cx="4" cy="4" r="1"/>' },
  'pool queue': { id: 'pooled', drawing: '<path d="M1 4h4"/>' },
  handling: { id: 'handling', drawing: '<path d="M4 0v8M0 4h8"/>' },
  'server queue': { id: 'queued', drawing: '<circle cx="2" cy="2" r="1.2"/><circle cx="6" cy="6" r="1.2"/>' },
  server: { id: 'server', drawing: '<path d="M0 2h8M0 6h8"/>' },
  'on the way': { id: 'way', drawing: '<path d="M-1 5l6-6M-1 9l10-10M3 9l6-6"/>' },
  'waiting elsewhere': { id: 'else', drawing: '<path d="M0 5l2-2 2 2 2-2 2 2"/>' },
  'loop busy': { id: 'busy', drawing: '<path d="M0 0l8 8M8 0l-8 8"/>' },
  'no core free': { id: 'nocore', drawing: '<path d="M0 1h8M0 4h8M0 7h8M4 0v8"/>' },
  'held up': { id: 'stuck', drawing: '<path d="M2 2l4 4M6 2l-4 4"/>' },
  'computing here': { id: 'here', drawing: '' },
  'computing in a worker': { id: 'worker', drawing: '<path d="M-1 3l6 6M-1 -1l10 10M3 -1l6 6"/>' },
  'computing elsewhere': { id: 'other', drawing: '<path d="M2 0v8M6 0v8"/>' },
};

/** What a worker's lane has. */
const STATE_LOOKS: readonly (Look & { readonly id: WorkerState })[] = [
  { id: 'taken', drawing: '<path d="M0 4h8"/>' },
  { id: 'idle', drawing: '<path d="M-1 9L9 -1"/>' },
];

/** The class of a stretch of this kind. */
export function classOf(kind: SegmentKind): string {
  return LOOKS[kind].id;
}

/** The patterns, once for a page. */
export function patternDefinitions(): Markup {
  const patterns = [...SEGMENT_KINDS.map((kind) => LOOKS[kind]), ...STATE_LOOKS].map(({ id, drawing }) => {
    return html`<pattern id="p-${id}" class="${id}" width=".5em" height=".5em" viewBox="0 0 8 8" patternUnits="userSpaceOnUse"><rect width="8" height="8"/>${new Markup(drawing)}</pattern>`;
  });
  return html`<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>
${lines(patterns)}
</defs></svg>`;
}
