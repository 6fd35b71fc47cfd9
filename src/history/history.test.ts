// A history in a folder: what is kept, what is refused, and that one file of rubbish costs nobody the others.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { historyRunOf } from '../report/history/history-run-of.ts';
import { documentOf } from '../report/testing/document-builder.ts';
import { pastRuns } from '../report/testing/past-runs.ts';
import { countPrimes, downloadPages } from '../report/testing/sample-documents.ts';
import { addRun, assertFit, keepOnly } from './change.ts';
import { holds, readHistory, runsOf } from './history.ts';
import { isOnBranch, type Place, placeOf } from './place.ts';

const document = documentOf({ scenarios: [downloadPages, countPrimes] });
const run = historyRunOf(document, { withPlacebos: true });

function folderPlace(): Place & { path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { kind: 'folder', text: folder, path: folder };
}

describe('a folder', () => {
  it('gives back what was added, in the order of time', async () => {
    const place = folderPlace();
    const runs = pastRuns(document, { count: 3 });
    for (const each of [...runs].reverse()) await addRun(await readHistory(place), each);
    const history = await readHistory(place);
    expect(runsOf(history)).toEqual(runs);
    expect(history).toMatchObject({ exists: true, broken: [] });
    expect(readdirSync(place.path)[0]).toMatch(/^2026-11-19T10-00-00\.000Z_[\w]{12}\.json$/);
  });

  it('holds a run once', async () => {
    const place = folderPlace();
    const { path } = await addRun(await readHistory(place), run);
    expect(path).toBe(join(place.path, '2026-11-22T10-00-00.000Z_0123456789ab.json'));
    const history = await readHistory(place);
    expect(holds(history, run)).toBe(true);
    expect(holds(history, { ...run, commit: null })).toBe(false);
    expect(await addRun(history, run)).toEqual({ path: null, push: null });
    expect(readdirSync(place.path)).toHaveLength(1);
  });

  it('is made when it is needed, and is no history before', async () => {
    const { path } = folderPlace();
    const place = placeOf(join(path, 'deep', 'runs'), '--history');
    const history = await readHistory(place);
    expect(history.exists).toBe(false);
    expect(() => runsOf(history)).toThrow(/^there is no history at .*deep\/runs$/);
    await addRun(history, run);
    expect(runsOf(await readHistory(place))).toHaveLength(1);
  });

  it('may be empty, and hold other things than runs', async () => {
    const place = folderPlace();
    mkdirSync(join(place.path, 'old.json'));
    writeFileSync(join(place.path, 'README.md'), 'words');
    expect(runsOf(await readHistory(place))).toEqual([]);
  });

  it('names one file of rubbish among others and passes over it', async () => {
    const place = folderPlace();
    await addRun(await readHistory(place), run);
    writeFileSync(join(place.path, 'half.json'), '{"schemaVersion":1,');
    const history = await readHistory(place);
    expect(runsOf(history)).toHaveLength(1);
    expect(history.broken).toMatchObject([{ problem: { code: 'FILE_NOT_JSON' } }]);
    expect(history.broken[0]?.problem.message).toMatch(/half\.json is not JSON/);
  });

  it.each([
    ['results', JSON.stringify(document), /is no history: .*x\.json is a whole result document, .*of a history$/],
    ['other JSON', '[]', /is no history: .*x\.json is no run of a history: at `\(top\)`/],
    ['nothing', '', /is no history: .*x\.json is empty/],
    ['a wrong value', JSON.stringify({ ...run, complete: 'yes' }), /at `complete`/],
    [
      'a cell without its median',
      JSON.stringify({ ...run, cells: [{ ...run.cells[0], medianMs: null }] }),
      /a median where/,
    ],
  ])('of %s is no history', async (_, text, message) => {
    const place = folderPlace();
    writeFileSync(join(place.path, 'x.json'), text);
    const history = await readHistory(place);
    expect(() => runsOf(history)).toThrow(message);
  });

  it('of a newer format is refused, since all that matters may be in it', async () => {
    const place = folderPlace();
    await addRun(await readHistory(place), run);
    writeFileSync(join(place.path, 'new.json'), JSON.stringify({ ...run, schemaVersion: 2 }));
    await expect(readHistory(place)).rejects.toMatchObject({
      code: 'FILE_NEWER',
      message: expect.stringMatching(/new\.json has schemaVersion 2, this version reads up to 1$/),
    });
  });

  it('that is a file, or cannot be written, says so', async () => {
    const { path } = folderPlace();
    writeFileSync(join(path, 'file'), '');
    const file = placeOf(join(path, 'file'), '--history');
    await expect(readHistory(file)).rejects.toMatchObject({
      code: 'FILE_READ',
      message: expect.stringMatching(/is a file/),
    });
    for (const unwritable of [join(path, 'file', 'below'), '/proc/history']) {
      const history = { place: placeOf(unwritable, '--history'), exists: false, tip: null, kept: [], broken: [] };
      await expect(addRun(history, run)).rejects.toMatchObject({ code: 'FILE_WRITE' });
    }
  });

  it('is cut to the runs that are wanted, and keeps what is none', async () => {
    const place = folderPlace();
    for (const each of pastRuns(document, { count: 4 })) await addRun(await readHistory(place), each);
    writeFileSync(join(place.path, 'half.json'), '{');
    const history = await readHistory(place);
    await keepOnly(history, new Set(history.kept.slice(2)));
    const left = await readHistory(place);
    expect(left.kept.map((each) => each.run.commit)).toEqual(history.kept.slice(2).map((each) => each.run.commit));
    expect(left.broken).toHaveLength(1);
    expect(await keepOnly(left, new Set(left.kept))).toBeNull();
  });
});

