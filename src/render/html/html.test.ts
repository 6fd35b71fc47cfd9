// One page for a browser: everything that the report says, in a bounded number of bytes, whatever others wrote into the file; a
// lesson asks before it answers.

import { describe, expect, it } from 'vitest';
import { toldRun } from '../../api/rendering/told-run.ts';
import type { ResultDocument } from '../../model/document/document.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { htmlRenderer } from './html.ts';
import { taughtDocument, taughtRun, timelineOf } from './testing/taught-run.ts';

const options = { width: 80, color: false, detailed: true };
const pageOf = (document: ResultDocument) => htmlRenderer.renderReports([toldRun('run.json', document)], options);
const MOST_BYTES = 400_000;

describe('a page', () => {
  const run = taughtRun();
  const page = htmlRenderer.renderReports([run], options);

  it('has a figure for everything there is to see, each with its table', () => {
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
    expect(count(/<figure>/g)).toBe(count(/These figures as a table/g));
    for (const words of ['Speed-up over', 'Where the time went', 'Every sample', 'A bar is a task']) {
      expect(count(new RegExp(`<figcaption>.*?${words}`, 'g'))).toBeGreaterThanOrEqual(run.report.scenarios.length);
    }
  });

  it('tells where the result is: in the page', () => {
    expect(page).toContain('This page holds the result');
    expect(page).toContain('<script type="application/json" id="overlap-document">');
    expect(htmlRenderer.renderReports([run, run], options)).toContain('are not in this page');
    const { report, name } = run;
    expect(htmlRenderer.renderReports([{ report, name }], options)).not.toContain('id="overlap-document"');
  });

  it('draws each task once, of the sample nearest to the median', () => {
    const ordinary = (run.timelines ?? []).flatMap(({ timelines }) =>
      timelines.filter(({ reason, placebo }) => reason === 'typical' && !placebo),
    );
    expect(page.match(/class="row tasks"/g)).toHaveLength(ordinary.length);
  });
});

describe('a lesson', () => {
  const page = htmlRenderer.renderReports([taughtRun()], { ...options, lesson: true });

  it('shows the question, and has everything else behind a click', () => {
    const open = page.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '');
    // What is not within any details.
    let visible = open;
    for (let before = ''; before !== visible; ) {
      before = visible;
      visible = visible.replace(/<details(?:(?!<details)[\s\S])*?<\/details>/g, '');
    }
    for (const { question, why, rows } of taughtRun().report.scenarios) {
      expect(visible).toContain(question);
      expect(open).toContain(why.slice(0, 20));
      expect(visible).not.toContain(why.slice(0, 20));
      for (const { verdict } of rows) if (verdict === 'faster') expect(visible).not.toContain('>faster<');
    }
    expect(visible).not.toMatch(/<figure|<table/);
  });

  it('is no other page than the answer where none is asked for', () => {
    expect(htmlRenderer.renderReports([taughtRun()], { ...options, lesson: false })).not.toContain('class="answer"');
  });
});

describe('text of other people', () => {
  const nasty = `<img src=x onerror=alert(1)></title></style></script><script>alert(2)</script>\u202e\u001b[31m${'x'.repeat(10_000)}`;
  const document = documentOf({ scenarios: [{ ...downloadPages, title: nasty, question: nasty, target: nasty }] });
  const page = pageOf({
    ...document,
    scenarios: document.scenarios.map((scenario) => ({ ...scenario, explanation: nasty })),
  });

  it('becomes no element, wherever it stands', () => {
    expect(page).not.toMatch(/<img|<script>alert/);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page.match(/<\/title>/g)).toHaveLength(1);
    expect(page).toContain('&#60;img src=x onerror=alert(1)&#62;');
  });

  it('does not act unseen, and is cut', () => {
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    const withoutDocument = page.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
    expect(withoutDocument).not.toMatch(/x{2001}/);
  });
});

describe('the size of a page', () => {
  const big = (samples: number, tasks: number): ResultDocument => {
    const document = taughtDocument();
    return {
      ...document,
      cells: document.cells.map((cell) => {
        const [first] = cell.samples;
        if (first === undefined) return cell;
        return {
          ...cell,
          samples: Array.from({ length: samples }, (_, round) => ({
            ...first,
            round,
            wallMs: first.wallMs * (1 + ((round * 7919) % 1009) / 2e4),
          })),
          timelines: [{ ...timelineOf(cell, 'typical', 256), leftOutTaskCount: tasks - 256 }],
        };
      }),
    };
  };

  it('has room for a small document as it is', () => {
    const document = documentOf({ scenarios: [downloadPages] });
    const page = pageOf(document);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(MOST_BYTES);
    const [, json = ''] = /id="overlap-document">(.*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is bounded where the document is packed', () => {
    const page = pageOf(big(60, 256));
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(MOST_BYTES);
    expect(page.includes('id="overlap-document">{"gzip":"')).toBe(true);
  });

  it('is bounded where there are 100,000 samples and 10,000 tasks, and it says what was left out', () => {
    // Only what is drawn from the document itself is this large: to judge as many samples takes a minute.
    const document = big(11_500, 10_000);
    const run = { ...toldRun('huge.json', big(60, 10_000)), document };
    const page = htmlRenderer.renderReports([run], options);
    expect(document.cells.reduce((sum, { samples }) => sum + samples.length, 0)).toBeGreaterThan(100_000);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(MOST_BYTES);
    expect(/\d+ of \d+ samples are drawn/.test(page)).toBe(true);
    expect(/10000 tasks in .*? of them drawn/.test(page)).toBe(true);
    expect(/The result itself, with 1\d+ samples, .*? is left out: it is in huge\.json/.test(page)).toBe(true);
    expect(page).not.toContain('id="overlap-document"');
  });
});
