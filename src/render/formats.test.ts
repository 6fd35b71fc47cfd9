// The rules of each machine-readable format.

import { describe, expect, it } from 'vitest';
import { buildReport } from '../report/build-report.ts';
import { buildComparison } from '../report/comparison/build-comparison.ts';
import { documentOf } from '../report/testing/document-builder.ts';
import { changedDocument, downloadPages, sampleDocument } from '../report/testing/sample-documents.ts';
import { csvRenderer } from './csv/csv.ts';
import { csvText } from './csv/csv-text.ts';
import { jsonRenderer, toJson } from './json.ts';
import { markdownRenderer } from './markdown/markdown.ts';
import { escapeMarkdown, markdownTable } from './markdown/markdown-table.ts';
import { renderers } from './registry.ts';

const page = { columns: 80, color: false };

describe('json', () => {
  it('is the report itself', () => {
    const report = buildReport(sampleDocument());
    expect(JSON.parse(jsonRenderer.renderReport(report, page))).toEqual(report);
  });

  it('writes an open interval as "Infinity", never as null', () => {
    const report = buildReport(documentOf({ scenarios: [{ ...downloadPages, roundCount: 1 }] }));
    const read = JSON.parse(jsonRenderer.renderReport(report, page));
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
    const lines = csvRenderer.renderReport(report, page).trimEnd().split('\r\n');
    const armCount = report.scenarios.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(lines).toHaveLength(armCount + 1);
    expect(lines[0]).toContain('median_ms');
    const header = lines[0]?.split(',') ?? [];
    const gather =
      lines.find((line) => line.startsWith('download-pages,') && line.includes(',gather,'))?.split(',') ?? [];
    expect(Number(gather[header.indexOf('median_ms')])).toBe(report.scenarios[0]?.rows[2]?.medianMs);
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
    const table = markdownTable([
      { header: 'a|b', align: 'left', cells: ['x | y', 'z'] },
      { header: 'n', align: 'right', cells: ['1', '2'] },
    ]);
    expect(table.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length)).toEqual([4, 4, 4, 4]);
  });

  it('puts the verdict first in a comparison and names what was not compared', () => {
    const text = markdownRenderer.renderComparison(
      buildComparison(sampleDocument(), changedDocument(), { marginRatio: 0.25 }),
      page,
    );
    expect(text.split('\n')[0]).toMatch(/^\*\*overlap-bench:\*\* 1 regressed/);
    expect(text).toMatch(/\| verdict \| scenario \| strategy \| change × \| 95 % interval \| base ms \| head ms \|/);
    expect(text).toMatch(/- not compared: download-pages, bounded c\d+: only in base; head has bounded c\d+/);
    expect(text).toMatch(/6 to 20 %/);
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
    const options = { columns: 1000, color: false };
    const renderer = renderers.get(id);
    return [renderer?.renderReport(buildReport(failing), options), renderer?.renderComparison(comparison, options)];
  };

  it.each(['table', 'markdown'])('is cut in %s', (id) => {
    for (const page of pages(id)) {
      expect(page).toMatch(/boom x{100,200}…/);
      expect(page).not.toMatch(/x{201}/);
    }
  });

  it('is whole in json', () => {
    for (const page of pages('json')) expect(page).toContain(failure.message);
  });
});
