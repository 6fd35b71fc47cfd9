// What may be told of a scenario to a process that must not run its code. Its wishes for the server are checked here,
// once for a run, so that arms need not load what checks them.

import { fileURLToPath } from 'node:url';
import { checkFixtureOptions, OptionError } from '../../../fixtures/options.ts';
import { BenchError } from '../../errors.ts';
import type { Scenario, ScenarioSummary } from '../../model/scenario.ts';

/** The scenario as plain data. Throws `SCENARIO_INVALID` when no server can be what it asks for. */
export function summaryOf(scenario: Scenario): ScenarioSummary {
  const { id, url, kind, title, question, explanation, taskCount } = scenario;
  const { concurrency = null, allowFailures = false } = scenario;
  const fixture = checkedFixture(scenario);
  return { id, url, kind, title, question, explanation, taskCount, concurrency, fixture, allowFailures };
}

function checkedFixture({ id, url, fixture }: Scenario): ScenarioSummary['fixture'] {
  try {
    return checkFixtureOptions(fixture ?? {});
  } catch (thrown) {
    if (!(thrown instanceof OptionError)) throw thrown;
    throw new BenchError(
      'SCENARIO_INVALID',
      `Scenario '${id}', \`fixture\`: ${thrown.message} (${fileURLToPath(url)})`,
      '`overlap serve --help` lists what a server can be.',
    );
  }
}
