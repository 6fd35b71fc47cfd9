// Lists what can be run.

import { BenchError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { loadScenario } from '../../load-scenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { listPage } from '../../render/page/list-page.ts';
import { pageText } from '../../render/terminal/page-text.ts';
import { ALL_STRATEGIES } from '../../strategies/registry.ts';
import { drawingFor } from '../drawing.ts';
import { lessonUrls, scenarioUrls } from '../runner.ts';
import { type Shell, say } from '../shell.ts';

export async function list(shell: Shell): Promise<ExitCode> {
  const broken: BenchError[] = [];
  const catalogue = {
    scenarios: await loadAll(scenarioUrls(), broken),
    lessons: await loadAll(lessonUrls(), broken),
    strategies: ALL_STRATEGIES,
  };
  for (const { message, hint } of broken) say(shell, `warning: ${message}\n${hint}`);
  shell.stdout.write(pageText(listPage(catalogue), drawingFor(shell)));
  return broken[0]?.exitCode ?? EXIT.fine;
}

// A file that does not load is named and passed over; the others are still listed.
async function loadAll(urls: readonly string[], broken: BenchError[]): Promise<Scenario[]> {
  const loaded = [];
  for (const url of urls) {
    try {
      loaded.push(await loadScenario(url));
    } catch (thrown) {
      if (!(thrown instanceof BenchError)) throw thrown;
      broken.push(thrown);
    }
  }
  return loaded;
}
