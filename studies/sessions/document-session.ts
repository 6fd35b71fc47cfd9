// Identical arms from a result document: every reference arm and its placebo, which each run measures anyway.

import { isSameArm } from '../../src/model/arm-key.ts';
import type { Cell, ResultDocument } from '../../src/model/document/document.ts';
import type { Session } from './session.ts';

/** One session for each scenario whose reference and placebo completed and have rounds in common. */
export function sessionsOfDocument(document: ResultDocument): Session[] {
  const sessions = document.scenarios.flatMap(({ id, reference: referenceKey }) => {
    const cells = document.cells.filter((cell) => cell.key.scenarioId === id && cell.status.state === 'completed');
    const placebo = cells.find((cell) => cell.placebo);
    const reference = cells.find((cell) => !cell.placebo && referenceKey !== null && isSameArm(cell.key, referenceKey));
    return placebo === undefined || reference === undefined ? [] : [sessionOf(id, reference, placebo)];
  });
  return sessions.filter(({ epochs }) => epochs.length > 0);
}

function sessionOf(name: string, reference: Cell, placebo: Cell): Session {
  const twins = new Map(placebo.samples.map((sample) => [sample.round, sample]));
  const rounds = reference.samples.flatMap((sample) => {
    const twin = twins.get(sample.round);
    const disturbed = sample.contaminated !== undefined || twin?.contaminated !== undefined;
    return twin === undefined || disturbed ? [] : [{ epoch: sample.epoch, a: sample.wallMs, b: twin.wallMs }];
  });
  const byEpoch = Map.groupBy(rounds, (round) => round.epoch);
  const epochs = [...byEpoch.values()].map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b) }));
  return { name, epochs };
}
