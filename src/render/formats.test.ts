// The rules of each machine-readable format.

import { describe, expect, it } from 'vitest';
import type { Report, Row } from '../model/report/report.ts';
import { buildReport } from '../report/build-report.ts';
import { buildComparison } from '../report/comparison/build-comparison.ts';
import { documentOf } from '../report/testing/document-builder.ts';
import { pastRuns } from '../report/testing/past-runs.ts';
import { changedDocument, downloadPages, sampleDocument } from '../report/testing/sample-documents.ts';
import { csvRenderer } from './csv/csv.ts';
import { csvText } from './csv/csv-text.ts';
import { ROW_FIELDS } from './csv/row-fields.ts';
import { jsonRenderer, toJson } from './json.ts';
import { markdownRenderer } from './markdown/markdown.ts';
import { escapeMarkdown, markdownTable } from './markdown/markdown-table.ts';
import { table } from './page/page.ts';
import { renderers } from './registry.ts';
import { sampleTimelines } from './testing/sample-timelines.ts';

const run = (report: Report) => ({ name: 'run.json', report });
const page = { width: 80, color: false, detailed: false };

describe('json', () => {
  it('is the report itself', () => {
    const report = buildReport(sampleDocument());
    expect(JSON.parse(jsonRenderer.renderReports([run(report)], page))).toEqual(report);
  });

  it('writes an open interval as "Infinity", never as null', () => {
    const report = buildReport(documentOf({ scenarios: [{ ...downloadPages, roundCount: 1 }] }));
    const read = JSON.parse(jsonRenderer.renderReports([run(report)], page));
    const gather = read.scenarios[0].rows.find((row: { name: string }) => row.name === 'gather');
    expect(gather.speedup.high).toBe('Infinity');
    expect(Number(gather.speedup.high)).toBe(Infinity);
  });

  it('refuses what is not a number', () => {
    expect(() => toJson({ medianMs: NaN })).toThrow(/under "medianMs", got NaN/);
  });
});

describe('csv', () => {
  it('quotes as RFC 4180 has it, one line for each row', () => {
    const fields = [
      { name: 'a,b', value: (row: string) => row },
      { name: 'empty', value: () => null },
    ];
    expect(csvText(fields, ['say "hi"', 'two\nlines', 'plain'])).toBe(
      '"a,b",empty\r\n"say ""hi""",\r\ntwo lines,\r\nplain,\r\n',
    );
  });

  it('has one line for each arm and as many fields in each', () => {
    const report = buildReport(sampleDocument());
    const lines = csvRenderer
      .renderReports([run(report)], page)
      .trimEnd()
      .split('\r\n');
    const armCount = report.scenarios.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(lines).toHaveLength(armCount + 1);
    expect(lines[0]).toContain('median_ms');
    const header = lines[0]?.split(',') ?? [];
    const gather =
      lines.find((line) => line.startsWith('download-pages,') && line.includes(',gather,'))?.split(',') ?? [];
    expect(Number(gather[header.indexOf('median_ms')])).toBe(report.scenarios[0]?.rows[2]?.medianMs);
  });

  it('holds where the time went, and why a figure is not there, as JSON in a cell', () => {
    const [scenario] = buildReport(documentOf({ scenarios: [downloadPages] })).scenarios;
    const row = scenario?.rows.find(({ name }) => name === 'gather');
    if (scenario === undefined || row === undefined || row.ledger === null) throw new Error('expected a ledger');
    const absences = [{ figure: 'floorMs', reason: 'nobody asked, "ever"' }] as const;
    const fields = (of: Row) => ROW_FIELDS.map(({ name, value }) => [name, value({ scenario, row: of })]);
    const told = Object.fromEntries(fields({ ...row, absences }));
    expect(JSON.parse(String(told.ledger))).toEqual(row.ledger);
    expect(JSON.parse(String(told.absences))).toEqual(absences);
    expect(told).toMatchObject({
      largest_part: row.ledger[0]?.name,
      largest_part_ratio: row.ledger[0]?.shareRatio,
      of_best_ratio: 1,
    });
    const mute = Object.fromEntries(fields({ ...row, ledger: null, largestPart: null, absences: [] }));
    expect(mute).toMatchObject({ ledger: null, absences: null, largest_part: null, largest_part_ratio: null });
  });

  it('lists what could not be compared too', () => {
    const comparison = buildComparison(sampleDocument(), changedDocument(), { marginRatio: 0.25 });
    const lines = csvRenderer.renderComparison(comparison, page).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + comparison.cells.length + comparison.unmatched.length);
  });
});

