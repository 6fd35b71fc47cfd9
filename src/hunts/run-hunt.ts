// One run of a learner's program: a server with the hidden figures of a seed, a process for the program, and the verdict.

import { FixtureProcess } from '../runner/processes/fixture-process.ts';
import { quoted } from '../visible-text.ts';
import type { Hunt, Verdict } from './hunt.ts';
import { LearnerProcess } from './learner-process.ts';
import { count } from './words.ts';

/** No right program comes near it. */
const DEADLINE_MS = 15_000;

/** What to run, and with which figures. */
export interface HuntRun {
  readonly hunt: Hunt;
  readonly file: string;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly deadlineMs?: number;
}

/** Throws `HUNT_FILE` for a file that is no program, `INTERRUPTED` when told to stop, and as `FixtureProcess.start` does. */
export async function runHunt({ hunt, file, seed, signal, deadlineMs = DEADLINE_MS }: HuntRun): Promise<Verdict> {
  const turn = hunt.open(seed);
  const learner = await LearnerProcess.load(file, signal);
  try {
    const fixture = await FixtureProcess.start(turn.fixture, signal);
    try {
      const record = await learner.run(turn.inputs, fixture.address, deadlineMs, signal);
      const server = await fixture.account();
      return 'how' in record ? noEnd(record.how, server) : turn.judge({ ...record, server });
    } finally {
      // Nobody waits for its answers any more.
      await learner.close();
      await fixture.close();
    }
  } finally {
    await learner.close();
  }
}

function noEnd(
  how: string,
  { requestCount, servedCount }: { readonly requestCount: number; readonly servedCount: number },
): Verdict {
  const asked = `the server had been asked for ${count(requestCount, 'page')} and had answered ${servedCount}`;
  return {
    solved: false,
    misconception: 'the program does not come to an end of its own',
    seen: `Its process ${quoted(how)}; by then ${asked}.`,
    why: 'There is an answer only when `run` returns, or the promise that it returns resolves.',
    look: 'Look for a promise that nothing ever resolves, a loop whose end is never reached, or a call that ends the process.',
  };
}
