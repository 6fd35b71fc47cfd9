// Which beliefs a guess shows. One is named only where this run's own numbers refute it: the guess lies among the factors
// that the belief leads to and beyond what was measured, noise and all, and no such factor lies in the measured interval.

import { keyText, numberParameter } from '../../model/arm-key.ts';
import type { Cell } from '../../model/document/document.ts';
import type { ScenarioReport } from '../../model/report/report.ts';
import { knownShape } from '../../model/shape.ts';
import type { FoundMisconception, ScoredArm } from '../../model/teaching/guess.ts';
import { noiseOf, widened } from '../score.ts';
import { type BelievedArm, type FactorRange, MISCONCEPTIONS } from './misconceptions.ts';

/** One belief for each arm at most, in the order of the arms. */
export function findMisconceptions(
  scenario: ScenarioReport,
  arms: readonly ScoredArm[],
  cells: readonly Pick<Cell, 'key' | 'shape'>[],
): FoundMisconception[] {
  const shapes = new Map(cells.map(({ key, shape }) => [keyText(key), shape]));
  return arms.flatMap((scored) => {
    const believed = believedArm(scored, scenario, shapes.get(keyText(scored.key)) ?? null);
    const found = believed && MISCONCEPTIONS.find(({ leadsTo }) => isRefuted(leadsTo(believed), scored, scenario));
    if (!found) return [];
    const { id, belief, truth } = found;
    return [{ id, belief, key: scored.key, name: scored.name, truth: truth(believed) }];
  });
}

/** Also where the interval is too wide to score anybody: what lies beyond it is refuted all the same. */
function isRefuted(range: FactorRange | null, { guessRatio, measured }: ScoredArm, scenario: ScenarioReport): boolean {
  if (range === null || guessRatio === null || measured === null) return false;
  const { low, high } = widened(measured, noiseOf(scenario));
  const isPossible = guessRatio >= low && guessRatio <= high;
  const isBelieved = guessRatio >= range.from && guessRatio <= range.to;
  return isBelieved && !isPossible && (measured.high < range.from || measured.low > range.to);
}

/** Null where the file does not say what the arm did, or no task was measured alone. */
function believedArm(
  { key }: ScoredArm,
  { work, taskCount }: ScenarioReport,
  recorded: Cell['shape'],
): BelievedArm | null {
  const shape = recorded === null ? null : knownShape(recorded);
  if (shape === null || work === null) return null;
  const concurrency = Math.min(taskCount, numberParameter(key, 'concurrency') ?? taskCount);
  return { shape, work, taskCount, concurrency, threads: numberParameter(key, 'threads') ?? 0 };
}
