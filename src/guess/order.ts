// The order that follows from guessed factors, held against the pairs whose order the run decided. Undecided pairs count for
// nobody: a guess is neither right nor wrong about what nobody knows.

import type { RatioInterval, Row, ScenarioReport } from '../model/report/report.ts';
import type { ArmGuess, OrderScore } from '../model/teaching/guess.ts';

/** An arm in the order: what was guessed and what is known of it. The reference has 1 for both. */
interface Placed {
  readonly name: string;
  readonly guessRatio: number;
  readonly interval: RatioInterval;
  readonly row: Row | null;
}

/** Counts the pairs of guessed arms, the reference among them, whose order was decided, and those guessed right. */
export function orderOf(scenario: ScenarioReport, guesses: readonly ArmGuess[]): OrderScore {
  const decided = isUnmeasurable(scenario) ? [] : pairsOf(placed(scenario, guesses)).flatMap(inOrder);
  const wrong = decided.filter(([faster, slower]) => faster.guessRatio <= slower.guessRatio);
  return {
    rightCount: decided.length - wrong.length,
    pairCount: decided.length,
    wrong: wrong.map(([faster, slower]) => ({ faster: faster.name, slower: slower.name })),
  };
}

function placed({ reference, rows }: ScenarioReport, guesses: readonly ArmGuess[]): Placed[] {
  const measured = rows.flatMap((row): Placed[] => {
    const guess = guesses.find(({ name }) => name === row.name);
    if (guess === undefined || row.speedup === null) return [];
    return [{ name: row.name, guessRatio: guess.ratio, interval: row.speedup, row }];
  });
  if (reference === null) return [];
  return [{ name: reference.name, guessRatio: 1, interval: { ratio: 1, low: 1, high: 1 }, row: null }, ...measured];
}

function pairsOf(all: readonly Placed[]): [Placed, Placed][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [Placed, Placed] => [one, other]));
}

/** The faster first; nothing where it was not decided. Of two arms beside the reference their intervals decide, by lying apart. */
function inOrder([one, other]: [Placed, Placed]): [Placed, Placed][] {
  if (one.row === null) {
    if (other.row?.verdict === 'faster') return [[other, one]];
    return other.row?.verdict === 'slower' ? [[one, other]] : [];
  }
  if (one.interval.low > other.interval.high) return [[one, other]];
  return other.interval.low > one.interval.high ? [[other, one]] : [];
}

/** Nothing is decided where too little of a run is left. */
function isUnmeasurable({ warnings }: ScenarioReport): boolean {
  return warnings.some(({ code }) => code === 'unmeasurable');
}
