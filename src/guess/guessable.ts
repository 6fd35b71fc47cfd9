// What can be guessed at: every arm but the reference, whose factor is 1, and its placebo.

import { isSameArm, keyText } from '../model/arm-key.ts';
import type { Cell } from '../model/document/document.ts';
import type { NamedArm, ScenarioReport } from '../model/report/report.ts';
import { knownShape } from '../model/shape.ts';
import type { AskedArm } from '../model/teaching/guess.ts';

/** An arm that somebody may guess at. */
export interface GuessableArm extends AskedArm {
  /** False for one that is named and not run: nobody is asked for it. */
  readonly runs: boolean;
}

/** The arms of a scenario, in the order of its table. */
export interface Guessable {
  readonly reference: NamedArm;
  readonly arms: readonly GuessableArm[];
}

/** Those of a run that was made; null where it has no reference. */
export function guessableOf(
  { reference, rows }: Pick<ScenarioReport, 'reference' | 'rows'>,
  cells: readonly Pick<Cell, 'key' | 'shape'>[],
): Guessable | null {
  if (reference === null) return null;
  const shapes = new Map(cells.map(({ key, shape }) => [keyText(key), shape]));
  const others = rows.filter(({ key, placebo }) => !placebo && !isSameArm(key, reference.key));
  return {
    reference,
    arms: others.map(({ key, name, status }) => {
      const recorded = shapes.get(keyText(key)) ?? null;
      return { key, name, shape: recorded && knownShape(recorded), runs: status !== 'skipped' };
    }),
  };
}
