// All output formats. To add one: a file with a Renderer, and its line here.

import { csvRenderer } from './csv/csv.ts';
import { htmlRenderer } from './html/html.ts';
import { jsonRenderer } from './json.ts';
import { markdownRenderer } from './markdown/markdown.ts';
import type { Renderer } from './renderer.ts';
import { tableRenderer } from './terminal/terminal.ts';
import { traceRenderer } from './trace/trace.ts';

/** Format id to renderer; the first is the default. */
export const renderers: ReadonlyMap<string, Renderer> = new Map(
  [tableRenderer, jsonRenderer, markdownRenderer, csvRenderer, htmlRenderer, traceRenderer].map((renderer) => [
    renderer.id,
    renderer,
  ]),
);
