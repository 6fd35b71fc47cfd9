// A strategy must not be judged by a server that cannot keep up. Two signs: the server's CPU is nearly a full core; or
// tasks waited far longer than alone although the client was idle, so that requests must have queued at the server.
// Neither is told from a few short batches: the system counts CPU time in ticks, and two batches are no middle.
// Where the server's computing is the subject of the scenario both are expected and the row stands; the why-sentence
// then says that the server was the limit. The same where the scenario asked for a server that lets in only so many.

import type { Arm } from '../arms/arm.ts';
import { serverSlotsOf } from '../costs/arm-theory.ts';
import {
  BUSY_SERVER_RATIO,
  clientBusyRatio,
  excessWaitMs,
  hasRequests,
  serverBusyRatio,
  serverIsSubject,
} from '../costs/server-load.ts';
import { figure } from '../why/words.ts';
import type { AuditRule } from './audit-rule.ts';

const IDLE_CLIENT_RATIO = 0.5;
const QUEUED_RATIO = 0.5;
const FEWEST_ROUNDS = 5;
/** Systems that count CPU time in ticks may be wrong by as much. */
const TICK_MS = 10;

/** The server was not the bottleneck, unless that is what the scenario shows. */
export const serverBoundAudit: AuditRule = {
  id: 'server-bound',
  check(arm, data) {
    if (data.record.kind === 'cpu' || serverIsSubject(data) || serverSlotsOf(data) !== null || !hasRequests(data))
      return null;
    const busy = serverBusyRatio(arm);
    if (busy > BUSY_SERVER_RATIO && surelyBusyRatio(arm) > BUSY_SERVER_RATIO) {
      const detail = `the server used ${figure(busy)} of a core, so its time was measured, not the schedule`;
      return { passed: false, detail };
    }
    const ioMs = arm.medianOf('ioMs');
    const queued = ioMs === 0 ? 0 : excessWaitMs(arm, data) / ioMs;
    if (queued > QUEUED_RATIO && clientBusyRatio(arm) < IDLE_CLIENT_RATIO && arm.samples.length >= FEWEST_ROUNDS) {
      const percent = (queued * 100).toFixed(0);
      const detail = `${percent} % of the waiting was beyond what single requests took while the client was idle: requests queued at the server`;
      return { passed: false, detail };
    }
    return { passed: true, detail: `the server used ${figure(busy)} of a core` };
  },
};

/** Share of a core that the server used over all rounds, even if one tick of it was somebody else's. */
function surelyBusyRatio({ samples }: Arm): number {
  const cpuMs = samples.reduce((sum, { serverCpuMs }) => sum + serverCpuMs, 0);
  return (cpuMs - TICK_MS) / samples.reduce((sum, { wallMs }) => sum + wallMs, 0);
}
