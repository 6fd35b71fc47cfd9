// Tasks took longer together than alone, and neither the loop nor the server was busy: something outside held them up.
// The server is not named, for its own account says nothing against it.

import { sumOf } from '../../../theory/task-parts.ts';
import type { Arm } from '../../arms/arm.ts';
import {
  BUSY_SERVER_RATIO,
  clientBusyRatio,
  hasRequests,
  serverBusyRatio,
  serverIsSubject,
  serverProcessesOf,
  serverSlotsOf,
} from '../../costs/server-load.ts';
import { splitTasks } from '../../costs/task-parts-of.ts';
import { typicalGain } from '../../costs/thread-gain.ts';
import { gainWords } from '../gain.ts';
import { type MeasuredStory, refersToOneByOne, type WhyRule } from '../story.ts';
import { ms, percent } from '../words.ts';

/** Duration together over duration alone from which on tasks were held up, whatever noise there is. */
const HELD_UP_RATIO = 1.5;
const BUSY_LOOP_RATIO = 0.6;
/** How much more the server may account for than alone before it has a part in it. */
const SERVER_GROWTH_RATIO = 1.2;

/** A lock, a pool of connections, a quota or a disk lets in fewer than were started. */
export const heldUpRule: WhyRule = {
  id: 'held-up',
  applies: (story) =>
    (story.boundBy === 'waiting' || story.boundBy === 'a mix') &&
    refersToOneByOne(story) &&
    serverSlotsOf(story.data) === null &&
    // Where answers are computed one at a time, the others wait for that, however few cores the server got.
    !serverIsSubject(story.data) &&
    heldUpArm(story) !== null,
  sentence(story) {
    const arm = heldUpArm(story) ?? story.fastest;
    const server = hasRequests(story.data) ? ', and the server accounts for no more than it did alone' : '';
    const whose = story.data.record.target === null ? '' : 'the server, ';
    return `In ${arm.name}, with ${arm.medianOf('inFlightMean').toFixed(1)} tasks started, each took ${ms(taskMs(arm))}, alone ${ms(aloneMs(story))}; the loop was busy for ${percent(arm.medianOf('loopUtilizationRatio'))} of the time${server}. They were held up outside: ${whose}a lock, a pool of connections, a quota or a disk. ${arm.name} ${gainWords(story, arm)}.`;
  },
};

/** The arm that had most tasks started on the loop, where these were held up; null otherwise. */
export function heldUpArm(story: MeasuredStory): Arm | null {
  const onLoop = story.trusted.filter((arm) => !arm.cell.placebo && arm !== story.reference && arm.threads === null);
  const [widest] = onLoop.sort((a, b) => b.medianOf('inFlightMean') - a.medianOf('inFlightMean'));
  if (widest === undefined || story.data.totals === null) return null;
  if (taskMs(widest) < HELD_UP_RATIO * (aloneMs(story) + elsewhereMs(story))) return null;
  if (clientBusyRatio(widest) >= BUSY_LOOP_RATIO) return null;
  return serverTookPart(widest, story) ? null : widest;
}

function serverTookPart(arm: Arm, { data }: MeasuredStory): boolean {
  const aloneMs = data.totals?.serverMs ?? 0;
  if (!hasRequests(data)) return false;
  const busy = serverBusyRatio(arm) >= BUSY_SERVER_RATIO * serverProcessesOf(data);
  return busy || arm.medianOf('serverMs') > SERVER_GROWTH_RATIO * aloneMs;
}

/** What the other threads of the process need for the whole batch: for so long tasks wait for each other, and for nobody outside. */
function elsewhereMs({ data }: MeasuredStory): number {
  return sumOf(splitTasks(data.tasks, data), 'elsewhereMs') / typicalGain(data, null);
}

function taskMs(arm: Arm): number {
  return arm.medianOf('taskMs') / arm.cell.taskCount;
}

function aloneMs({ data }: MeasuredStory): number {
  return (data.totals?.wallMs ?? 0) / data.record.taskCount;
}
