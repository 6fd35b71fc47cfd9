// The server's own processor was the limit.

import { floorOf } from '../../costs/arm-theory.ts';
import { BUSY_SERVER_RATIO, hasRequests, serverBusyRatio, serverProcessesOf } from '../../costs/server-load.ts';
import { gained, gainWords } from '../gain.ts';
import type { MeasuredStory, WhyRule } from '../story.ts';
import { ms, percent } from '../words.ts';

const LEAST_GAIN = 1.05;

/** Answers that the server must compute cannot be hurried by asking in another order, once it computes all the time. */
export const serverBoundRule: WhyRule = {
  id: 'server-bound',
  applies: ({ data, fastest }) =>
    hasRequests(data) && serverBusyRatio(fastest) > BUSY_SERVER_RATIO * serverProcessesOf(data),
  sentence(story) {
    const { fastest, data } = story;
    const processes = serverProcessesOf(data);
    const cores = processes === 1 ? 'a core' : `${processes} cores`;
    const busy = percent(Math.min(1, serverBusyRatio(fastest) / processes));
    const computed = `The server computed for ${ms(fastest.medianOf('serverCpuMs'))} while ${fastest.name} took ${ms(fastest.medianOf('wallMs'))} (${busy} of ${cores}): the limit is on the other side.`;
    const gain = gained(story, fastest, LEAST_GAIN) ? ` ${fastest.name} ${gainWords(story, fastest)}.` : '';
    return computed + gain + moreServers(story, processes);
  },
};

function moreServers({ fastest, data }: MeasuredStory, processes: number): string {
  const floorMs = floorOf(fastest, data);
  const lowerMs = floorOf(fastest, data, { serverProcesses: processes + 1 });
  if (floorMs === null || lowerMs === null || lowerMs >= floorMs) return '';
  const one = processes === 1 ? 'A second' : 'One more';
  return ` ${one} server process would lower the floor from ${ms(floorMs)} to ${ms(lowerMs)}.`;
}
