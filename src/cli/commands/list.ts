// `overlap list`: what can be run.

import { Command } from 'commander';
import { BenchError } from '../../errors.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { listPage } from '../../render/page/list-page.ts';
import { pageText } from '../../render/terminal/page-text.ts';
import { lessonUrls, scenarioUrls } from '../../runner/discover.ts';
import { describeScenarios } from '../../runner/processes/describing-process.ts';
import { ALL_STRATEGIES } from '../../strategies/registry.ts';
import { drawingFor } from '../output.ts';

export function listCommand(): Command {
  return new Command('list').description('list scenarios and strategies').action(list);
}

async function list(): Promise<void> {
  const catalogue = {
    scenarios: await describeAll(scenarioUrls()),
    lessons: await describeAll(lessonUrls()),
    strategies: ALL_STRATEGIES,
  };
  process.stdout.write(pageText(listPage(catalogue), drawingFor(undefined)));
}

// A file that does not load is named and passed over; the others are still listed.
async function describeAll(urls: readonly string[]): Promise<ScenarioSummary[]> {
  const summaries = [];
  for (const described of await describeScenarios(urls)) {
    if (described instanceof BenchError) {
      process.stderr.write(`warning: ${described.message}\n${described.hint}\n`);
      process.exitCode = described.exitCode;
    } else summaries.push(described);
  }
  return summaries;
}
