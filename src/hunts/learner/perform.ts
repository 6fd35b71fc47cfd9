// Runs a program once, and watches on until nothing of it is under way any more: what goes on after its end is what some hunts
// are about.

import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../../arm/clock.ts';
import type { ServerAddress } from '../../model/server/server-address.ts';
import type { LearnerRecord, Outcome } from '../facts.ts';
import { firstRefusal, refused } from './guard/refusals.ts';
import type { Run } from './load-program.ts';
import { Recorder } from './recorder.ts';
import { OWN_THREADS } from './tools/sync-client.ts';
import { toolsFor } from './tools/tools.ts';
import { statusOf, wordsOf } from './words-of.ts';

/** How long nothing may happen before a program counts as over, and how long it is watched at most. */
const QUIET_MS = 25;
const MOST_AFTERMATH_MS = 3_000;

/** Runs a program with its inputs. Never rejects. */
export async function perform(run: Run, inputs: object, server: ServerAddress): Promise<LearnerRecord> {
  const recorder = new Recorder();
  process.on('worker', (worker) => {
    if (!OWN_THREADS.has(worker)) recorder.threadStartCount++;
  });
  process.on('unhandledRejection', (thrown) => recorder.isUnhandled(wordsOf(thrown)));
  // What is refused ends the run: a program may wait for it without end.
  const outcome = await Promise.race([
    outcomeOf(async () => run(inputs, toolsFor(server, recorder))),
    refused().then((what): Outcome => ({ type: 'threw', message: `tried to ${what}`, status: null })),
  ]);
  const settledAt = recorder.now();
  await quiet(recorder);
  return recorder.record(outcome, settledAt, firstRefusal());
}

async function outcomeOf(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return returned(await run());
  } catch (thrown) {
    return { type: 'threw', message: wordsOf(thrown), status: statusOf(thrown) };
  }
}

/** As it is now: what is added to a list later was not returned. */
function returned(value: unknown): Outcome {
  const kind = value === undefined ? 'nothing' : `something that is no plain data (${typeof value})`;
  try {
    return { type: 'returned', json: JSON.stringify(value) ?? null, kind };
  } catch {
    return { type: 'returned', json: null, kind };
  }
}

async function quiet(recorder: Recorder): Promise<void> {
  const endMs = monotonicMs() + MOST_AFTERMATH_MS;
  for (let count = -1; monotonicMs() < endMs; ) {
    const { activity } = recorder;
    if (!activity.underWay && activity.count === count) return;
    count = activity.count;
    await sleep(QUIET_MS);
  }
}
