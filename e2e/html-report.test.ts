// Pages in a real browser: nothing is loaded and nothing complained of, everybody can read them, in light and dark, on a phone and
// on a wall, with a script and without; and what is drawn is as long as the JSON says.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toldRun } from '../src/api/rendering/told-run.ts';
import { parseDocument } from '../src/document/parse.ts';
import { classOf } from '../src/guess/class/class-of.ts';
import { guessDocument } from '../src/guess/testing/guess-document.ts';
import { measuredScenario, outcomeAt } from '../src/guess/testing/measured-scenario.ts';
import type { ResultDocument } from '../src/model/document/document.ts';
import type { ScenarioReport } from '../src/model/report/report.ts';
import { guessFormats } from '../src/render/guess/guess-formats.ts';
import { htmlRenderer } from '../src/render/html/html.ts';
import { manyScenariosRun } from '../src/render/html/testing/many-scenarios.ts';
import { sweptRun } from '../src/render/html/testing/swept-run.ts';
import { taughtDocument, taughtRun } from '../src/render/html/testing/taught-run.ts';
import { large, sideBySide } from '../src/render/testing/sample-comparisons.ts';
import { downloadPages } from '../src/report/testing/sample-documents.ts';
import { findChromium, NO_BROWSER } from './browser/find-chromium.ts';

const OPTIONS = { width: 80, color: false, detailed: true };
const EXAMPLE = fileURLToPath(new URL('../results/examples/two-cores.json', import.meta.url));
const WIDTHS = [360, 800, 1_920, 3_840];
// Bars of tasks have neither words nor roles, and are thousands.
const VIOLATIONS = `axe.run({ exclude: ['.tasks svg'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]))`;
const BEYOND = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const NASTY = '<img src="http://127.0.0.1:9/x" onerror="alert(1)"></title></style><script>alert(2)</script>\u202e';

const nasty = (document: ResultDocument): ResultDocument => ({
  ...document,
  scenarios: document.scenarios.map((scenario) => ({
    ...scenario,
    title: `${NASTY}${'x'.repeat(10_000)}`,
    question: NASTY,
    explanation: NASTY,
  })),
});
const GUESSED = { ...downloadPages, title: NASTY, question: NASTY };
const GUESS = 'gather=20,pool=2';
const measured = measuredScenario(GUESSED);
const guessPages = guessFormats.get('html');
const runOf = (document: ResultDocument, lesson = false) =>
  htmlRenderer.renderReports([toldRun('run.json', document)], { ...OPTIONS, lesson });

const PAGES: Record<string, () => string> = {
  'a run with timelines': () => runOf(taughtDocument()),
  'a lesson': () => runOf(taughtDocument(), true),
  'the example of the repository': () => runOf(parseDocument(readFileSync(EXAMPLE, 'utf8'), EXAMPLE)),
  'text of other people': () => runOf(nasty(taughtDocument())),
  'timelines alone': () => htmlRenderer.renderTimelines?.(taughtRun().timelines ?? [], false, OPTIONS) ?? '',
  'a run with a sweep': () => htmlRenderer.renderReports([sweptRun()], OPTIONS),
  'more scenarios than there is room for': () => htmlRenderer.renderReports([manyScenariosRun(60)], OPTIONS),
  'a guess': () =>
    guessPages?.prediction(
      {
        guess: guessDocument(GUESSED, GUESS),
        outcome: outcomeAt(measured, GUESS),
        scenario: measured.scenario,
        refuting: [],
      },
      OPTIONS,
    ) ?? '',
  'a class': () =>
    guessPages?.class({ guesses: [], together: classOf([guessDocument(GUESSED, GUESS)]) }, OPTIONS) ?? '',
  'a comparison': () => htmlRenderer.renderComparison(sideBySide, OPTIONS),
  'a comparison of many cells': () => htmlRenderer.renderComparison(large, OPTIONS),
};

const executablePath = findChromium();
if (executablePath === null) console.warn(`e2e/html-report.test.ts ${NO_BROWSER}`);

