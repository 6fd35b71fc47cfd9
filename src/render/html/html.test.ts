// One page for a browser: everything that the report says, in a bounded number of bytes, whatever others wrote into the file; a
// lesson asks before it answers.

import { describe, expect, it } from 'vitest';
import { toldRun } from '../../api/rendering/told-run.ts';
import { documentTextOf } from '../../document/from-page.ts';
import type { ResultDocument } from '../../model/document/document.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { PART_NAMES } from './body/scenario-parts.ts';
import { htmlRenderer } from './html.ts';
import { manyScenariosRun } from './testing/many-scenarios.ts';
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

  const bytesOf = (page: string) => Buffer.byteLength(page);
  const documentOfPage = (page: string) => /<script type="application\/json"[\s\S]*?<\/script>/.exec(page)?.[0] ?? '';

  it('is what is told and the document, where there are 100,000 samples and 10,000 tasks, and it says that this is large', () => {
    // Only what is drawn from the document itself is this large: to judge as many samples takes a minute.
    const document = big(11_500, 10_000);
    const run = { ...toldRun('huge.json', big(60, 10_000)), document };
    const page = htmlRenderer.renderReports([run], options);
    expect(document.cells.reduce((sum, { samples }) => sum + samples.length, 0)).toBeGreaterThan(100_000);
    expect(/\d+ of \d+ samples are drawn/.test(page)).toBe(true);
    expect(/10000 tasks in .*? of them drawn/.test(page)).toBe(true);
    expect(JSON.parse(documentTextOf(page, 'huge.html')).cells).toHaveLength(document.cells.length);
    expect(bytesOf(page)).toBeGreaterThan(MOST_BYTES);
    expect(bytesOf(page) - bytesOf(documentOfPage(page))).toBeLessThanOrEqual(250_000);
    expect(/That alone takes \d+ kB, so this page is larger than the 400 kB/.test(page)).toBe(true);
  });

  describe('with sixty scenarios', () => {
    const { document, ...told } = manyScenariosRun(60);
    const leftOut = (page: string) =>
      [...page.matchAll(/<li>([^<]*?), of all (?:but the first (\d+) of )?(\d+) scenarios<\/li>/g)].map(
        ([, name, shown = '0', count]) => [name, Number(shown), Number(count)] as const,
      );
    const names = Object.values(PART_NAMES);

    it('keeps to its bound, and says what is left out: tasks before charts, charts before tables', () => {
      const page = htmlRenderer.renderReports([told], options);
      expect(bytesOf(page)).toBeLessThanOrEqual(MOST_BYTES);
      expect(bytesOf(page)).toBeGreaterThan(MOST_BYTES * 0.9);
      const found = leftOut(page);
      // All that comes after the first part that has no room is left out altogether.
      expect(found.map(([name]) => name)).toEqual(
        names.filter((name) => name !== PART_NAMES.samples).slice(-found.length),
      );
      expect(found.slice(1).every(([, shown]) => shown === 0)).toBe(true);
      expect(page).toContain('overlap show FILE --timeline all');
      expect(page.match(/<h2>download/g)?.length).toBe(60);
    });

    it('has room for tasks where nothing else is wanted', () => {
      const few = manyScenariosRun(8);
      const page = htmlRenderer.renderReports([few], options);
      expect(bytesOf(page)).toBeLessThanOrEqual(MOST_BYTES);
      const [first] = leftOut(page);
      expect([PART_NAMES.telling, PART_NAMES.others]).toContain(first?.[0]);
      // They are of the first scenarios, and of no other.
      expect(page.indexOf('class="row tasks"')).toBeLessThan(page.lastIndexOf('<section>'));
    });

    it('leaves the rest to the summary where even tables have no room', () => {
      const many = manyScenariosRun(400);
      const page = htmlRenderer.renderReports([{ name: many.name, report: many.report }], options);
      expect(bytesOf(page)).toBeLessThanOrEqual(MOST_BYTES);
      expect(leftOut(page)[0]?.[0]).toBe(PART_NAMES.told);
      for (const id of ['download-pages-1', 'download-then-hash-200'])
        expect(page).toContain(`<th scope="row">${id}</th>`);
    });

    it('keeps the document whole, and the page as small as it leaves room for', () => {
      const page = htmlRenderer.renderReports([{ ...told, document }], options);
      expect(JSON.parse(documentTextOf(page, 'many.html')).scenarios).toHaveLength(60);
      expect(bytesOf(page) - bytesOf(documentOfPage(page))).toBeLessThanOrEqual(250_000);
    });

    it('is bounded where tasks alone are asked for, and where there are several runs', () => {
      const tasks = htmlRenderer.renderTimelines?.(told.timelines ?? [], false, options) ?? '';
      expect(bytesOf(tasks)).toBeLessThanOrEqual(MOST_BYTES);
      expect(tasks).toMatch(/leaves out the tasks of \d+ of 60 scenarios/);
      expect(bytesOf(htmlRenderer.renderReports([told, told, told], options))).toBeLessThanOrEqual(MOST_BYTES);
    });
  });

  it('leaves out nothing of an ordinary run', () => {
    expect(htmlRenderer.renderReports([taughtRun()], options)).not.toContain('leaves out');
    expect(htmlRenderer.renderTimelines?.(taughtRun().timelines ?? [], false, options)).not.toContain('leaves out');
  });
});
