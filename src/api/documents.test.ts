// Documents, comparisons and texts of a program are those of the command: `show` and `compare` are asked the same.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOverlap } from '../cli/testing.ts';
import {
  BenchError,
  buildReport,
  type Comparison,
  compareDocuments,
  type Format,
  parseDocument,
  type RenderOptions,
  type ResultDocument,
  readDocument,
  renderComparison,
  renderReport,
  writeDocument,
} from '../index.ts';
import { toJson } from '../render/json.ts';
import { pastRuns } from '../report/testing/past-runs.ts';

const PATH = 'results/examples/two-cores.json';
const AGAIN = 'results/examples/two-cores-again.json';
const OLD = 'results/examples/version-1/two-cores.json';

let folder = '';
let document: ResultDocument;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'api-'));
  document = await readDocument(PATH);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function refusalOf(call: Promise<unknown>): Promise<BenchError> {
  const thrown: unknown = await call.catch((error: unknown) => error);
  if (thrown instanceof BenchError) return thrown;
  throw new Error(`expected a BenchError, got ${thrown}`);
}

describe('a document', () => {
  it('is read by path and by address', async () => {
    expect(document.scenarios.length).toBeGreaterThan(3);
    const url = pathToFileURL(resolve(PATH));
    expect(await readDocument(url)).toEqual(document);
    expect(await readDocument(url.href)).toEqual(document);
  });

  it('is parsed from its text, or from what was parsed', async () => {
    const text = readFileSync(PATH, 'utf8');
    expect(await parseDocument(text)).toEqual(document);
    expect(await parseDocument(JSON.parse(text))).toEqual(document);
  });

  it('of an older version is one of today’s', async () => {
    const old = JSON.parse(readFileSync(OLD, 'utf8'));
    const today = await readDocument(OLD);
    expect(today.schemaVersion).toBe(document.schemaVersion);
    expect(old.schemaVersion).toBeLessThan(today.schemaVersion);
    expect(await parseDocument(old)).toEqual(today);
  });

  it('is written as it is read', async () => {
    const path = join(folder, 'new', 'x.json');
    await writeDocument(path, document);
    expect(await readDocument(path)).toEqual(document);
    await writeDocument(pathToFileURL(join(folder, 'y.json')), document);
    expect(await readDocument(join(folder, 'y.json'))).toEqual(document);
  });

  it('is told as `show` tells it', async () => {
    const { stdout } = await callOverlap(['show', PATH, '--format', 'json']);
    expect(await buildReport(document)).toEqual(
      JSON.parse(stdout, (_, value) => (value === 'Infinity' ? Infinity : value)),
    );
  });

  it.each<[string, () => Promise<unknown>, string, RegExp]>([
    ['that is not there', () => readDocument('not-there.json'), 'FILE_READ', /^not-there\.json does not exist$/],
    ['that is no JSON', () => parseDocument('{"a', 'the answer'), 'FILE_NOT_JSON', /^the answer is not JSON/],
    [
      'from the future',
      () => parseDocument({ ...document, schemaVersion: 99 }),
      'FILE_NEWER',
      /^the document has .* 99,/,
    ],
    [
      'that is none',
      () => parseDocument({ schemaVersion: 3 }),
      'FILE_SCHEMA',
      /^the document is not a result document/,
    ],
    ['that is nothing', () => parseDocument(null), 'FILE_SCHEMA', /^the document is not/],
    ['that is a report', async () => parseDocument(await buildReport(document)), 'FILE_SCHEMA', /is a report/],
    ['that has no name', () => readDocument(undefined as never), 'USAGE', /^path: expected .*, got undefined$/],
    ['from elsewhere', () => readDocument(new URL('https://example.com/')), 'USAGE', /^path: .* got https:/],
    [
      'to write that is none',
      () => writeDocument(join(folder, 'no.json'), {} as never),
      'FILE_SCHEMA',
      /^the document/,
    ],
    ['to write nowhere', () => writeDocument(folder, document), 'FILE_WRITE', /^cannot write/],
    ['to tell that is none', () => buildReport({} as never), 'FILE_SCHEMA', /^the document/],
  ])('%s is refused', async (_, call, code, message) => {
    expect(await refusalOf(call())).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

/** As JSON has it: an interval that is open has a word at its end. */
const printed = (comparison: Comparison) => JSON.parse(toJson(comparison));

const HISTORY = mkdtempSync(join(tmpdir(), 'past-'));
beforeAll(async () => {
  const runs = pastRuns(await readDocument(AGAIN), { count: 12 });
  for (const [day, run] of runs.entries()) writeFileSync(join(HISTORY, `${day}.json`), JSON.stringify(run));
});
afterAll(() => rmSync(HISTORY, { recursive: true }));

describe('a comparison', () => {
  it('may have a history as its base', async () => {
    const { comparison, exitCode } = await compareDocuments(HISTORY, AGAIN);
    expect(comparison).toMatchObject({ base: { label: '12 past runs' }, history: { runCount: 12, likeCount: 12 } });
    expect(comparison.cells.every(({ verdict }) => verdict === 'within margin')).toBe(true);
    expect(exitCode).toBe(0);
    const refused = await refusalOf(compareDocuments(HISTORY, AGAIN, { history: HISTORY }));
    expect(refused.message).toMatch(/^history: base is a history already/);
  });

  it('is that of the command, by name or from memory', async () => {
    const { stdout, code } = await callOverlap(['compare', PATH, AGAIN, '--format', 'json']);
    const { comparison, exitCode } = await compareDocuments(PATH, AGAIN);
    expect(printed(comparison)).toEqual(JSON.parse(stdout));
    expect(exitCode).toBe(code);
    const unnamed = {
      ...comparison,
      base: { ...comparison.base, label: 'base' },
      head: { ...comparison.head, label: 'head' },
    };
    expect((await compareDocuments(document, await readDocument(AGAIN))).comparison).toEqual(unnamed);
    const half = { ...unnamed, head: { ...unnamed.head, label: resolve(AGAIN) } };
    const [parsed, url] = [JSON.parse(readFileSync(PATH, 'utf8')), pathToFileURL(resolve(AGAIN))];
    expect((await compareDocuments(parsed, url)).comparison).toEqual(half);
  });

  it.each([
    [['--margin', '30'], { marginRatio: 0.3 }],
    [['--strict'], { strict: true }],
    [['--history', HISTORY], { history: HISTORY }],
    [['--history', HISTORY], { history: pathToFileURL(resolve(HISTORY)) }],
  ])('with %j is that with %j', async (flags, options) => {
    const { stdout, code } = await callOverlap(['compare', PATH, AGAIN, '--format', 'json', ...flags]);
    const { comparison, exitCode } = await compareDocuments(PATH, AGAIN, options);
    expect(printed(comparison)).toEqual(JSON.parse(stdout));
    expect(exitCode).toBe(code);
  });

  it.each([
    [{ margin: 0.3 }, "Unknown option 'margin' (did you mean 'marginRatio'?)"],
    [{ marginRatio: 25 }, 'marginRatio: expected a share from 0 to 10, got 25'],
    [{ history: '' }, "history: expected a folder, its URL, or BRANCH:FILE, got ''"],
    [{ strict: 'yes' }, "strict: expected true or false, got 'yes'"],
  ])('with %j is refused', async (options, message) => {
    expect(await refusalOf(compareDocuments(PATH, AGAIN, options as object))).toMatchObject({ code: 'USAGE', message });
  });

  it('says which of the two is none', async () => {
    expect((await refusalOf(compareDocuments(document, {} as never))).message).toMatch(
      /^head is not a result document/,
    );
    expect((await refusalOf(compareDocuments({} as never, document))).message).toMatch(
      /^base is not a result document/,
    );
  });
});

describe('a text', () => {
  const FORMATS: Format[] = ['table', 'json', 'markdown', 'csv'];

  it.each(FORMATS)('in %s is that of the command', async (format) => {
    const { comparison } = await compareDocuments(PATH, AGAIN);
    const shown = await callOverlap(['show', PATH, '--format', format]);
    expect(await renderReport(document, { format })).toBe(shown.stdout);
    const compared = await callOverlap(['compare', PATH, AGAIN, '--format', format]);
    expect(await renderComparison(comparison, { format })).toBe(compared.stdout);
  });

  it('of a report is the same without the tasks, which it does not hold', async () => {
    const report = await buildReport(document);
    for (const format of ['json', 'csv'] as const) {
      expect(await renderReport(report, { format })).toBe(await renderReport(document, { format }));
    }
    const [told, whole] = [await renderReport(report), await renderReport(document)];
    expect(whole).toContain('Each line a task');
    expect(told).not.toContain('Each line a task');
    expect(whole.split('\n')).toEqual(expect.arrayContaining(told.split('\n')));
  });

  it.each<[RenderOptions, string[], number | undefined, object]>([
    [{}, [], undefined, {}],
    [{ details: true }, ['--details'], undefined, {}],
    [{ width: 100 }, [], 100, {}],
    [{ width: 130 }, [], 130, {}],
    [{ width: 130, details: false }, ['--no-details'], 130, {}],
    [{ color: true }, [], undefined, { FORCE_COLOR: '1' }],
  ])('with %j is drawn as with %j on %s columns', async (options, flags, terminalColumns, env) => {
    const around = { env: { NO_COLOR: '1', ...env }, ...(terminalColumns === undefined ? {} : { terminalColumns }) };
    if ('FORCE_COLOR' in env) Object.assign(around.env, { NO_COLOR: '' });
    const { stdout } = await callOverlap(['show', PATH, ...flags], around);
    expect(await renderReport(document, options)).toBe(stdout);
  });

  it.each<[string, () => Promise<unknown>, string, RegExp]>([
    [
      'in no format',
      () => renderReport(document, { format: 'tabel' as 'table' }),
      'UNKNOWN_FORMAT',
      /^format: unknown format 'tabel' \(did you mean 'table'\?\)$/,
    ],
    [
      'so narrow',
      () => renderReport(document, { width: 3 }),
      'USAGE',
      /^width: expected a whole number from 20 to 1000, got 3$/,
    ],
    ['so detailed', () => renderReport(document, { details: 1 as never }), 'USAGE', /^details: /],
    ['so colourful', () => renderReport(document, { color: 'red' as never }), 'USAGE', /^color: /],
    [
      'of an outcome',
      async () => renderReport({ document, report: {}, exitCode: 0 } as never),
      'FILE_SCHEMA',
      /^expected a report or a result document, got \{/,
    ],
    ['of nothing', () => renderReport(undefined as never), 'FILE_SCHEMA', /got undefined$/],
    [
      'of another version’s report',
      async () => renderReport({ ...(await buildReport(document)), schemaVersion: 1 }),
      'FILE_SCHEMA',
      /^expected a report/,
    ],
    [
      'of no comparison',
      () => renderComparison({ cells: [] } as unknown as Comparison),
      'FILE_SCHEMA',
      /^expected the comparison/,
    ],
    ['of a broken document', () => renderReport({ cells: [] } as never), 'FILE_SCHEMA', /^the document is not/],
  ])('%s is refused', async (_, call, code, message) => {
    expect(await refusalOf(call())).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('is the same each time', async () => {
    writeFileSync(join(folder, 'z.json'), readFileSync(PATH));
    expect(await renderReport(await readDocument(join(folder, 'z.json')))).toBe(await renderReport(document));
  });
});
