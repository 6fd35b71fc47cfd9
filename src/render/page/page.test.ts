// Formats cannot tell different facts: whatever stands on a page stands in each of them, at every width; a terminal that is
// not asked for details leaves out these and nothing else.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report, Row } from '../../model/report/report.ts';
import { buildReport } from '../../report/build-report.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { blocksMarkup } from '../html/blocks.ts';
import { escapeText } from '../html/markup.ts';
import { pageMarkdown } from '../markdown/markdown.ts';
import { escapeMarkdown } from '../markdown/markdown-table.ts';
import { pageText } from '../terminal/page-text.ts';
import { SAMPLE_COMPARISONS, sideBySide } from '../testing/sample-comparisons.ts';
import { comparisonPage } from './comparison/comparison-page.ts';
import { listPage } from './list-page.ts';
import { type Block, details, heading, type Page, type PlainBlock } from './page.ts';
import { preflightPage } from './preflight-page.ts';
import { reportPage } from './report/report-page.ts';

const golden = (name: string) => JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8'));
const report: Report = golden('report.json.txt');
const warned: Report = {
  ...report,
  warnings: [{ code: 'A', message: 'The machine was busy.', remedy: 'Close a program.' }],
  scenarios: report.scenarios.map((scenario) => ({
    ...scenario,
    warnings: [{ code: 'B', message: 'Too few rounds.', remedy: 'Raise --rounds.' }],
    rows: scenario.rows.map((row) => ({
      ...row,
      warnings: [{ code: 'C', message: `it took ${row.sampleCount} looks.`, remedy: 'Look again.' }],
    })),
  })),
};
const preflight = documentOf({ scenarios: [downloadPages] }).preflight;

const pages: Record<string, Page> = {
  'a report': reportPage(report, null),
  'a report among others, with warnings': reportPage(warned, 'results/of-today.json'),
  'a report of nothing': reportPage({ ...report, scenarios: [] }, null),
  'a report in which nothing ran': reportPage(
    { ...report, scenarios: report.scenarios.map((scenario) => ({ ...scenario, rows: [] })) },
    null,
  ),
  ...Object.fromEntries(
    Object.entries(SAMPLE_COMPARISONS).map(([name, comparison]) => [
      `a comparison, ${name}`,
      comparisonPage(comparison),
    ]),
  ),
  'the catalogue': listPage({
    scenarios: report.scenarios,
    limits: report.scenarios,
    examples: report.scenarios,
    lessons: report.scenarios,
    tags: ['slow'],
    strategies: [
      { id: 'gather', idea: 'all at once, which is what a page of links asks for', schedule: 'all at once' },
    ],
    byName: [{ id: 'batches', idea: 'groups', schedule: 'c that end together' }],
  }),
  ...(preflight && { 'the price list': preflightPage(preflight) }),
};

/** What a page says: to a reader in a hurry, to one who asked for details, and what only the latter sees. */
type Reader = 'hurried' | 'curious';
const blocksOf = (page: Page, reader: Reader): PlainBlock[] =>
  [...page.outcome, ...page.body].flatMap((block: Block) => {
    if (block.type !== 'details') return [block];
    return reader === 'curious' ? block.blocks : [];
  });

/** All sentences of a block, each with the words that belong together. */
function textsOf(block: PlainBlock): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'text':
      return [block.text, block.label ?? ''];
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case 'warnings':
      return block.warnings.map(({ message, remedy }) => `${message} ${remedy}`);
    // Pictures have tests of their own.
    case 'timelines':
      return [];
    case 'table':
      return block.columns.flatMap(({ kind, header, cells }) =>
        kind === 'prose' ? cells : kind === 'figure' ? header.split('\n') : [],
      );
  }
}

const wordsOf = (page: Page, reader: Reader = 'curious') => [
  page.title ?? '',
  ...blocksOf(page, reader).flatMap(textsOf),
];
const hasFigures = (kind: string) => kind === 'word' || kind === 'figure';
const cellsOf = (page: Page, reader: Reader) =>
  blocksOf(page, reader).flatMap((block) =>
    block.type === 'table' ? block.columns.flatMap(({ kind, cells }) => (hasFigures(kind) ? cells : [])) : [],
  );

