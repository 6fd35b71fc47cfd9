// Where the trials of a study come from: real twins (sampled now, or taken from a document) and simulated machines.
// A real session is one set of samples, drawn from again and again; a simulated one is made afresh for every trial.

import { readDocument } from '../../src/document/store.ts';
import { seededRandom } from '../../src/model/seeded-random.ts';
import { sampleTwins } from '../belief/false-alarms-sampler.ts';
import type { StudyOptions } from '../study.ts';
import { sessionsOfDocument } from './document-session.ts';
import type { Session } from './session.ts';
import { NOISY, QUIET, simulateSession, UNEVEN } from './simulated-session.ts';

/** A named supply of sessions of identical arms. */
export interface Source {
  readonly name: string;
  readonly real: boolean;
  session(random: () => number): Session;
}

/** Long enough for rules that want two hundred samples of one process in a row. */
const LONG_EPOCH_ROUNDS = 210;
const SHORT_EPOCH_ROUNDS = 60;

/** Simulated machines, `epochCount` fresh epochs a trial. */
export function simulatedSources(epochCount: number): Source[] {
  return [QUIET, NOISY, UNEVEN].map((machine) => ({
    name: machine.name,
    real: false,
    session: (random) => simulateSession(machine, epochRounds(epochCount), random),
  }));
}

/** Real twins: from the document when one is given, else sampled now (some five seconds an epoch). */
export async function realSources({ long, write, documentPath }: StudyOptions, seed: number): Promise<Source[]> {
  if (documentPath !== undefined) return documentSources(sessionsOfDocument(await readDocument(documentPath)));
  const sessions = await sampleTwins({ epochRounds: epochRounds(long ? 48 : 16), random: seededRandom(seed), write });
  return sessions.map((session) => ({ name: session.name, real: true, session: () => session }));
}

// All scenarios of a document are one source: a trial draws its scenario first.
function documentSources(sessions: readonly Session[]): Source[] {
  if (sessions.length === 0) return [];
  const session = (random: () => number) => sessions[Math.floor(random() * sessions.length)] as Session;
  return [{ name: 'real, document', real: true, session }];
}

/** A long epoch for the blocked rules, three short ones for the rest, and so on. */
export function epochRounds(epochCount: number): number[] {
  return Array.from({ length: epochCount }, (_, epoch) => (epoch % 4 === 0 ? LONG_EPOCH_ROUNDS : SHORT_EPOCH_ROUNDS));
}
