// A document as renderers take it: the report, the timelines, and the document itself for a format that carries it along.

import type { ResultDocument } from '../../model/document/document.ts';
import type { NamedReport } from '../../render/renderer.ts';
import { buildReport } from '../../report/build-report.ts';
import { buildTimelines } from '../../report/timelines/build-timelines.ts';

/** `name` is the path of the document's file, or what stands for it. */
export function toldRun(name: string, document: ResultDocument): NamedReport {
  return { name, report: buildReport(document), timelines: buildTimelines(document), document };
}
