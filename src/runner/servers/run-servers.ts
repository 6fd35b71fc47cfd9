// All servers of a run: the fixture server in its variants, one that the user named, and those of commands. A command runs
// once for the whole run, so that it is as warm for one arm as for the other; rounds are mixed, so that what it remembers
// of one arm meets all of them alike.

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../model/document/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import type { PlannedArm } from '../plan/arms.ts';
import { askedServer } from '../plan/servers/asked-server.ts';
import type { FixtureProcess } from '../processes/fixture-process.ts';
import { FixtureServers } from '../processes/fixture-servers.ts';
import { AddressServer } from './address-server.ts';
import type { ArmServer } from './arm-server.ts';
import { ServiceProcess } from './service-process.ts';

type Asking = Pick<ScenarioSummary, 'id' | 'fixture' | 'service' | 'url'>;

export class RunServers {
  readonly #fixtures = new FixtureServers();
  readonly #services = new Map<string, Promise<ServiceProcess>>();
  readonly #settings: Pick<Settings, 'target' | 'onPort'>;
  readonly #signal: AbortSignal;
  #named: Promise<AddressServer> | undefined;

  constructor(settings: Pick<Settings, 'target' | 'onPort'>, signal: AbortSignal) {
    this.#settings = settings;
    this.#signal = signal;
  }

  /** The fixture server as it is, for what belongs to no scenario. */
  plain(): Promise<FixtureProcess> {
    return this.#fixtures.plain();
  }

  /** The server of one arm, started or reached when first asked for. Throws as the servers do. */
  async for(scenario: Asking, arm: Pick<PlannedArm, 'key' | 'placebo'>, taskCount: number): Promise<ArmServer> {
    const asked = askedServer(scenario, this.#settings);
    if (asked.kind === 'fixture') return this.#fixtures.for(scenario, arm, taskCount);
    const signal = this.#signal;
    if (asked.kind === 'address') {
      this.#named ??= AddressServer.reach(asked.origin, { signal });
      return this.#named;
    }
    const { command, isOwn } = asked;
    const id = isOwn ? scenario.url : '';
    const folder = isOwn ? dirname(fileURLToPath(scenario.url)) : process.cwd();
    const service = this.#services.get(id) ?? ServiceProcess.start({ command, folder, signal });
    this.#services.set(id, service);
    return service;
  }

  async close(): Promise<void> {
    const ending = [...this.#services.values()].map(async (service) => (await service).close());
    await Promise.allSettled([...ending, this.#fixtures.close()]);
  }
}
