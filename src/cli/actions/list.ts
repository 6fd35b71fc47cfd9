// Lists what can be run.

import { BenchError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { describeShape } from '../../model/shape.ts';
import { listPage } from '../../render/page/list-page.ts';
import { pageText } from '../../render/terminal/page-text.ts';
import { ALL_STRATEGIES, STRATEGIES } from '../../strategies/registry.ts';
import { describeScenarios, lessonUrls, limitUrls, scenarioUrls } from '../runner.ts';
import { drawingFor } from '../shell/drawing.ts';
import { type Shell, say } from '../shell/shell.ts';

export async function list(shell: Shell): Promise<ExitCode> {
  const groups = [scenarioUrls(), limitUrls(), lessonUrls()];
  const described = await describeScenarios(groups.flat());
  const broken = described.filter((each) => each instanceof BenchError);
  const [scenarios = [], limits = [], lessons = []] = groups.map((urls) =>
    described.filter((each): each is ScenarioSummary => !(each instanceof BenchError) && urls.includes(each.url)),
  );
  const strategies = ALL_STRATEGIES.map(({ id, idea, shape }) => ({ id, idea, schedule: describeShape(shape) }));
  const isDefault = ({ id }: { id: string }) => STRATEGIES.some((strategy) => strategy.id === id);
  const [everyRun, byName] = [strategies.filter(isDefault), strategies.filter((strategy) => !isDefault(strategy))];
  // A file that does not load is named and passed over; the others are still listed.
  for (const { message, hint } of broken) say(shell, `warning: ${message}\n${hint}`);
  shell.stdout.write(
    pageText(listPage({ scenarios, limits, lessons, strategies: everyRun, byName }), drawingFor(shell)),
  );
  return broken[0]?.exitCode ?? EXIT.fine;
}
