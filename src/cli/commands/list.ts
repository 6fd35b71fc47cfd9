// `overlap list`: what can be run.

import { Command } from 'commander';
import { BenchError } from '../../errors.ts';
import { loadScenario } from '../../load-scenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { listPage } from '../../render/page/list-page.ts';
import { pageText } from '../../render/terminal/page-text.ts';
import { lessonUrls, scenarioUrls } from '../../runner/discover.ts';
import { ALL_STRATEGIES } from '../../strategies/registry.ts';
import { drawingFor } from '../output.ts';

export function listCommand(): Command {
  return new Command('list').description('list scenarios and strategies').action(list);
}

async function list(): Promise<void> {
  const catalogue = {
    scenarios: await loadAll(scenarioUrls()),
    lessons: await loadAll(lessonUrls()),
    strategies: ALL_STRATEGIES,
  };
  process.stdout.write(pageText(listPage(catalogue), drawingFor(undefined)));
}

// A file that does not load is named and passed over; the others are still listed.
async function loadAll(urls: readonly string[]): Promise<Scenario[]> {
  const loaded = [];
  for (const url of urls) {
    try {
      loaded.push(await loadScenario(url));
    } catch (thrown) {
      if (!(thrown instanceof BenchError)) throw thrown;
      process.stderr.write(`warning: ${thrown.message}\n${thrown.hint}\n`);
      process.exitCode = thrown.exitCode;
    }
  }
  return loaded;
}
