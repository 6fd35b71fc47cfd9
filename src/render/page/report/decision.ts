// What was decided about a scenario, in a line: the words that a reader takes away. Decided it was by report/; here it is
// only said.

import { isSameArm } from '../../../model/arm-key.ts';
import type { Row, ScenarioReport } from '../../../model/report/report.ts';
import { formatRatio } from '../../units.ts';
import { leadingRows, referenceName, winnerOf } from '../names.ts';
import type { Tone } from '../page.ts';

/** What was decided, and whether that is good news. */
export interface Decision {
  readonly words: string;
  readonly tone: Tone | null;
}

/** The outcome of one scenario. */
export function decisionOf(scenario: ScenarioReport): Decision {
  const winner = winnerOf(scenario);
  if (winner !== undefined) return { words: victory(scenario, winner.name), tone: 'good' };
  const leaders = leadingRows(scenario);
  if (leaders.length === 0) return { words: 'no arm has numbers', tone: 'bad' };
  if (leaders.length === 1) return { words: 'nothing to compare', tone: null };
  if (leaders.every(({ verdict }) => verdict === 'faster')) return aheadTogether(scenario, leaders);
  if (isWithoutGain(scenario)) return { words: `no gain above 5 % over ${referenceName(scenario)}`, tone: null };
  const open = leaders.filter(({ verdict }) => verdict !== 'no gain');
  return { words: `undecided between ${listing(open.length < 2 ? leaders : open)}`, tone: 'doubt' };
}

/** "gather = bounded c8: 3.37× over sequential"; the equals sign is for arms that were shown to be as fast. */
function aheadTogether(scenario: ScenarioReport, leaders: readonly Row[]): Decision {
  if (scenario.leadersAre !== 'alike') {
    return { words: `${victory(scenario, listing(leaders))}, undecided between them`, tone: 'good' };
  }
  return { words: victory(scenario, leaders.map(({ name }) => name).join(' = ')), tone: 'good' };
}

// The reference itself has no speed-up.
function victory(scenario: ScenarioReport, names: string): string {
  const { leadersSpeedup } = scenario;
  if (leadersSpeedup === null) return `${names}: the fastest`;
  return `${names}: ${formatRatio(leadersSpeedup.ratio)}× over ${referenceName(scenario)}`;
}

function isWithoutGain({ rows, reference }: ScenarioReport): boolean {
  const others = rows.filter(
    ({ key, verdict, placebo }) =>
      verdict !== null && !placebo && !(reference !== null && isSameArm(key, reference.key)),
  );
  return others.length > 0 && others.every(({ verdict }) => verdict === 'no gain' || verdict === 'slower');
}

function listing(rows: readonly Row[]): string {
  const names = rows.map(({ name }) => name);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The outcome with what to reach for: advice that says itself that nothing is decided does not say it twice. */
export function decisionWithAdvice(scenario: ScenarioReport): string {
  const { advice, rows } = scenario;
  const { words } = decisionOf(scenario);
  const open = 'undecided: ';
  if (advice.startsWith(open) && words.startsWith('undecided')) return `${words}: ${advice.slice(open.length)}.`;
  if (rows.some(({ name }) => advice.startsWith(name))) return `${words}. Reach for ${advice}.`;
  return `${words}. ${advice.slice(0, 1).toUpperCase()}${advice.slice(1)}.`;
}
