// Runs the shipped catalogue under every strategy, as `overlap run` does, and leaves nothing behind but the document.

import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultDocument, Settings } from '../../src/model/document/document.ts';
import { findScenarios } from '../../src/runner/discover.ts';
import { Journal } from '../../src/runner/recording/journal.ts';
import { runBenchmarks } from '../../src/runner/run-benchmarks.ts';
import { STRATEGIES } from '../../src/strategies/registry.ts';
import type { StudyOptions } from '../study.ts';

const SEED = 20_264;
const QUICK_BUDGET_MS = 40_000;
const LONG_BUDGET_MS = 300_000;

/** Measures all scenarios: some 45 s, or five minutes when long. */
export async function measureCatalogue({ long, write }: StudyOptions): Promise<ResultDocument> {
  const scenarios = await findScenarios([]);
  const folder = await mkdtemp(join(tmpdir(), 'overlap-predictions-'));
  const settings: Settings = {
    profile: 'full',
    scenarioIds: scenarios.map(({ id }) => id),
    strategyIds: STRATEGIES.map(({ id }) => id),
    taskCount: null,
    concurrencies: null,
    threadCounts: [availableParallelism()],
    roundCount: null,
    epochCount: long ? 5 : 2,
    budgetMs: long ? LONG_BUDGET_MS : QUICK_BUDGET_MS,
    warmupMs: null,
    deadlineMs: 30_000,
    imports: [],
    ...{ target: null, onPort: null, mostRequestCount: null, parameters: {} },
  };
  const tool = { name: 'study predictions', version: '1' };
  const request = { scenarios, strategies: STRATEGIES, settings, tool, seed: SEED };
  let told = '';
  try {
    return await runBenchmarks(request, {
      journal: Journal.create(join(folder, 'journal.jsonl'), new Date().toISOString(), SEED),
      earlier: null,
      onProgress: ({ scenarioId }) => {
        if (scenarioId !== told) write(`measuring ${scenarioId}`);
        told = scenarioId;
      },
      signal: new AbortController().signal,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
