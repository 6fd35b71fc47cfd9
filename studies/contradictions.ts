// Ten thousand documents that nobody measured, each told and then read by somebody who suspects every word. Ends with exit
// code 1 where a report says two things that cannot both be true.

import type { Report } from '../src/model/report/report.ts';
import { buildReport } from '../src/report/build-report.ts';
import { contradictionsOf } from '../src/report/testing/contradictions/contradictions.ts';
import { randomDocument } from '../src/report/testing/contradictions/random-document.ts';
import type { Study } from './study.ts';
import { drawTable } from './table.ts';

const FIRST_SEED = 1;
const DOCUMENT_COUNT = 10_000;
const LONG_FACTOR = 10;
const PROGRESS_EVERY = 1_000;
const MOST_EXAMPLES = 20;

interface Told {
  readonly seed: number;
  readonly work: string;
  readonly shownRowCount: number;
  readonly decidedRowCount: number;
  readonly hasWinner: boolean;
  readonly rule: string;
  readonly found: readonly string[];
}

export const study: Study = {
  id: 'contradictions',
  question: 'Does any report say two things that cannot both be true?',
  async run({ long, write }) {
    const count = DOCUMENT_COUNT * (long ? LONG_FACTOR : 1);
    const told: Told[] = [];
    for (let index = 0; index < count; index++) {
      told.push(tell(FIRST_SEED + index));
      if (told.length % PROGRESS_EVERY === 0) write(`${told.length} of ${count}`);
    }
    return resultOf(told);
  },
};

function tell(seed: number): Told {
  const { document, work, hasServer } = randomDocument(seed);
  const report = buildReport(document);
  const rows = report.scenarios.flatMap((scenario) => scenario.rows).filter(({ reason }) => reason === null);
  const open = ['reference', 'undecided'];
  return {
    ...{ seed, work, shownRowCount: rows.length, found: contradictionsOf(report, { hasServer }) },
    decidedRowCount: rows.filter(({ verdict, placebo }) => !placebo && !open.includes(verdict ?? 'undecided')).length,
    ...outcomeOf(report),
  };
}

function outcomeOf({ scenarios: [scenario] }: Report): Pick<Told, 'hasWinner' | 'rule'> {
  return { hasWinner: scenario !== undefined && scenario.winner !== null, rule: scenario?.whyRule ?? 'none' };
}

function resultOf(told: readonly Told[]) {
  const kinds = [...Map.groupBy(told, ({ work }) => work)].map(([kind, all]) => ({ kind, ...countsOf(all) }));
  const all = { kind: 'all', ...countsOf(told) };
  const rules = [...Map.groupBy(told, ({ rule }) => rule)].map(([rule, { length }]) => ({ rule, count: length }));
  const bad = told.filter(({ found }) => found.length > 0);
  const rows = [...kinds, all].map((counts) => Object.values(counts).map(String));
  const text = [
    drawTable(
      ['work', 'documents', 'rows\nshown', 'rows\ndecided', 'winners', 'documents with\na contradiction'],
      rows,
    ),
    `Seeds from ${FIRST_SEED} on; every report is read for verdicts against intervals, leaders against rows, advice against`,
    'leaders, and sentences against figures. Sentences told, by rule:',
    `  ${rules
      .toSorted((a, b) => b.count - a.count)
      .map(({ rule, count }) => `${rule} ${count}`)
      .join(', ')}.`,
    ...bad.slice(0, MOST_EXAMPLES).map(({ seed, found }) => `Seed ${seed}: ${found[0]}`),
  ].join('\n');
  const examples = bad.map(({ seed, work, found }) => ({ seed, work, found }));
  return { text, json: { firstSeed: FIRST_SEED, kinds, all, rules, bad: examples }, failed: bad.length > 0 };
}

function countsOf(told: readonly Told[]) {
  const sum = (count: (one: Told) => number) => told.reduce((total, one) => total + count(one), 0);
  return {
    documentCount: told.length,
    shownRowCount: sum(({ shownRowCount }) => shownRowCount),
    decidedRowCount: sum(({ decidedRowCount }) => decidedRowCount),
    winnerCount: sum(({ hasWinner }) => Number(hasWinner)),
    contradictedCount: sum(({ found }) => Number(found.length > 0)),
  };
}