/** Texts and cells of the page that are missing, or stand there less often than they should. */
function missing(
  page: Page,
  reader: Reader,
  drawn: string,
  asDrawn: (text: string) => string,
  cellEnd: RegExp,
): string[] {
  const flowing = drawn.replace(/\s+/gu, ' ');
  const tokens = drawn.replace(/\n {2}(?=\S)/gu, ' ').split(cellEnd);
  const countOf = (cell: string) => tokens.filter((token) => token === cell || token.endsWith(` ${cell}`)).length;
  const texts = wordsOf(page, reader).filter((text) => !flowing.includes(asDrawn(text)));
  const cells = [...Map.groupBy(cellsOf(page, reader), String)].filter(([cell, all]) => {
    const whole = countOf(asDrawn(cell));
    // On a narrow page a cell may be broken at its blanks.
    const broken = Math.min(...cell.split(' ').map((word) => countOf(asDrawn(word))));
    return Math.max(whole, broken) < all.length;
  });
  return [...texts, ...cells.map(([cell]) => cell)];
}

describe.each(Object.entries(pages))('%s', (_, page) => {
  describe.each(['hurried', 'curious'] as const)('for a %s reader', (reader) => {
    it.each([40, 60, 80, 130, 200])('is whole on a terminal of %i places', (width) => {
      const text = pageText(page, { width, color: false, detailed: reader === 'curious' });
      expect(missing(page, reader, text, (words) => words, /\n| {2,}|, |: /u)).toEqual([]);
    });
  });

  it('is whole in Markdown', () => {
    expect(missing(page, 'curious', pageMarkdown(page), escapeMarkdown, /\n| ?\| ?/u)).toEqual([]);
  });

  it('is whole for a browser', () => {
    const { source } = blocksMarkup([...page.outcome, ...page.body]);
    const drawn = `${escapeText(page.title ?? '')}\n${source.replace(/<\/?strong>|<\/?d[td]>/gu, '').replace(/<[^>]*>/gu, '\n')}`;
    expect(missing(page, 'curious', drawn, escapeText, /\n/u)).toEqual([]);
  });
});

it('leaves details to who asks, and says how to ask', () => {
  const page = reportPage(report, null);
  const texts = (reader: Reader) => blocksOf(page, reader).flatMap(textsOf);
  const onlyDetails = texts('curious').filter((text) => !texts('hurried').includes(text));
  expect(onlyDetails).toEqual(expect.arrayContaining(['floor', 'predicted', 'waiting', 'Bound by']));
  const [short, whole] = [false, true].map((detailed) => pageText(page, { width: 400, color: false, detailed }));
  for (const text of onlyDetails.filter((each) => /^(floor:|predicted:|Noise floor)/u.test(each))) {
    expect(short).not.toContain(text);
    expect(whole).toContain(text);
  }
  expect(short).toMatch(/\n\nMore of every row: --details\b.*\n$/u);
  expect(whole).not.toContain('--details');
  expect(pageText(comparisonPage(sideBySide), { width: 80, color: false, detailed: false })).not.toContain('--details');
});

it('folds the details in Markdown, and keeps a label from becoming a tag', () => {
  const label = 'a <b> & c';
  const page: Page = { title: null, outcome: [], body: details(label, [heading('in it')]) };
  expect(pageMarkdown(page)).toBe(
    '# overlap-bench\n\n<details><summary>a &lt;b&gt; &amp; c</summary>\n\n## in it\n\n</details>\n',
  );
  expect(details(label, [])).toEqual([]);
});