it('a kept run is small, and read as it was written', () => {
  expect(JSON.parse(JSON.stringify(run))).toEqual(run);
  expect(JSON.stringify(run).length).toBeLessThan(JSON.stringify(document).length / 20);
  expect(readFileSync(new URL('./history.ts', import.meta.url), 'utf8')).not.toContain('samples');
});

it.each([
  [{ complete: false }, /was interrupted/],
  [{ commit: 'abc123-dirty' }, /not committed \(abc123-dirty\)/],
  [{ cells: [] }, /no cell with numbers/],
])('a run with %j is not fit to be kept', (change, message) => {
  expect(() => assertFit({ ...run, ...change }, 'x.json')).toThrow(message);
  expect(() => assertFit(run, 'x.json')).not.toThrow();
});

describe('a place', () => {
  it.each([
    ['bench-history', 'folder'],
    ['./a:b', 'folder'],
    ['/tmp/a:b', 'folder'],
    ['../x:y', 'folder'],
    ['C:\\runs', 'folder'],
    ['d:/runs', 'folder'],
    ['bench:runs.jsonl', 'branch'],
    ['bench/history:deep/runs.jsonl', 'branch'],
  ])('%s is on a %s', (text, kind) => {
    expect(placeOf(text, '--history').kind).toBe(kind);
    expect(isOnBranch(text)).toBe(kind === 'branch');
  });

  it.each([
    ['', /a folder, or BRANCH:FILE, got ''/],
    ['bench:', /the path of a file .* got 'bench:'/],
    ['bench:/x', /the path of a file/],
    ['bench:a//b', /the path of a file/],
    ['bench:../x', /the path of a file/],
    ['bench:.git/config', /the path of a file/],
    ['bench:a/.GIT/config', /the path of a file/],
    ['-x:runs', /the name of a branch/],
    ['a..b:runs', /the name of a branch/],
    ['a b:runs', /the name of a branch/],
    ['a.lock:runs', /the name of a branch/],
    ['a/.b:runs', /the name of a branch/],
    ['HEAD:runs', /the name of a branch/],
    ['a@{1}:runs', /the name of a branch/],
  ])('%j is refused', (text, message) => {
    expect(() => placeOf(text, '--history')).toThrow(message);
  });
});
