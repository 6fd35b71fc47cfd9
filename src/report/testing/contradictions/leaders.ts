// Winner and leaders against the rows of the same table.

import { isSameArm } from '../../../model/arm-key.ts';
import type { NamedArm, RatioInterval, Row, ScenarioReport } from '../../../model/report/report.ts';

/** Rows with numbers that anybody asked for: without the placebo. */
export function shownRows({ rows }: ScenarioReport): Row[] {
  return rows.filter(({ reason, placebo }) => reason === null && !placebo);
}

/** The row of an arm, if its numbers are shown. */
export function rowOf(arm: NamedArm, scenario: ScenarioReport): Row | undefined {
  return shownRows(scenario).find(({ key }) => isSameArm(key, arm.key));
}

/** A difference below this makes nobody a loser. */
const MATTERS_RATIO = 1.05;

/** What of winner and leaders the rows refute. */
export function leaderContradictions(scenario: ScenarioReport): string[] {
  const found: string[] = [];
  const claim = (holds: boolean, words: string) => {
    if (!holds) found.push(words);
  };
  const { winner, leaders, leadersAre, leadersSpeedup } = scenario;
  const shown = shownRows(scenario);
  const leading = leaders.flatMap((arm) => rowOf(arm, scenario) ?? []);
  const trailing = shown.filter((row) => !leading.includes(row));
  const reference = shown.find(({ verdict }) => verdict === 'reference');
  const names = leaders.map(({ name }) => name).join(', ');
  claim(leading.length === leaders.length, `a leader has no numbers: ${names}`);
  claim(shown.length === 0 || leaders.length > 0, 'rows with numbers and no leader');
  const counted = {
    none: leaders.length === 0,
    one: leaders.length === 1,
    alike: leaders.length > 1,
    undecided: leaders.length > 1,
  };
  claim(counted[leadersAre], `${leaders.length} leaders are ${leadersAre}`);
  if (winner !== null) {
    const row = rowOf(winner, scenario);
    claim(leaders.length === 1 && leaders[0]?.name === winner.name, `winner ${winner.name}, leaders ${names}`);
    claim(row?.verdict === 'faster' || row?.verdict === 'reference', `winner ${winner.name} is ${row?.verdict}`);
    if (row === reference)
      claim(
        trailing.every(({ verdict }) => verdict === 'slower'),
        'the reference wins over rows that are not slower',
      );
  }
  const oughtToWin = reference !== undefined && shown.length > 1 && leaders.length === 1;
  claim(!oughtToWin || winner !== null, `${names} leads alone and wins nothing`);
  for (const one of leading) {
    if (one === reference)
      claim(
        shown.every(({ verdict }) => verdict !== 'faster'),
        'the reference leads above a faster row',
      );
    claim(one.verdict !== 'slower', `${one.name} leads and is slower`);
    for (const other of leading)
      claim(!liesApart(one, other), `${one.name} and ${other.name} lead with intervals apart`);
  }
  const isBest = (row: Row) =>
    shown.every(
      (other) => other === row || ((row.medianMs ?? 0) < (other.medianMs ?? 0) && ratioOf(row) > ratioOf(other)),
    );
  for (const row of trailing) claim(!isBest(row), `${row.name} is best by median and factor, and does not lead`);
  if (leadersAre === 'alike') {
    // Held against each other in the rounds that they shared; against the reference in others, whose intervals must meet.
    const intervals = leading.flatMap(({ speedup }) => speedup ?? []);
    const meet = Math.max(...intervals.map(({ low }) => low)) <= Math.min(...intervals.map(({ high }) => high));
    claim(meet, `${names} are alike at ${leading.map(ratioOf).join(', ')}`);
  }
  if (leadersSpeedup !== null)
    claim(
      leading.every((row) => row.speedup !== null && isWithin(row.speedup, leadersSpeedup)),
      'a leader outside the common factor',
    );
  if (leading.includes(reference as Row)) claim(leadersSpeedup === null, 'a factor of the reference over itself');
  return found;
}

function ratioOf({ speedup }: Row): number {
  return speedup?.ratio ?? 1;
}

function liesApart(one: Row, other: Row): boolean {
  if (one.speedup === null || other.speedup === null || one.speedup.low <= other.speedup.high) return false;
  const matters = one.speedup.ratio / other.speedup.ratio > MATTERS_RATIO;
  return matters && (one.verdict === 'faster' || other.verdict === 'slower');
}

function isWithin(part: RatioInterval, whole: RatioInterval): boolean {
  return whole.low <= part.low && part.high <= whole.high && whole.low <= whole.ratio && whole.ratio <= whole.high;
}
