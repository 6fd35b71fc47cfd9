// Where the trials of a study come from: real twins (sampled now, or taken from a document) and simulated machines.
// A real session is one set of samples, drawn from again and again; a simulated one is made afresh for every trial.

import { readDocument } from '../../src/document/store.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { sampleTwins } from '../false-alarms-sampler.ts';
import { sessionsOfDocument } from './document-session.ts';
import type { Session } from './session.ts';
import { NOISY, QUIET, simulateSession } from './simulated-session.ts';
import type { StudyOptions } from './study.ts';

/** A named supply of sessions of identical arms. */
export interface Source {
  readonly name: string;
  readonly real: boolean;
  session(random: () => number): Session;
}

/** Rounds in each epoch of every source. */
export const EPOCH_ROUNDS = 210;

/** Simulated machines, `epochCount` fresh epochs a trial. */
export function simulatedSources(epochCount: number): Source[] {
  return [QUIET, NOISY].map((machine) => ({
    name: machine.name,
    real: false,
    session: (random) => simulateSession(machine, epochCount, EPOCH_ROUNDS, random),
  }));
}

/** Real twins: from the document when one is given, else sampled now (about two seconds an epoch). */
export async function realSources({ long, write, documentPath }: StudyOptions, seed: number): Promise<Source[]> {
  const sessions =
    documentPath === undefined
      ? await sampleTwins({ epochCount: long ? 40 : 8, roundCount: EPOCH_ROUNDS, random: seededRandom(seed), write })
      : sessionsOfDocument(await readDocument(documentPath));
  return sessions.map((session) => ({ name: session.name, real: true, session: () => session }));
}
