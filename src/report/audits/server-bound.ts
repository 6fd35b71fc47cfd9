// A strategy must not be judged by a server that cannot keep up. Only the server's own account says so: its CPU is nearly a
// full core, or it accounts for much more time than single requests took. Tasks that waited longer without either were held up
// by somebody else, which the ledger names and nothing withholds.
// Neither is told from fewer than five rounds: a server that still compiles its code or collects garbage on threads of its
// own uses more than a core for a moment, and two batches have no middle.
// Where the server's computing is the subject of the scenario both are expected and the row stands; the why-sentence
// then says that the server was the limit. The same where the scenario asked for a server that lets in only so many.

import {
  BUSY_SERVER_RATIO,
  hasRequests,
  serverBusyRatio,
  serverIsSubject,
  serverSlotsOf,
} from '../costs/server-load.ts';
import { figure, ms } from '../why/words.ts';
import type { AuditRule } from './audit-rule.ts';

/** The server's account of the batch over that of its requests alone. */
const SLOWER_SERVER_RATIO = 2;
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
    const serverMs = arm.medianOf('serverMs');
    const aloneMs = data.totals?.serverMs ?? 0;
    if (aloneMs > 0 && serverMs > SLOWER_SERVER_RATIO * aloneMs) {
      const detail = `the server accounts for ${ms(serverMs)} of the tasks' time where single requests took ${ms(aloneMs)}: they queued there`;
      return { passed: false, detail };
    }
    return { passed: true, detail: `the server used ${figure(busy)} of a core` };
  },
};
