// Tells of scenario files what they are: as the build wrote it down, or, for everybody else's, from a process that loads them.

import type { Described } from './processes/describing-process.ts';
import { shippedSummary } from './shipped-summaries.ts';

/**
 * Describes each file, in order; `imports` are loaded before, as `--import` of Node does. What the files print goes to
 * stderr. Throws `INTERRUPTED` when the signal is aborted, and `USAGE` when one of `imports` does not load.
 */
export async function describeScenarios(
  urls: readonly string[],
  signal?: AbortSignal,
  imports: readonly string[] = [],
): Promise<Described[]> {
  // A module that does not load is to be told before anything is measured with it.
  const written = imports.length === 0 ? shippedSummary : () => undefined;
  const others = urls.filter((url) => written(url) === undefined);
  const described = others.length === 0 ? [] : await describeOthers(others, signal, imports);
  return urls.map((url) => written(url) ?? (described[others.indexOf(url)] as Described));
}

async function describeOthers(
  urls: readonly string[],
  signal: AbortSignal | undefined,
  imports: readonly string[],
): Promise<Described[]> {
  const { describeScenarios: describeInProcess } = await import('./processes/describing-process.ts');
  return describeInProcess(urls, signal, imports);
}
