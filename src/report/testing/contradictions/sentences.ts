// The sentence against the figures of the table: whatever it says of an arm must stand in that arm's row.

import type { Row, ScenarioReport } from '../../../model/report/report.ts';
import { isWritten } from './advice.ts';
import { shownRows } from './leaders.ts';

/** What a report does not say and its document does. */
export interface Inkling {
  /** False where no task asked the fixture server for anything: nobody may then blame it. */
  readonly hasServer: boolean;
}

const BAND = 1.05;
const SMALL_GAIN = 1.1;

/** What of the sentence the table refutes. */
export function sentenceContradictions(scenario: ScenarioReport, { hasServer }: Inkling): string[] {
  const found: string[] = [];
  const { why, leaders, leadersAre, whyRule } = scenario;
  const claim = (holds: boolean, words: string) => {
    if (!holds) found.push(`"${why}" (${whyRule}): ${words}`);
  };
  const shown = shownRows(scenario);
  claim(!/NaN|Infinity|undefined|null|-\d| {2}/.test(why), 'no words for a reader');
  claim(!/ceiling|the fastest\b|so it is not one program/.test(why), 'claims more than it can know');
  claim(hasServer || !/\bserver\b|\brequest/i.test(why), 'names a server that nobody asked');
  claim(!isDisturbed(scenario) || whyRule === 'disturbed' || whyRule.startsWith('no-'), 'tells of disturbed rounds');
  for (const { row, rest } of shown.flatMap((row) => saidOf(row, why, scenario.rows))) {
    for (const line of clauseContradictions(row, rest)) claim(false, line);
  }
  const factors = [...why.matchAll(/was ([\d.]+|over a million) times as fast/g)].map(([, text = '']) => text);
  for (const text of factors) {
    const faster = shown.filter(({ verdict }) => verdict === 'faster');
    claim(
      faster.some(({ speedup }) => text === 'over a million' || isWritten(speedup?.ratio ?? 0, text)),
      `no row is ${text} times as fast`,
    );
  }
  claim(!/this run is undecided/.test(why) || leadersAre === 'undecided', 'undecided between leaders that are not');
  claim(!/are alike/.test(why) || leadersAre === 'alike', 'alike and not so');
  const [, most] = /leaves ([\d.]+) times at most/.exec(why) ?? [];
  if (most !== undefined) {
    const threaded = shown.filter(({ key }) => 'threads' in key.parameters);
    for (const { name, speedup } of threaded) claim((speedup?.ratio ?? 0) <= Number(most) + 0.005, `${name} passes it`);
  }
  if (/one thread is enough|waited side by side|these threads work on/.test(why)) {
    claim(
      leaders.some(({ name }) => shown.some((row) => row.name === name && row.verdict === 'faster')),
      'a cause without a decided gain',
    );
  }
  const [, predicted = '', rest = ''] = /Theory predicts ([\d.]+) times for (.*)/.exec(why) ?? [];
  const foreseen = shown.find(({ name }) => rest.startsWith(`${name}.`));
  const fromMs = shown.find(({ verdict }) => verdict === 'reference')?.predictedMs ?? 0;
  if (foreseen !== undefined) {
    claim(isWritten(fromMs / (foreseen.predictedMs ?? 0), predicted), `theory predicts otherwise for ${foreseen.name}`);
  }
  const [, gained] = /no schedule gained more than (\d+) %/.exec(why) ?? [];
  if (gained !== undefined) {
    const highs = shown
      .filter(({ verdict }) => verdict !== 'reference')
      .map(({ speedup }) => speedup?.high ?? Infinity);
    claim(
      highs.every((high) => high <= 1 + Number(gained) / 100 + 1e-9),
      'a row may have gained more',
    );
  }
  for (const [, text = ''] of why.matchAll(/([\d.]+) % of/g)) claim(Number(text) <= 100, `${text} % of a whole`);
  return found;
}

/** True where so many rounds were lost that nothing may be decided, whatever the intervals say. */
export function isDisturbed({ warnings }: ScenarioReport): boolean {
  return warnings.some(({ code }) => code === 'unmeasurable');
}

interface Said {
  readonly row: Row;
  /** What follows the name. */
  readonly rest: string;
}

/** Every place where the text names a row, with what it says of it. */
function saidOf(row: Row, text: string, rows: readonly Row[]): Said[] {
  const longer = rows.map(({ name }) => name).filter((name) => name !== row.name && name.includes(row.name));
  const masked = longer.reduce((rest, name) => rest.replaceAll(name, '•'), text);
  return masked
    .split(row.name)
    .slice(1)
    .map((rest) => ({ row, rest }));
}

function clauseContradictions(row: Row, rest: string): string[] {
  const found: string[] = [];
  const claim = (holds: boolean, words: string) => {
    if (!holds) found.push(`of ${row.name}: ${words}`);
  };
  const { verdict, speedup } = row;
  const [, faster] = /^ (?:(?:(?!\. )[^:;])* and )?was ([\d.]+) times as fast/.exec(rest) ?? [];
  if (faster !== undefined) {
    claim(verdict === 'faster', `was ${faster} times as fast, and is ${verdict}`);
    claim(isWritten(speedup?.ratio ?? 0, faster), `${faster} is not ${speedup?.ratio}`);
  }
  const [, measured] = /^ (?:(?:(?!\. )[^:;])* and )?measured ([\d.]+)× \([^)]*\), undecided/.exec(rest) ?? [];
  if (measured !== undefined) {
    claim(verdict === 'undecided', `measured and undecided, and is ${verdict}`);
    claim(isWritten(speedup?.ratio ?? 0, measured), `${measured} is not ${speedup?.ratio}`);
  }
  const [, most] = /^ (?:(?:(?!\. )[^:;])* and )?gained no more than (\d+) %/.exec(rest) ?? [];
  if (most !== undefined) {
    claim(
      verdict !== 'faster' && (speedup?.high ?? Infinity) <= 1 + Number(most) / 100 + 1e-9,
      `gained at most ${most} %`,
    );
    claim((speedup?.ratio ?? 0) <= BAND, 'measured a gain');
  }
  if (/^(?:(?!\. ).)*: starting tasks together adds no processor/.test(rest)) {
    claim(verdict !== 'faster' && (speedup?.high ?? Infinity) <= SMALL_GAIN, 'adds no processor');
  }
  if (/^ (?:(?:(?!\. )[^:;])* and )?was slower/.test(rest))
    claim(verdict === 'slower', `was slower, and is ${verdict}`);
  const [, took] = /^ took ([\d.]+) ms/.exec(rest) ?? [];
  if (took !== undefined)
    claim(Math.abs(Number(took) - (row.medianMs ?? 0)) <= 0.006 * Number(took) + 0.5, `took ${row.medianMs} ms`);
  return found;
}
