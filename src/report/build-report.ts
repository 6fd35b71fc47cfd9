// Document -> report: the last place where anything is computed. Everything here works from the document alone, so a
// run just made and a file from last year are told in the same way, byte for byte.

import type { ResultDocument } from '../model/document/document.ts';
import type { Report } from '../model/report/report.ts';
import { scenarioData } from './arms/scenario-data.ts';
import { buildScenarioReport } from './build-scenario-report.ts';
import { reportFacts } from './facts.ts';
import { reportWarnings } from './warnings/report-warnings.ts';

/** Version of the report's own shape, for scripts that read `--format json`. */
export const REPORT_SCHEMA_VERSION = 2;

/** Tells one run. */
export function buildReport(document: ResultDocument): Report {
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    createdAt: document.createdAt,
    complete: document.complete,
    seed: document.seed,
    measuredMs: document.measuredMs,
    facts: reportFacts(document),
    scenarios: document.scenarios.map((record) => buildScenarioReport(scenarioData(document, record))),
    warnings: reportWarnings(document),
  };
}
