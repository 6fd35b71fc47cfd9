// What must hold for every report: nothing wider than the page, no escape code without colour, the same words with it.

import { describe, expect, it } from 'vitest';
import type { Report } from '../model/report/report.ts';
import { seededRandom } from '../model/seeded-random.ts';
import { buildReport } from '../report/build-report.ts';
import { buildComparison } from '../report/comparison/build-comparison.ts';
import { type ArmWords, documentOf, type ScenarioWords } from '../report/testing/document-builder.ts';
import { changedDocument, sampleDocument } from '../report/testing/sample-documents.ts';
import { listPage } from './page/list-page.ts';
import { preflightPage } from './page/preflight-page.ts';
import { renderers } from './registry.ts';
import { pageText } from './terminal/page-text.ts';
import { tableRenderer } from './terminal/terminal.ts';
import { SAMPLE_COMPARISONS } from './testing/sample-comparisons.ts';
import { textWidth } from './text-width.ts';

const ESCAPE = String.fromCharCode(27);
const WIDTHS = [20, 40, 60, 72, 79, 80, 81, 100, 120, 160, 240];

/** A scenario that nobody would write, from a seed: odd sizes, long names, failures, escape codes in messages. */
function oddScenario(seed: number): ScenarioWords {
  const random = seededRandom(seed);
  const wallMs = 10 ** (random() * 7 - 2);
  const arm = (strategyId: string, more: Partial<ArmWords> = {}): ArmWords => ({
    strategyId,
    wallMs: wallMs * (0.01 + random()),
    ...more,
  });
  const message = `${ESCAPE}[31mred${ESCAPE}[0m\nand a very-long-word-${'x'.repeat(150)} | ${'日本語'.repeat(20)}`;
  return {
    id: `scenario-${ESCAPE}[7m${seed}-${'long-'.repeat(Math.floor(random() * 6))}name`,
    title: `${ESCAPE}[1mBold${ESCAPE}[0m 🎉 ${'title '.repeat(Math.floor(random() * 20))}`,
    question: 'Why? '.repeat(Math.floor(random() * 40)),
    kind: (['io', 'cpu', 'mixed'] as const)[seed % 3] ?? 'io',
    taskCount: 1 + Math.floor(random() * 1000),
    task: { ioMs: 5, serverMs: 4, computeMs: seed % 3 === 0 ? 0 : 3 },
    roundCount: Math.floor(random() * 12),
    calibrated: random() > 0.3,
    noiseRatio: random(),
    arms: [
      arm('sequential', { wallMs }),
      arm('sequential', { wallMs, placebo: true }),
      arm('gather'),
      arm('bounded', { concurrency: 1000 }),
      arm(`pool${ESCAPE}[31m-chunked\n`, { threads: 64 }),
      arm('gather+pool', { threads: 2, status: { state: 'failed', failure: { code: 'TASK_THREW', message } } }),
      arm('pool', { threads: 2, status: { state: 'skipped', reason: message } }),
    ],
  };
}

const documents = [
  sampleDocument(),
  documentOf({ scenarios: [] }),
  ...Array.from({ length: 12 }, (_, seed) => documentOf({ scenarios: [oddScenario(seed), oddScenario(seed + 100)] })),
];

const run = (report: Report) => ({ name: 'run.json', report });
const reports = documents.map(buildReport);
const comparisons = [
  ...documents.map((document) => buildComparison(document, changedDocument(), { marginRatio: 0.25 })),
  ...Object.values(SAMPLE_COMPARISONS),
];

const pages = (width: number, color: boolean, detailed = true) => {
  const options = { width, color, detailed };
  return [
    ...reports.map((report) => tableRenderer.renderReports([run(report)], options)),
    ...comparisons.map((comparison) => tableRenderer.renderComparison(comparison, options)),
    ...documents.map(({ scenarios }) =>
      pageText(
        listPage({
          scenarios,
          limits: [],
          examples: [],
          lessons: scenarios,
          tags: ['slow'],
          strategies: [],
          byName: [],
        }),
        options,
      ),
    ),
    ...documents.flatMap(({ preflight }) => (preflight === null ? [] : [pageText(preflightPage(preflight), options)])),
  ];
};

describe('terminal pages', () => {
  it.each(WIDTHS)('are never wider than %i places', (width) => {
    const drawn = [...pages(width, width % 2 === 0), ...pages(width, false, false)];
    const tooWide = drawn.flatMap((page) => page.split('\n').filter((line) => textWidth(line) > width));
    expect(tooWide).toEqual([]);
  });

  it('say the same with colour as without', () => {
    const codes = new RegExp(`${ESCAPE}\\[\\d+m`, 'gu');
    expect(pages(80, true).map((page) => page.replace(codes, ''))).toEqual(pages(80, false));
  });

  it('colour the winner green', () => {
    const page = tableRenderer.renderReports([run(buildReport(sampleDocument()))], {
      width: 80,
      color: true,
      detailed: false,
    });
    expect(page).toContain(`${ESCAPE}[32mfaster${ESCAPE}[39m`);
  });

  it('never show a p-value', () => {
    expect(pages(200, false).filter((page) => /probability|p-value/u.test(page))).toEqual([]);
  });
});

describe.each([...renderers.values()])('format $id', (renderer) => {
  it('has no escape code without colour and ends with a line break', () => {
    const options = { width: 80, color: false, detailed: false };
    const texts = [
      ...reports.map((report) => renderer.renderReports([run(report)], options)),
      ...comparisons.map((comparison) => renderer.renderComparison?.(comparison, options) ?? '\n'),
    ];
    expect(texts.filter((text) => text.includes(ESCAPE))).toEqual([]);
    expect(texts.filter((text) => !text.endsWith('\n'))).toEqual([]);
    expect(texts.filter((text) => /\bNaN\b|\bundefined\b/u.test(text))).toEqual([]);
  });
});
