// A strategy must not be judged by a server that cannot keep up. Two signs: the server's CPU is nearly a full core; or
// tasks waited far longer than alone although the client was idle, so that requests must have queued at the server.
// Neither is told from fewer than five rounds: a server that still compiles its code or collects garbage on threads of its
// own uses more than a core for a moment, and two batches have no middle.
// Where the server's computing is the subject of the scenario both are expected and the row stands; the why-sentence
// then says that the server was the limit. The same where the scenario asked for a server that lets in only so many.

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

/** The server was not the bottleneck, unless that is what the scenario shows. */
export const serverBoundAudit: AuditRule = {
  id: 'server-bound',
  check(arm, data) {
    if (data.record.kind === 'cpu' || !hasRequests(data) || arm.samples.length < FEWEST_ROUNDS) return null;
    if (serverIsSubject(data) || serverSlotsOf(data) !== null) return null;
    const busy = serverBusyRatio(arm);
    if (busy > BUSY_SERVER_RATIO) {
      const detail = `the server used ${figure(busy)} of a core, so its time was measured, not the schedule`;
      return { passed: false, detail };
    }
    const ioMs = arm.medianOf('ioMs');
    const queued = ioMs === 0 ? 0 : excessWaitMs(arm, data) / ioMs;
    if (queued > QUEUED_RATIO && clientBusyRatio(arm) < IDLE_CLIENT_RATIO) {
      const percent = (queued * 100).toFixed(0);
      const detail = `${percent} % of the waiting was beyond what single requests took while the client was idle: requests queued at the server`;
      return { passed: false, detail };
    }
    return { passed: true, detail: `the server used ${figure(busy)} of a core` };
  },
};
