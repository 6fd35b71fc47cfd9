// Reads a report as a suspicious person would, and lists what in it cannot be true together: verdicts against intervals,
// leaders against rows, advice against leaders, sentences against figures. It knows the words of the sentences and none
// of the code that made them.

import type { Report, Row, ScenarioReport } from '../../../model/report/report.ts';
import { adviceContradictions } from './advice.ts';
import { leaderContradictions } from './leaders.ts';
import { type Inkling, isDisturbed, sentenceContradictions } from './sentences.ts';

/** One line for each contradiction, the scenario first; empty for a report that holds together. */
export function contradictionsOf(report: Report, inkling: Inkling): string[] {
  return report.scenarios.flatMap((scenario) =>
    [
      ...scenario.rows.flatMap((row) => [...rowContradictions(row, scenario), ...ledgerContradictions(row)]),
      ...workContradictions(scenario),
      ...leaderContradictions(scenario),
      ...adviceContradictions(scenario),
      ...sentenceContradictions(scenario, inkling),
    ].map((line) => `${scenario.id}: ${line}`),
  );
}

/** What a reader takes for the same. */
const BAND = 1.05;
/** Of intervals that are read; ruling out a gain needs no more. */
const READING_LEVEL = 0.95;

function rowContradictions(row: Row, scenario: ScenarioReport): string[] {
  const found: string[] = [];
  const claim = (holds: boolean, words: string) => {
    if (!holds) found.push(`row ${row.name}: ${words}`);
  };
  const { speedup, verdict, speedupLevelRatio: level, breakEvenBatchCount } = row;
  claim((speedup === null) === (level === null), 'an interval and its level stand together');
  const least = verdict === 'no gain' || isDisturbed(scenario) ? READING_LEVEL : scenario.levelRatio;
  claim(level === null || (level >= least && level < 1), `level ${level} below that of the table`);
  claim((row.reason === null) === (verdict !== null), `verdict ${verdict} with reason ${row.reason}`);
  const effect = row.smallestEffectRatio;
  claim(effect === null || (effect >= 1 && effect <= 10), `smallest effect ${effect}`);
  claim(breakEvenBatchCount === null || verdict === 'faster', `break-even of a row that is ${verdict}`);
  if (breakEvenBatchCount !== null) claim(breakEvenBatchCount === breakEvenOf(row, scenario), 'break-even');
  if (speedup === null) {
    claim(verdict === null || verdict === 'reference' || verdict === 'undecided', `${verdict} without an interval`);
    return found;
  }
  const { ratio, low, high } = speedup;
  claim(low <= ratio && ratio <= high, `${ratio} outside ${low}–${high}`);
  if (verdict === 'faster') claim(low > 1, `faster at ${low}–${high}`);
  if (verdict === 'slower') claim(high < 1, `slower at ${low}–${high}`);
  if (verdict === 'no gain') claim(high <= BAND, `no gain at ${low}–${high}`);
  const isOpen = isDisturbed(scenario) || (low <= 1 && high > BAND);
  if (verdict === 'undecided') claim(isOpen, `undecided at ${low}–${high}`);
  return found;
}

/** What the parts may miss of the median that they are parts of. */
const LEDGER_TOLERANCE_RATIO = 0.01;

function ledgerContradictions({ name, ledger, largestPart, medianMs }: Row): string[] {
  if (ledger === null) return largestPart === null ? [] : [`row ${name}: a largest part of nothing`];
  const found: string[] = [];
  const sumMs = ledger.reduce((sum, { ms }) => sum + ms, 0);
  const gapMs = Math.abs(sumMs - (medianMs ?? 0));
  if (!(gapMs <= LEDGER_TOLERANCE_RATIO * (medianMs ?? 0)))
    found.push(`row ${name}: parts of ${sumMs} ms, ${medianMs} in all`);
  if (ledger.some(({ ms, shareRatio }) => !(ms >= 0 && shareRatio >= 0 && shareRatio <= 1)))
    found.push(`row ${name}: odd part`);
  if (ledger.some(({ ms }) => ms > (largestPart?.ms ?? 0))) found.push(`row ${name}: a part above the largest`);
  return found;
}

function breakEvenOf(row: Row, { rows }: ScenarioReport): number | null {
  const reference = rows.find(({ verdict }) => verdict === 'reference');
  if (row.startupMs === null || row.medianMs === null || !reference?.medianMs) return null;
  return Math.max(1, Math.ceil(row.startupMs / (reference.medianMs - row.medianMs)));
}

const MOSTLY = 0.85;

function workContradictions({ work, boundBy }: ScenarioReport): string[] {
  if (work === null) return boundBy === 'unknown' ? [] : [`bound by ${boundBy}, and no task was measured`];
  const { waitingRatio, computingHereRatio, computingElsewhereRatio } = work;
  const shares = [waitingRatio, computingHereRatio, computingElsewhereRatio];
  const sum = shares.reduce((total, share) => total + share, 0);
  const found = Math.abs(sum - 1) < 1e-9 && shares.every((share) => share >= -1e-9) ? [] : [`work adds up to ${sum}`];
  const shareOfWord: Record<string, number> = {
    waiting: waitingRatio,
    'computing here': computingHereRatio,
    'computing on other threads': computingElsewhereRatio,
    'server CPU': waitingRatio > 0.4 ? 1 : 0,
    'a mix': Math.max(...shares) < MOSTLY ? 1 : 0,
  };
  return (shareOfWord[boundBy] ?? 0) >= MOSTLY ? found : [...found, `bound by ${boundBy} at ${shares.join(', ')}`];
}
