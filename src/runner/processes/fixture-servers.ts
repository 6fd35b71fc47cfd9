// The servers of a run: one process for each set of options that its scenarios ask for, started when first needed and
// kept until the end, or one for each arm where they cannot share it.

import { BenchError } from '../../errors.ts';
import { keyText } from '../../model/arm-key.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import type { PlannedArm } from '../plan/arms.ts';
import { hasOwnServers } from '../plan/servers/own-server.ts';
import { FixtureProcess } from './fixture-process.ts';

type Asking = Pick<ScenarioSummary, 'id' | 'fixture'>;

export class FixtureServers {
  readonly #started = new Map<string, Promise<FixtureProcess>>();

  /** The server as it is, for what belongs to no scenario. Throws as `FixtureProcess.start` does. */
  plain(): Promise<FixtureProcess> {
    return this.#started.get('{}') ?? this.#start('{}', {});
  }

  /** The server of one arm with so many tasks. Throws `SCENARIO_INVALID` when it refuses the scenario's options. */
  async for(
    scenario: Asking,
    { key, placebo }: Pick<PlannedArm, 'key' | 'placebo'>,
    taskCount: number,
  ): Promise<FixtureProcess> {
    const { fixture } = scenario;
    const options = JSON.stringify(Object.fromEntries(Object.entries(fixture).sort(([a], [b]) => (a < b ? -1 : 1))));
    const id = hasOwnServers(scenario, taskCount) ? `${options} ${placebo} ${keyText(key)}` : options;
    try {
      return await (this.#started.get(id) ?? this.#start(id, fixture));
    } catch (thrown) {
      if (!(thrown instanceof BenchError) || thrown.code !== 'USAGE') throw thrown;
      throw new BenchError(
        'SCENARIO_INVALID',
        `Scenario '${scenario.id}', \`fixture\`: ${thrown.message}`,
        thrown.hint,
      );
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#started.values()].map(async (server) => (await server).close()));
  }

  #start(id: string, options: object): Promise<FixtureProcess> {
    const server = FixtureProcess.start(options);
    this.#started.set(id, server);
    return server;
  }
}
