// The server's own processor was the limit.

import { floorOf } from '../../costs/arm-theory.ts';
import {
  BUSY_SERVER_RATIO,
  hasRequests,
  serverBusyRatio,
  serverIsSubject,
  serverProcessesOf,
} from '../../costs/server-load.ts';
import type { WhyRule } from '../story.ts';
import { ms, percent } from '../words.ts';

/** Answers that the server must compute cannot be hurried by asking in another order. */
export const serverBoundRule: WhyRule = {
  id: 'server-bound',
  applies: ({ data, fastest }) =>
    data.record.kind !== 'cpu' &&
    hasRequests(data) &&
    (serverIsSubject(data) || serverBusyRatio(fastest) > BUSY_SERVER_RATIO),
  sentence({ fastest, data }) {
    const busy = serverBusyRatio(fastest);
    const processes = serverProcessesOf(data);
    const floorMs = floorOf(fastest, data);
    const twoMs = floorOf(fastest, data, { serverProcesses: processes + 1 });
    const gain =
      floorMs === null || twoMs === null || twoMs >= floorMs
        ? ''
        : ` ${processes === 1 ? 'A second' : 'One more'} server process would lower the floor from ${ms(floorMs)} to ${ms(twoMs)}.`;
    return `The server computed for ${ms(fastest.medianOf('serverCpuMs'))} of the ${ms(fastest.medianOf('wallMs'))} that ${fastest.name}, the fastest, took (${percent(busy)} of a core), so arranging the requests differently cannot help much: the limit is on the other side.${gain}`;
  },
};
