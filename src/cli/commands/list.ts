// `overlap list`: what can be run.

import { Command } from 'commander';
import { BenchError } from '../../errors.ts';
import { loadScenario } from '../../load-scenario.ts';
import { renderList } from '../../render/list.ts';
import { scenarioUrls } from '../../runner/discover.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { drawingFor } from '../output.ts';

export function listCommand(): Command {
  return new Command('list').description('list scenarios and strategies').action(list);
}

async function list(): Promise<void> {
  const scenarios = [];
  for (const url of scenarioUrls()) {
    try {
      scenarios.push(await loadScenario(url));
    } catch (thrown) {
      if (!(thrown instanceof BenchError)) throw thrown;
      process.stderr.write(`warning: ${thrown.message}\n${thrown.hint}\n`);
      process.exitCode = thrown.exitCode;
    }
  }
  process.stdout.write(renderList({ scenarios, strategies: STRATEGIES }, drawingFor(undefined)));
}
