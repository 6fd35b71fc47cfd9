// Lists what can be run.

import { BenchError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { listPage } from '../../render/page/list-page.ts';
import { pageText } from '../../render/terminal/page-text.ts';
import { ALL_STRATEGIES } from '../../strategies/registry.ts';
import { drawingFor } from '../drawing.ts';
import { describeScenarios, lessonUrls, limitUrls, scenarioUrls } from '../runner.ts';
import { type Shell, say } from '../shell.ts';

export async function list(shell: Shell): Promise<ExitCode> {
  const broken: BenchError[] = [];
  const catalogue = {
    scenarios: await describeAll([...scenarioUrls(), ...limitUrls()], broken),
    lessons: await describeAll(lessonUrls(), broken),
    strategies: ALL_STRATEGIES,
  };
  for (const { message, hint } of broken) say(shell, `warning: ${message}\n${hint}`);
  shell.stdout.write(pageText(listPage(catalogue), drawingFor(shell)));
  return broken[0]?.exitCode ?? EXIT.fine;
}

// A file that does not load is named and passed over; the others are still listed.
async function describeAll(urls: readonly string[], broken: BenchError[]): Promise<ScenarioSummary[]> {
  const summaries = [];
  for (const described of await describeScenarios(urls)) {
    if (described instanceof BenchError) broken.push(described);
    else summaries.push(described);
  }
  return summaries;
}
