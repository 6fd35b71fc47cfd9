// The world as it is: this machine, its clock, and processes for servers and arms.

import type { Settings } from '../../model/document/document.ts';
import { describeEnvironment } from '../environment.ts';
import { RequestBudget } from '../plan/servers/request-budget.ts';
import { RunServers } from '../servers/run-servers.ts';
import type { World } from '../world.ts';
import { Epoch } from './epoch.ts';
import { PreflightProcess } from './preflight-process.ts';

/** What the world must know of a run. */
type WorldSettings = Pick<Settings, 'deadlineMs' | 'imports' | 'mostRequestCount' | 'target' | 'onPort'>;

/** Starts nothing yet. What is under way rejects with `INTERRUPTED` when the signal is aborted. */
export function openRealWorld({ settings }: { readonly settings: WorldSettings }, signal: AbortSignal): World {
  const servers = new RunServers(settings, signal);
  const { deadlineMs, imports, mostRequestCount } = settings;
  const requests = mostRequestCount === null ? null : new RequestBudget(mostRequestCount);
  let epoch: Epoch | undefined;
  let preflight: PreflightProcess | undefined;
  return {
    now: () => performance.now(),
    describeEnvironment,
    async runPreflight(threadCount) {
      const { origin } = await servers.plain();
      preflight = new PreflightProcess();
      return preflight.prices(origin, threadCount, signal);
    },
    probeCores: async (threadCount) => (await preflight?.effectiveCores(threadCount, signal)) ?? null,
    async prepare([cell]) {
      if (cell) await servers.for(cell.scenario, cell.arm, cell.taskCount);
    },
    async openEpoch(cells) {
      epoch = await Epoch.open(cells, servers, { deadlineMs, imports, signal, requests }, { earlier: epoch });
      return epoch;
    },
    async close() {
      await epoch?.close();
      await preflight?.close();
      await servers.close();
    },
  };
}
