// The advice against leaders, verdicts and figures.

import type { Row, ScenarioReport } from '../../../model/report/report.ts';
import { rowOf, shownRows } from './leaders.ts';

const LONGEST_BUDGET_S = 600;

/** What of the advice the table refutes. */
export function adviceContradictions(scenario: ScenarioReport): string[] {
  const found: string[] = [];
  const { advice, leaders, winner } = scenario;
  const claim = (holds: boolean, words: string) => {
    if (!holds) found.push(`advice "${advice}": ${words}`);
  };
  const shown = shownRows(scenario);
  const reference = shown.find(({ verdict }) => verdict === 'reference');
  const leading = leaders.flatMap((arm) => rowOf(arm, scenario) ?? []);
  claim(!/NaN|Infinity|undefined|null/.test(advice), 'no words for a reader');
  if (advice.startsWith('no advice')) {
    const excused =
      reference === undefined || shown.length < 2 || scenario.warnings.some(({ code }) => code === 'unmeasurable');
    claim(excused, 'there is something to say');
    return found;
  }
  const prose = advice.replace(/`[^`]*`/g, '');
  const named = namedRows(prose, scenario.rows);
  claim(named.length > 0, 'names no arm');
  const isUndecided = prose.startsWith('undecided');
  for (const row of named) {
    // Where every leader gains nothing, what is left open is told of an arm that does not lead.
    const isOpen =
      isUndecided && row.verdict === 'undecided' && leading.every(({ verdict }) => verdict !== 'undecided');
    claim(leading.includes(row) || isOpen, `${row.name} does not lead`);
  }
  claim(!(winner !== null && isUndecided), 'undecided with a winner');
  if (winner !== null) claim(prose.startsWith(winner.name), `does not begin with the winner ${winner.name}`);
  const [, most] = /gains more than (\d+) %/.exec(prose) ?? [];
  const others = shown.filter((row) => row !== reference);
  if (most !== undefined) {
    claim(leading.includes(reference as Row), 'stays with a reference that does not lead');
    for (const row of others) {
      claim((row.speedup?.high ?? Infinity) <= 1 + Number(most) / 100 + 1e-9, `${row.name} may gain more`);
    }
  }
  const promising = others.filter(({ verdict, speedup }) => verdict === 'undecided' && (speedup?.ratio ?? 0) >= 1.05);
  if (promising.length > 0 && leading.includes(reference as Row)) claim(isUndecided, 'settles what is undecided');
  for (const [, text = '', low = '', high = ''] of prose.matchAll(/([\d.]+)× \(([\d.]+)–([^)]+)\)/g)) {
    const isShown = shown.some(
      ({ speedup }) =>
        speedup !== null &&
        isWritten(speedup.ratio, text) &&
        isWritten(speedup.low, low) &&
        (high === '∞' || isWritten(speedup.high, high)),
    );
    claim(isShown, `${text} (${low}–${high}) is in no row`);
  }
  const [, count] = /from the (\d+)(?:st|nd|rd|th) batch/.exec(prose) ?? [];
  if (count !== undefined)
    claim(
      named.some((row) => row.breakEvenBatchCount === Number(count) && Number(count) > 1),
      'another break-even',
    );
  const [, amount = '', unit] = /--budget (\d+)(s|m)`/.exec(advice) ?? [];
  if (unit !== undefined)
    claim(Number(amount) * (unit === 'm' ? 60 : 1) <= LONGEST_BUDGET_S, 'asks for more than ten minutes');
  const [, ids] = /--strategy ([^`\s]+)/.exec(advice) ?? [];
  const known = shown.map(({ key }) => key.strategyId);
  if (ids !== undefined)
    claim(
      ids.split(',').every((id) => known.includes(id)),
      `asks for ${ids}`,
    );
  return found;
}

/** Rows whose names stand in a text; a name within a longer name does not count. */
export function namedRows(text: string, rows: readonly Row[]): Row[] {
  let rest = text;
  return rows
    .filter(({ placebo }) => !placebo)
    .toSorted((a, b) => b.name.length - a.name.length)
    .filter(({ name }) => {
      const stands = rest.includes(name);
      rest = rest.replaceAll(name, '•');
      return stands;
    });
}

/** True where the text is this number, as far as it goes. */
export function isWritten(value: number, text: string): boolean {
  const decimals = text.split('.')[1]?.length ?? 0;
  return value.toFixed(decimals) === text;
}