describe.skipIf(executablePath === null)(
  `pages in a browser${executablePath === null ? ` (${NO_BROWSER})` : ''}`,
  () => {
    let browser: Browser;
    let folder = '';
    const urls = new Map<string, string>();

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'overlap-pages-'));
      for (const [name, draw] of Object.entries(PAGES)) {
        const path = join(folder, `${urls.size}.html`);
        writeFileSync(path, draw());
        urls.set(name, pathToFileURL(path).href);
      }
      // Root is refused a sandbox of its own by the system, and so are most containers.
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Opens a page, hands it over, and closes it; what it said and asked for is returned. */
    async function open(name: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
      const context = await browser.newContext(options);
      const said: string[] = [];
      const asked: string[] = [];
      const url = urls.get(name) ?? '';
      const page = await context.newPage();
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('dialog', (dialog) => said.push(dialog.message()));
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(url);
      await look(page);
      await context.close();
      return { said, asked: asked.filter((each) => each !== url) };
    }

    const openAll = (page: Page) =>
      page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");

    describe.each(Object.keys(PAGES))('%s', (name) => {
      // With everything open there is all that a closed page has, and more.
      it('is clean for axe in light and dark, says nothing and asks for nothing', async () => {
        const { said, asked } = await open(name, { viewport: { width: 1_280, height: 900 } }, async (page) => {
          await openAll(page);
          await page.evaluate(axe.source);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            expect([colorScheme, await page.evaluate(VIOLATIONS)]).toEqual([colorScheme, []]);
          }
        });
        expect({ said, asked }).toEqual({ said: [], asked: [] });
      });

      it('is never wider than its screen, also in large type', async () => {
        await open(name, {}, async (page) => {
          for (const step of [async () => {}, () => openAll(page), () => page.check('#projector')]) {
            await step();
            for (const width of WIDTHS) {
              await page.setViewportSize({ width, height: 900 });
              expect([width, await page.evaluate(BEYOND)]).toEqual([width, 0]);
            }
          }
        });
      });
    });

    describe('bars', () => {
      const { report } = taughtRun();

      it('are as long on the screen as the JSON says', async () => {
        await open('a run with timelines', { viewport: { width: 1_280, height: 900 } }, async (page) => {
          const measured = (await page.evaluate(`[...document.querySelectorAll('[data-ms]')].map((bar) => ({
          ms: Number(bar.dataset.ms), fromMs: Number(bar.dataset.fromMs),
          px: bar.getBoundingClientRect().width, x: bar.getBoundingClientRect().x - bar.ownerSVGElement.getBoundingClientRect().x,
          wholePx: bar.ownerSVGElement.getBoundingClientRect().width,
        }))`)) as { ms: number; fromMs: number; px: number; x: number; wholePx: number }[];
          const told = report.scenarios.map(({ rows }) =>
            rows.filter(({ ledger, placebo }) => ledger !== null && !placebo),
          );
          expect(measured.map(({ ms }) => ms)).toEqual(
            told.flatMap((rows) => rows.flatMap(({ ledger }) => (ledger ?? []).map(({ ms }) => ms))),
          );
          let index = 0;
          for (const rows of told) {
            const mostMs = Math.max(...rows.map(({ medianMs, floorMs }) => Math.max(medianMs ?? 0, floorMs ?? 0)));
            for (const { ledger } of rows) {
              for (const { ms } of ledger ?? []) {
                const bar = measured[index++];
                expect(bar?.px).toBeCloseTo((ms / mostMs) * (bar?.wholePx ?? 0), 0);
                expect(bar?.x).toBeCloseTo(((bar?.fromMs ?? 0) / mostMs) * (bar?.wholePx ?? 0), 0);
              }
            }
          }
        });
      });

      it('of the tables, too', async () => {
        await open('a run with timelines', { viewport: { width: 1_280, height: 900 } }, async (page) => {
          const widths = (await page.evaluate(
            `[...document.querySelectorAll('svg.bar')].map((bar) => bar.firstElementChild.getBoundingClientRect().width / bar.getBoundingClientRect().width)`,
          )) as number[];
          const shares = report.scenarios.flatMap(({ rows }: ScenarioReport) => {
            const times = rows.filter(({ status }) => status !== 'skipped').map(({ medianMs }) => medianMs ?? 0);
            return times.map((ms) => ms / Math.max(...times));
          });
          expect(widths.length).toBe(shares.length);
          for (const [index, share] of shares.entries()) expect(widths[index]).toBeCloseTo(share, 2);
        });
      });

      it('stand beside an interval at its place on a logarithmic axis', async () => {
        await open('a comparison', { viewport: { width: 1_280, height: 900 } }, async (page) => {
          const marks = (await page.evaluate(
            `[...document.querySelectorAll('[data-ratio]')].map((mark) => { const box = mark.getBoundingClientRect(); return { ratio: Number(mark.dataset.ratio), x: box.x + box.width / 2 }; })`,
          )) as { ratio: number; x: number }[];
          expect(marks.map(({ ratio }) => ratio)).toEqual(sideBySide.cells.map(({ change }) => change.ratio));
          const sorted = marks.toSorted((one, other) => one.ratio - other.ratio);
          const [first, last] = [sorted[0], sorted.at(-1)];
          if (first === undefined || last === undefined) throw new Error('expected marks');
          for (const { ratio, x } of sorted) {
            const along = Math.log(ratio / first.ratio) / Math.log(last.ratio / first.ratio);
            expect(x).toBeCloseTo(first.x + along * (last.x - first.x), -0.3);
          }
        });
      });
    });

    describe('without a script', () => {
      it('nothing is missing', async () => {
        const textOf = async (javaScriptEnabled: boolean) => {
          let text = '';
          await open('a run with timelines', { javaScriptEnabled }, async (page) => {
            text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
          });
          return text;
        };
        expect(await textOf(false)).toBe(await textOf(true));
      });

      it('an answer opens by a click, large type by the keyboard', async () => {
        await open('a lesson', { javaScriptEnabled: false }, async (page) => {
          const figures = page.locator('figure');
          expect(await figures.first().isVisible()).toBe(false);
          await page.locator('section details.answer > summary').first().click();
          expect(await figures.first().isVisible()).toBe(true);
          const heightOf = async () => (await page.locator('h1').boundingBox())?.height ?? 0;
          const before = await heightOf();
          await page.locator('#projector').focus();
          await page.keyboard.press('Space');
          expect(await heightOf()).toBeGreaterThan(before * 1.2);
        });
      });
    });

    describe('pictures of tasks', () => {
      const WIDTHS_OF = `[...document.querySelectorAll('.timelines')].map((group) => [...group.querySelectorAll('figure')].map((figure) => {
        const bars = [...figure.querySelectorAll('.tasks svg svg rect')].map((bar) => bar.getBoundingClientRect());
        const plot = [...figure.querySelectorAll('.ticks svg')].map((axis) => axis.getBoundingClientRect()).find(({ width }) => width > 0);
        return { share: (Math.max(...bars.map(({ right }) => right)) - plot.x) / plot.width, px: plot.width,
          ticks: [...figure.querySelectorAll('.ticks')].filter((ticks) => ticks.getBoundingClientRect().height > 0).length };
      }))`;
      type Drawn = readonly { readonly share: number; readonly px: number; readonly ticks: number }[];
      const axisMs = ({ batchUs }: { readonly batchUs: number }) => batchUs / 1_000;

      it.each([true, false])(
        'are to one scale or each to its own, as chosen by keyboard (script: %s)',
        async (javaScriptEnabled) => {
          const { telling = [] } = taughtRun().timelines?.[0] ?? {};
          const longestMs = Math.max(...telling.map(axisMs));
          await open(
            'a run with timelines',
            { javaScriptEnabled, viewport: { width: 1_280, height: 900 } },
            async (page) => {
              const drawn = async () => ((await page.evaluate(WIDTHS_OF)) as Drawn[])[0] ?? [];
              const shared = await drawn();
              expect(shared.map(({ ticks }) => ticks)).toEqual(telling.map(() => 1));
              for (const [index, timeline] of telling.entries())
                expect(shared[index]?.share).toBeCloseTo(axisMs(timeline) / longestMs, 2);
              await page.locator('.timelines .own').first().press('Space');
              const own = await drawn();
              expect(own.map(({ ticks }) => ticks)).toEqual(telling.map(() => 1));
              for (const { share } of own) expect(share).toBeCloseTo(1, 2);
            },
          );
        },
      );

      it('become wider within their frames, and are moved there by keyboard', async () => {
        await open('a run with timelines', { viewport: { width: 1_280, height: 900 } }, async (page) => {
          const pxOf = async () => ((await page.evaluate(WIDTHS_OF)) as Drawn[])[0]?.[0]?.px ?? 0;
          const before = await pxOf();
          const choice = page.locator('.timelines select').first();
          await choice.focus();
          await page.keyboard.type('4');
          expect(await choice.inputValue()).toBe('4');
          expect(await pxOf()).toBeGreaterThan(before * 4);
          expect(await page.evaluate(BEYOND)).toBe(0);
          const frame = page.locator('.timelines figure .scroll').first();
          await frame.focus();
          await page.keyboard.press('ArrowRight');
          await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
          // Paper has no frame to move in.
          await page.emulateMedia({ media: 'print' });
          expect(await pxOf()).toBeLessThan(1_280);
        });
      });
    });

    it('a sweep has its medians where their values and times are', async () => {
      const rows = (sweptRun().report.scenarios[0] as ScenarioReport).rows;
      await open('a run with a sweep', { viewport: { width: 1_280, height: 900 } }, async (page) => {
        const marks = (await page.evaluate(
          `[...document.querySelectorAll('[data-median-ms]')].map((mark) => { const box = mark.getBoundingClientRect(); return { ms: Number(mark.dataset.medianMs), value: Number(mark.dataset.value), x: box.x, y: box.y }; })`,
        )) as { ms: number; value: number; x: number; y: number }[];
        const swept = rows.filter(({ key }) => key.parameters.concurrency !== undefined);
        expect(marks.map(({ ms, value }) => [value, ms])).toEqual(
          swept.map(({ key, medianMs }) => [key.parameters.concurrency, medianMs]),
        );
        const [first, second] = marks as [(typeof marks)[0], (typeof marks)[0]];
        for (const { ms, y } of marks) {
          const along = Math.log(ms / first.ms) / Math.log(second.ms / first.ms);
          expect(y).toBeCloseTo(first.y + along * (second.y - first.y), -0.3);
        }
        expect(marks.map(({ x }) => x)).toEqual(marks.map(({ x }) => x).sort((one, other) => one - other));
      });
    });

    it('with a script, everything opens and one kind is pointed out, by keyboard', async () => {
      const { said } = await open('a run with timelines', {}, async (page) => {
        await page.getByRole('button', { name: 'Open everything' }).press('Enter');
        expect(await page.locator('details:not([open])').count()).toBe(0);
        const kind = page.locator('.legend button').first();
        await kind.press('Space');
        expect(await kind.getAttribute('aria-pressed')).toBe('true');
        const counts = () =>
          page.evaluate(
            "[document.querySelectorAll('.tasks rect.dim').length, document.querySelectorAll('.tasks rect').length]",
          );
        const [dim, all] = (await counts()) as [number, number];
        expect(dim).toBeGreaterThan(0);
        expect(dim).toBeLessThan(all);
        await kind.press('Space');
        expect((await counts()) as number[]).toEqual([0, all]);
      });
      expect(said).toEqual([]);
    });

    it('what was folded is on paper', async () => {
      await open('a run with timelines', {}, async (page) => {
        await page.emulateMedia({ media: 'print' });
        await page.evaluate("dispatchEvent(new Event('beforeprint'))");
        expect(await page.locator('details:not([open])').count()).toBe(0);
        await page.evaluate("dispatchEvent(new Event('afterprint'))");
        expect(await page.locator('details[open]').count()).toBe(0);
      });
    });
  },
);
