// What may be told of a scenario to a process that must not run its code. Its wishes for the server are checked here,
// once for a run, so that arms need not load what checks them.

import { fileURLToPath } from 'node:url';
import { checkFixtureOptions, OptionError } from '../../../fixtures/options.ts';
import { BenchError } from '../../errors.ts';
import type { Scenario, ScenarioSummary } from '../../model/scenario.ts';
import { fileOf } from '../../scenario-file.ts';

/** The scenario as plain data. Throws `SCENARIO_INVALID` when no server can be what it asks for. */
export function summaryOf(scenario: Scenario): ScenarioSummary {
  const { id, url, kind, title, question, explanation, taskCount } = scenario;
  const { concurrency = null, allowFailures = false, tags = [], service = null, parameters = {} } = scenario;
  return {
    ...{
      id,
      url,
      kind,
      title,
      question,
      explanation,
      taskCount,
      concurrency,
      tags,
      service,
      allowFailures: allowFailures !== false,
      parameters,
    },
    file: fileOf(url),
    fixture: checkedFixture(scenario),
    hasTeardown: scenario.teardown !== undefined,
  };
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