describe('markdown', () => {
  it('keeps text from becoming markup', () => {
    expect(escapeMarkdown('a | b <script> *c* `d` [e]\nf')).toBe('a \\| b &lt;script&gt; \\*c\\* \\`d\\` \\[e\\] f');
  });

  it('has as many cells in every line of a table', () => {
    const text = markdownTable(
      table(
        ['x | y', 'z'],
        [
          { header: 'a|b', kind: 'word', cell: (item) => item },
          { header: 'n', kind: 'figure', cell: ({ length }) => String(length) },
        ],
      ),
    );
    expect(text.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length)).toEqual([4, 4, 4, 4]);
  });

  it('puts the verdict first in a comparison and names what was not compared', () => {
    const text = markdownRenderer.renderComparison(
      buildComparison(sampleDocument(), changedDocument(), { marginRatio: 0.25, pastRuns: pastRuns(sampleDocument()) }),
      page,
    );
    expect(text.split('\n')[0]).toMatch(/^\*\*overlap-bench:\*\* 1 regressed/);
    expect(text).toMatch(/\| verdict \| scenario \| strategy \| change % \| 99 % interval \| base ms \| head ms \|/);
    expect(text).toMatch(/- not compared, removed: download-pages, bounded c\d+: only in base; head has bounded c\d+/);
    expect(text).toMatch(/would be found 9 times in 10/);
  });
});

describe('a failure message of thousands of characters', () => {
  const failure = { code: 'TASK_THREW', message: `boom ${'x'.repeat(5000)} end` };
  const arms = downloadPages.arms.map((arm) =>
    arm.strategyId === 'gather' ? { ...arm, status: { state: 'failed' as const, failure } } : arm,
  );
  const failing = documentOf({ scenarios: [{ ...downloadPages, arms }] });
  const pages = (id: string) => {
    const comparison = buildComparison(documentOf({ scenarios: [downloadPages] }), failing, { marginRatio: 0.25 });
    const options = { width: 1000, color: false, detailed: true };
    const renderer = renderers.get(id);
    return [
      renderer?.renderReports([run(buildReport(failing))], options),
      renderer?.renderComparison?.(comparison, options),
    ];
  };

  it.each(['table', 'markdown', 'html'])('is cut in %s', (id) => {
    for (const page of pages(id)) {
      expect(page).toMatch(/boom x{100,200}…/);
      expect(page).not.toMatch(/x{201}/);
    }
  });

  it('is whole in json', () => {
    for (const page of pages('json')) expect(page).toContain(failure.message);
  });
});

describe('text that acts unseen', () => {
  const acting = '\u001b[2J\u009b31m\u009d0;x\u0007\u202eevil\u2066\u0085\u2028';
  const failure = { code: `BAD${acting}`, message: `boom ${acting}` };
  const document = documentOf({
    scenarios: [
      {
        ...downloadPages,
        id: `pages${acting}`,
        title: `title ${acting}`,
        question: acting,
        arms: downloadPages.arms.map((arm) =>
          arm.strategyId === 'pool' ? { ...arm, status: { state: 'failed' as const, failure } } : arm,
        ),
      },
    ],
  });
  const comparison = buildComparison(documentOf({ scenarios: [downloadPages] }), document, { marginRatio: 0.25 });
  const runs = [
    {
      name: `a${acting}.json`,
      report: buildReport(document),
      timelines: [sampleTimelines(`pages${acting}`, `title ${acting}`)],
    },
    { name: 'b.json', report: buildReport(document) },
  ];

  it.each([...renderers.values()])('does not get into $id', (renderer) => {
    const drawn = renderer.renderReports(runs, page) + (renderer.renderComparison?.(comparison, page) ?? '');
    expect(drawn.replace(/\r?\n/gu, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(drawn).toContain('evil');
  });

  it('comes back whole from json', () => {
    const read = JSON.parse(jsonRenderer.renderReports([run(buildReport(document))], page));
    expect(read).toEqual(buildReport(document));
    expect(JSON.parse(toJson({ tag: '\u{e0041}' }))).toEqual({ tag: '\u{e0041}' });
  });
});

describe('several runs', () => {
  const [one, other] = [sampleDocument(), documentOf({ scenarios: [downloadPages] })].map(buildReport);
  if (one === undefined || other === undefined) throw new Error('expected two reports');
  const runs = [
    { name: 'results/one.json', report: one },
    { name: 'results/other.json', report: other },
  ];
  const draw = (id: string) => renderers.get(id)?.renderReports(runs, page) ?? '';

  it('make one array in json', () => expect(JSON.parse(draw('json'))).toEqual([one, other]));

  it('share one header in csv, and the first field tells them apart', () => {
    const lines = draw('csv').trimEnd().split('\r\n');
    expect(lines.filter((line) => line.includes('median_ms'))).toEqual([lines[0]]);
    const armCount = (report: Report) => report.scenarios.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      'document',
      ...new Array(armCount(one)).fill('results/one.json'),
      ...new Array(armCount(other)).fill('results/other.json'),
    ]);
  });

  it.each(['table', 'markdown', 'html'])('each have their name in %s, once', (id) => {
    const text = draw(id);
    for (const { name } of runs) expect(text.split(name)).toHaveLength(2);
    expect(text.indexOf('results/one.json')).toBeLessThan(text.indexOf('results/other.json'));
  });
});
