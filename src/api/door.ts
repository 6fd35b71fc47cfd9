// What a program may ask of the harness. Whoever writes a scenario imports these beside its words, in every arm and
// every worker, so that each is a few lines here and loads its work when it is called.

import type { ResultDocument } from '../model/document/document.ts';
import type { FileUrl } from '../model/file-url.ts';
import type { Comparison } from '../model/report/comparison.ts';
import type { Report } from '../model/report/report.ts';
import type { GateOutcome } from './gating/gate.ts';
import type { GateOptions } from './gating/gate-options.ts';
import type { CompareOptions, CompareOutcome, DocumentSource, RenderOptions } from './other-options.ts';
import type { RunOptions, RunOutcome, ScenarioSource } from './run-options.ts';

/**
 * Measures one scenario under every strategy that suits it, as `overlap run` does, and resolves to the document and the
 * report. Each arm is a process of its own that imports the scenario, so that it is named and never handed over.
 *
 * Runs of one program wait for each other: two at once would measure each other. Nothing is written unless `saveTo` says
 * so, and nothing that was started outlives the promise or the program.
 *
 * When `signal` is aborted, the promise resolves to what was measured by then, with `complete: false`; before the first
 * sample there is nothing, and it rejects with the signal's reason (an `AbortError`, or the `TimeoutError` of
 * `AbortSignal.timeout`).
 *
 * Cells that fail do not reject: their rows say why, and the exit code is 1. Rejects with a `BenchError` whose code is
 * `USAGE`, `UNKNOWN_SCENARIO`, `UNKNOWN_STRATEGY`, `SCENARIO_LOAD`, `SCENARIO_INVALID`, `MACHINE_LIMIT`, `FIXTURE_START`,
 * `FIXTURE_LOST`, `DOCUMENT_INVALID` or `FILE_WRITE`.
 */
export async function runScenario(source: ScenarioSource, options: RunOptions = {}): Promise<RunOutcome> {
  const { runAll } = await import('./running/run.ts');
  return runAll([source], options);
}

/** Measures several scenarios in one run that shares one budget; otherwise as `runScenario`. */
export async function runScenarios(sources: readonly ScenarioSource[], options: RunOptions = {}): Promise<RunOutcome> {
  const { runAll } = await import('./running/run.ts');
  return runAll(sources, options);
}

/**
 * Reads a result document from a file and brings it to today's form. Rejects with a `BenchError` whose code is
 * `FILE_READ`, `FILE_NOT_JSON`, `FILE_NEWER` or `FILE_SCHEMA`.
 */
export async function readDocument(path: string | FileUrl): Promise<ResultDocument> {
  return (await import('./documents.ts')).readAt(path);
}

/**
 * The same from the text of a document, or from what `JSON.parse` made of it; `name` is how messages call it. Rejects as
 * `readDocument` does, without `FILE_READ`.
 */
export async function parseDocument(textOrValue: unknown, name = 'the document'): Promise<ResultDocument> {
  return (await import('./documents.ts')).parsed(textOrValue, name);
}

/**
 * Writes a document whole or not at all, making its folder. Rejects with a `BenchError` whose code is `FILE_WRITE`, or
 * `FILE_SCHEMA` for what is no document.
 */
export async function writeDocument(path: string | FileUrl, document: ResultDocument): Promise<void> {
  await (await import('./documents.ts')).writeAt(path, document);
}

/** Tells a document: what `overlap show --format json` prints. Rejects as `parseDocument` does. */
export async function buildReport(document: ResultDocument): Promise<Report> {
  return (await import('./documents.ts')).reportOf(document);
}

/**
 * Judges a document by past runs, as `overlap compare` does: against another document, or against a history that `base`
 * names. What does not match rejects nothing: the comparison lists what could not be compared, and why. Rejects as
 * `readDocument` does, and with `USAGE` for options.
 */
export async function compareDocuments(
  base: DocumentSource,
  head: DocumentSource,
  options: CompareOptions = {},
): Promise<CompareOutcome> {
  return (await import('./comparing.ts')).compared(base, head, options);
}

/**
 * Measures two versions of scenarios side by side, as `overlap gate` does, and judges what changed. Scenarios are named as
 * for `runScenarios`; their other version lies at the same place in `base`.
 *
 * Nothing stays behind: worktrees and processes are gone when the promise settles. When `signal` is aborted while pairs are
 * measured, it resolves with `complete: false` and no verdict; before that it rejects. Rejects with a `BenchError` whose
 * code is one of those of `runScenario`, `TREE_MISSING`, `TREE_WITHOUT_FOLDER` or `INSTALL_FAILED`.
 */
export async function gate(sources: readonly ScenarioSource[], options: GateOptions): Promise<GateOutcome> {
  return (await import('./gating/gate.ts')).gateSources(sources, options);
}

/**
 * Draws a report, or the report of a document. Ends with a newline. Rejects with a `BenchError` whose code is `USAGE`,
 * `UNKNOWN_FORMAT` or `FILE_SCHEMA`.
 */
export async function renderReport(source: Report | ResultDocument, options: RenderOptions = {}): Promise<string> {
  return (await import('./rendering/rendering.ts')).reportText(source, options);
}

/** Draws a comparison; otherwise as `renderReport`. */
export async function renderComparison(comparison: Comparison, options: RenderOptions = {}): Promise<string> {
  return (await import('./rendering/rendering.ts')).comparisonText(comparison, options);
}
