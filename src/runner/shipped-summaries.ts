// What the shipped scenarios are, as the build wrote it down: nobody has to start a process to be told the same each time. In
// the repository, where files change, nothing is written down.

import { existsSync, readFileSync } from 'node:fs';
import type { ScenarioSummary } from '../model/scenario.ts';

const FOLDER = new URL('../../benchmarks/', import.meta.url);

/** Where the build writes them down: an array of summaries, whose `url` is relative to the file. */
export const SUMMARIES_URL = new URL('summaries.json', FOLDER);

let written: ReadonlyMap<string, ScenarioSummary> | undefined;

/** The summary of a shipped scenario by its address; undefined for any other file. */
export function shippedSummary(url: string): ScenarioSummary | undefined {
  written ??= existsSync(SUMMARIES_URL) ? readSummaries(readFileSync(SUMMARIES_URL, 'utf8')) : new Map();
  return written.get(url);
}

function readSummaries(text: string): Map<string, ScenarioSummary> {
  const summaries = (JSON.parse(text) as ScenarioSummary[]).map((summary) => ({
    ...summary,
    url: new URL(summary.url, FOLDER).href,
  }));
  return new Map(summaries.map((summary) => [summary.url, summary]));
}
