// Entry of a process that does what scenario files say, in a real Node and without a run: two verified batches of each on the
// main thread, and two in a worker. Prints a line of JSON a file: what it is, or why it failed.

import { pathToFileURL } from 'node:url';
import { ReadyArm } from '../../src/arm/ready-arm.ts';
import { loadScenario } from '../../src/load-scenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { fixtureAt } from '../../src/model/server/server-address.ts';
import { FixtureProcess } from '../../src/runner/processes/fixture-process.ts';

/** What became of a file. */
export interface Performed {
  readonly file: string;
  readonly id?: string;
  readonly failure?: string;
}

const plain = await FixtureProcess.start();

async function perform(file: string): Promise<Performed> {
  const scenario = await loadScenario(pathToFileURL(file).href);
  // A service is somebody else's program, which a run starts: loading is all that can be tried here.
  if (scenario.service === undefined) {
    const server = scenario.fixture === undefined ? plain : await FixtureProcess.start(scenario.fixture);
    for (const strategyId of ['gather', 'pool']) await measure(scenario, strategyId, server.origin);
    if (server !== plain) await server.close();
  }
  return { file, id: scenario.id };
}

async function measure(scenario: Scenario, strategyId: string, origin: string): Promise<void> {
  const { url: scenarioUrl, taskCount, parameters: scenarioParameters = {} } = scenario;
  const order = { scenarioUrl, scenarioParameters, taskCount, server: fixtureAt(origin) };
  const arm = await ReadyArm.open({ ...order, strategyId, parameters: { threads: 1 }, deadlineMs: 20_000 });
  // The second batch finds what the first has left.
  await arm.measure();
  await arm.measure();
  await arm.close();
}

for (const file of process.argv.slice(2)) {
  const performed = await perform(file).catch((thrown): Performed => ({ file, failure: String(thrown) }));
  process.stdout.write(`${JSON.stringify(performed)}\n`);
}
// Whatever a scenario keeps open, such as the connections of a client of its own, ends with the process.
process.exit();