it('a report tells what only one format told once', () => {
  const undecided = (row: Row): Row => ({ ...row, verdict: 'undecided', smallestEffectRatio: 1.064 });
  const scenarios = report.scenarios.map((scenario) => ({
    ...scenario,
    rows: scenario.rows.map((row) => (row.name === 'gather' && row.reason === null ? undecided(row) : row)),
  }));
  const told = wordsOf(reportPage({ ...report, scenarios }, null)).join('\n');
  expect(told).toContain('Smallest difference this run would have decided: gather 6 %.');
  expect(told).toContain('A task alone');
  expect(told).toMatch(/^waits for 99 % of its time, computes on its thread for 1 %, on other threads .* for 0 %\.$/mu);
  expect(told).toContain('Slow ends, sequential over row');
  expect(told).toMatch(/^Largest part of the time: waiting one after another \(sequential 95 %, .*\); waiting for/mu);
  expect(told).toContain('The parts of the time, in ms; those of a row add up to its time:');
  expect(told).toContain('Nothing under predicted for pool w2: theory has no rule for this schedule.');
  expect(told).toContain('Bound by');
  for (const { explanation } of report.scenarios) expect(told).toContain(explanation);
});

it('shows a column only where a row has something in it, and explains no other', () => {
  const of = (withFloors: boolean) =>
    reportPage(
      {
        ...report,
        scenarios: report.scenarios.map((scenario) => ({
          ...scenario,
          rows: scenario.rows.map((row) => (withFloors ? row : { ...row, floorMs: null })),
        })),
      },
      null,
    );
  const tables = (page: Page) =>
    blocksOf(page, 'curious').flatMap((block) =>
      block.type === 'table' ? block.columns.map(({ header }) => header) : [],
    );
  expect(tables(of(true))).toContain('floor\nms');
  expect(tables(of(false))).not.toContain('floor\nms');
  expect(wordsOf(of(true)).join('\n')).toMatch(/^floor: /mu);
  expect(wordsOf(of(false)).join('\n')).not.toMatch(/^floor: /mu);
});

it('names the rows of a missing figure once for each reason', () => {
  const [first] = report.scenarios;
  if (first === undefined) throw new Error('expected a scenario');
  const told = (absencesOf: (name: string) => Row['absences']) => {
    const rows = first.rows.map((row) => ({ ...row, absences: absencesOf(row.name) }));
    const words = wordsOf(reportPage({ ...report, scenarios: [{ ...first, rows }] }, null));
    return words.filter((text) => text.startsWith('Nothing under'));
  };
  const floor = { figure: 'floorMs', reason: 'one reason' } as const;
  const predicted = { figure: 'predictedMs', reason: 'one reason' } as const;
  expect(told((name) => (name === 'gather' ? [floor, predicted] : name === 'pool w2' ? [predicted] : []))).toEqual([
    'Nothing under floor, predicted for gather: one reason.',
    'Nothing under predicted for pool w2: one reason.',
  ]);
  expect(told((name) => (name === 'gather+pool' ? [] : [floor]))).toEqual([
    'Nothing under floor for all arms: one reason.',
  ]);
  expect(told((name) => (['gather', 'pool w2'].includes(name) ? [{ ...floor, reason: name }] : []))).toEqual([
    'Nothing under floor for gather: gather.',
    'Nothing under floor for pool w2: pool w2.',
  ]);
  expect(told(() => [])).toEqual([]);
});

it('opens no sentence where a scenario says nothing', () => {
  const mute = report.scenarios.map((scenario) => ({ ...scenario, explanation: ' ', question: '' }));
  const page = reportPage({ ...report, scenarios: mute }, null);
  expect(wordsOf(page)).not.toContain('How it works');
  expect(blocksOf(page, 'curious').filter((block) => block.type === 'text' && block.text.trim() === '')).toEqual([]);
});

it('caps what a run of two rounds would have decided', () => {
  const two = buildReport(documentOf({ scenarios: [{ ...downloadPages, roundCount: 2 }] }));
  const huge = {
    ...two,
    scenarios: two.scenarios.map((scenario) => ({
      ...scenario,
      rows: scenario.rows.map((row) => ({ ...row, verdict: 'undecided' as const, smallestEffectRatio: 27_734.45 })),
    })),
  };
  expect(wordsOf(reportPage(huge, null)).join('\n')).toMatch(/would have decided: .*gather over 1,000 %/u);
});
