// Tells of scenario files what they are: as the build wrote it down, or, for everybody else's, from a process that loads them.

import type { Described } from './processes/describing-process.ts';
import { shippedSummary } from './shipped-summaries.ts';

/**
 * Describes each file, in order; `imports` are modules that Node loads before them. What the files print goes to stderr.
 * Throws `INTERRUPTED` when the signal is aborted, and `USAGE` when one of `imports` does not load.
 */
export async function describeScenarios(
  urls: readonly string[],
  signal?: AbortSignal,
  imports?: readonly string[],
): Promise<Described[]> {
  const others = urls.filter((url) => shippedSummary(url) === undefined);
  const described = others.length === 0 ? [] : await describeOthers(others, signal, imports);
  return urls.map((url) => shippedSummary(url) ?? (described[others.indexOf(url)] as Described));
}

async function describeOthers(
  urls: readonly string[],
  signal?: AbortSignal,
  imports?: readonly string[],
): Promise<Described[]> {
  const { describeScenarios: describeInProcess } = await import('./processes/describing-process.ts');
  return describeInProcess(urls, signal, imports);
}
