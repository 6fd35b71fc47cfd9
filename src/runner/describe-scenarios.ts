// Tells of scenario files what they are: as the build wrote it down, or, for everybody else's, from a process that loads them.

import type { Described } from './processes/describing-process.ts';
import { shippedSummary } from './shipped-summaries.ts';

/** Describes each file, in order. What the files print goes to stderr. Throws `INTERRUPTED` when the signal is aborted. */
export async function describeScenarios(urls: readonly string[], signal?: AbortSignal): Promise<Described[]> {
  const others = urls.filter((url) => shippedSummary(url) === undefined);
  const described = others.length === 0 ? [] : await describeOthers(others, signal);
  return urls.map((url) => shippedSummary(url) ?? (described[others.indexOf(url)] as Described));
}

async function describeOthers(urls: readonly string[], signal?: AbortSignal): Promise<Described[]> {
  const { describeScenarios: describeInProcess } = await import('./processes/describing-process.ts');
  return describeInProcess(urls, signal);
}
