// What was decided about a scenario, in a line: the words that a reader takes away, and that stand in no other place.

import { isSameArm } from '../../model/arm-key.ts';
import type { NamedArm, Row, ScenarioReport } from '../../model/report.ts';
import { formatRatio } from '../units.ts';
import { referenceName, winnerOf } from './names.ts';
import type { Tone } from './page.ts';

/** What was decided, and whether that is good news. */
export interface Decision {
  readonly words: string;
  readonly tone: Tone | null;
}

/** The outcome of one scenario. */
export function decisionOf(scenario: ScenarioReport): Decision {
  const { reference, leaders } = scenario;
  const winner = winnerOf(scenario);
  if (leaders.length === 0) return { words: 'nothing, no arm has numbers', tone: 'bad' };
  if (winner !== undefined) return { words: victory(scenario, [winner]), tone: 'good' };
  const rows = leaders.flatMap((leader) => rowOf(scenario, leader) ?? []);
  const isReference = (row: Row) => reference !== null && isSameArm(row.key, reference.key);
  if (rows.every(({ verdict }) => verdict === 'faster')) return { words: victory(scenario, rows), tone: 'good' };
  const others = scenario.rows.filter((row) => row.verdict !== null && !row.placebo && !isReference(row));
  if (others.length > 0 && others.every(({ verdict }) => verdict === 'no gain' || verdict === 'slower')) {
    return { words: `no gain above 5 % over ${referenceName(scenario)}`, tone: null };
  }
  const open = rows.filter(({ verdict }) => verdict !== 'no gain').map(({ name }) => name);
  return { words: open.length < 2 ? 'undecided' : `undecided between ${listing(open)}`, tone: 'doubt' };
}

function rowOf({ rows }: ScenarioReport, { key }: NamedArm): Row | undefined {
  return rows.find((row) => !row.placebo && isSameArm(row.key, key));
}

// "gather = bounded c8: 3.35 to 3.39× over sequential": leaders share what they gain.
function victory(scenario: ScenarioReport, rows: readonly Row[]): string {
  const names = rows.map(({ name }) => name).join(' = ');
  const ratios = rows.flatMap(({ speedup }) => (speedup === null ? [] : [speedup.ratio]));
  if (ratios.length === 0) return `${names}: the fastest`;
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map(formatRatio);
  return `${names}: ${least === most ? least : `${least} to ${most}`}× over ${referenceName(scenario)}`;
}

function listing(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
