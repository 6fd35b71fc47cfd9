// `overlap baseline`: what it keeps, what it refuses, and what it says of what it has.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ResultDocument } from '../../../model/document/document.ts';
import { type DocumentWords, documentOf } from '../../../report/testing/document-builder.ts';
import { pastRuns } from '../../../report/testing/past-runs.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import { callOverlap, type Surroundings } from '../../testing.ts';

const run = (words: Partial<DocumentWords> = {}) => documentOf({ scenarios: [downloadPages], ...words });
const HEAD = '0123456789abcdef0123456789abcdef01234567';

function ground() {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const place = join(folder, 'runs');
  return {
    folder,
    place,
    keep(name: string, document: ResultDocument): string {
      const path = join(folder, name);
      writeFileSync(path, JSON.stringify(document));
      return path;
    },
    call: (args: readonly string[], around: Surroundings = {}) =>
      callOverlap(['baseline', ...args, '--history', place, '--no-config'], around),
    fill(count: number): void {
      mkdirSync(place);
      for (const [day, each] of pastRuns(run(), { count }).entries()) {
        writeFileSync(join(place, `${day}.json`), JSON.stringify(each));
      }
    },
  };
}

describe('add', () => {
  it('keeps a run once, and says where', async () => {
    const { call, keep, place } = ground();
    const path = keep('main.json', run());
    expect(await call(['add', path])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `Kept in ${place}/2026-11-22T10-00-00.000Z_${HEAD.slice(0, 12)}.json: 1 run now.\n`,
    });
    expect((await call(['add', path])).stdout).toBe(`${place} holds the run of ${path} already; nothing is added.\n`);
    expect(readdirSync(place)).toHaveLength(1);
    const later = keep('later.json', run({ createdAt: '2026-11-23T10:00:00.000Z' }));
    expect((await call(['add', later])).stdout).toMatch(/: 2 runs now\.\n$/);
  });

  it('never moves in the job of a pull request', async () => {
    const { call, keep, folder } = ground();
    const path = keep('head.json', run());
    const { code, stderr } = await call(['add', path], { env: { GITHUB_EVENT_NAME: 'pull_request' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /never moves from a change that is not merged.*\(GITHUB_EVENT_NAME=pull_request\)\nAdd runs in/,
    );
    expect(readdirSync(folder)).toEqual(['head.json']);
    expect((await call(['add', path], { env: { GITHUB_EVENT_NAME: 'push' } })).code).toBe(0);
  });

  it.each([
    ['one that was interrupted', run({ complete: false }), /main\.json was interrupted/],
    ['one of a dirty tree', run({ environment: { commit: 'abc-dirty' } }), /not committed \(abc-dirty\)/],
    ['one of a newer format', { ...run(), schemaVersion: 99 }, /has schemaVersion 99/],
    ['a report', { schemaVersion: 2, scenarios: [] } as never, /is a report/],
    ['one of its own kept runs', pastRuns(run())[0] as never, /is not a result document/],
  ])('refuses %s', async (_, document, message) => {
    const { call, keep, folder } = ground();
    const { code, stderr } = await call(['add', keep('main.json', document)]);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['main.json']);
  });

  it('names a file of rubbish beside it and adds all the same', async () => {
    const { call, keep, place } = ground();
    mkdirSync(place);
    writeFileSync(join(place, 'half.json'), '{');
    const { code, stderr } = await call(['add', keep('main.json', run())]);
    expect(stderr).toMatch(/^warning: .*half\.json is not JSON/);
    expect(code).toBe(0);
  });
});

it.each([
  [['add'], 'baseline add: expected the result to keep, got none'],
  [['list', 'x.json'], "baseline list: expected nothing after it, got 'x.json'"],
  [['prune'], '--keep: expected how many runs to keep, got none'],
  [['list', '--keep', '20'], '--keep: is for prune'],
  [['prune', '--keep', '9'], "--keep: expected a whole number from 10 to 100000, got '9'"],
  [['forget'], "'forget' is invalid for argument 'step'"],
  [['list', '--format', 'csv'], "--format: unknown format 'csv'"],
  [['list'], 'there is no history at'],
  [['health'], 'there is no history at'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await ground().call(args);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

describe('a history', () => {
  let filled: ReturnType<typeof ground>;
  const fill = (count: number) => {
    filled = ground();
    filled.fill(count);
    return filled.call;
  };

  it('is listed, for people and for programs', async () => {
    const call = fill(3);
    const { stdout } = await call(['list']);
    expect(stdout).toMatch(/^3 runs in .*runs\n/);
    expect(stdout).toMatch(/2026-11-21T10:00:00\.000Z {2}c0ffeec0ffee {2}full +4 {2}Example CPU/);
    expect(JSON.parse((await call(['list', '--format', 'json'])).stdout)).toHaveLength(3);
  });

  it('is cut to the newest', async () => {
    const call = fill(14);
    expect((await call(['prune', '--keep', '10'])).stdout).toBe(`4 runs removed from ${filled.place}, 10 left.\n`);
    expect(readdirSync(filled.place).sort()).not.toContain('3.json');
    expect((await call(['prune', '--keep', '10'])).stdout).toBe(`0 runs removed from ${filled.place}, 10 left.\n`);
  });

  it('says in one sentence whether it may judge, and exits with 0 either way', async () => {
    const young = await fill(4)(['health']);
    expect(young.stdout).toMatch(/^Not yet: a verdict needs 10 past runs/);
    expect(young.code).toBe(0);
    const call = fill(24);
    const { stdout, code } = await call(['health']);
    expect(stdout).toMatch(/^Yes: it finds a slow-down of/);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'placebo: a second copy of an arm was called different in 0 of 24 (0.0 %)',
    );
    expect(stdout).toMatch(/download-pages {2}gather +20 +\+\d+ +-/);
    expect(code).toBe(0);
    expect(JSON.parse((await call(['health', '--format', 'json'])).stdout)).toMatchObject({
      trust: 'yes',
      runCount: 24,
    });
  });
});

beforeAll(async () => {
  // Loads what the commands need, so that the first test is not the slow one.
  await callOverlap(['baseline', '--help']);
});
