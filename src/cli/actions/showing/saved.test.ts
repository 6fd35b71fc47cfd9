// `overlap show` and `overlap compare`: what they print and where, what they exit with, and that no report ever replaces
// the result it was made from.

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from '../../../model/document/document.ts';
import { type ArmWords, type DocumentWords, documentOf } from '../../../report/testing/document-builder.ts';
import { pastRuns } from '../../../report/testing/past-runs.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import { callOverlap } from '../../testing.ts';

let folder = '';
let base = '';
let past = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saved-'));
  const document = documentOf({ scenarios: [downloadPages] });
  base = keep('base', document);
  past = join(folder, 'history');
  mkdirSync(past);
  for (const [day, run] of pastRuns(document, { spread: 0.005 }).entries()) {
    writeFileSync(join(past, `${day}.json`), JSON.stringify(run));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, document: ResultDocument): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(document));
  return path;
}

/** The same run at another time, with every arm, or the named one, changed. */
function headWith(change: Partial<ArmWords>, words: Partial<DocumentWords> = {}, strategyId?: string): ResultDocument {
  const arms = downloadPages.arms.map((arm) =>
    strategyId === undefined || arm.strategyId === strategyId ? { ...arm, ...change } : arm,
  );
  return documentOf({ scenarios: [{ ...downloadPages, arms }], seed: 7, ...words });
}

describe('compare', () => {
  const failed = { status: { state: 'failed', failure: { code: 'TASK_THREW', message: 'it broke' } } } as const;
  const everyRound = Array.from({ length: 30 }, (_, round) => round);
  const same = headWith({});
  const otherOutputs = { ...same, cells: same.cells.map((cell) => ({ ...cell, outputDigest: 'other' })) };
  const slower = headWith({ wallMs: 95 }, {}, 'gather');

  it.each([
    ['the same code', headWith({}), [], 0, 'within margin'],
    ['a regression', slower, [], 1, 'regressed'],
    ['a regression within the margin', slower, ['--margin', '60'], 0, '60 %'],
    ['a regression beyond a small margin', headWith({ wallMs: 66 }, {}, 'gather'), ['--margin', '0.25%'], 1, '0.25 %'],
    ['an arm that fails now', headWith(failed, {}, 'gather'), [], 1, 'it broke'],
    [
      'audits that withhold one arm now',
      headWith({ sample: () => ({ connectCount: 3 }) }, {}, 'gather'),
      [],
      1,
      'audit',
    ],
    ['audits that withhold all of head', headWith({ sample: () => ({ connectCount: 3 }) }), [], 1, 'audit reconnects'],
    [
      'a head interrupted before its first round',
      headWith({ lostRounds: everyRound }, { complete: false }),
      [],
      3,
      'No',
    ],
    ['another machine', headWith({}, { environment: { coreCount: 64 } }), [], 3, 'Not comparable'],
    ['other outputs', otherOutputs, [], 3, 'different outputs'],
    ['one arm less', headWith({ lostRounds: everyRound }, {}, 'gather'), [], 0, 'not compared'],
    ['one arm less, strictly', headWith({ lostRounds: everyRound }, {}, 'gather'), ['--strict'], 3, 'not compared'],
  ])('with %s', async (name, head, flags, exitCode, words) => {
    const path = keep(name, head);
    const { code, stdout, stderr } = await callOverlap(['compare', base, path, '--history', past, ...flags]);
    expect(stdout).toContain(words);
    expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
  });

  it('is judged by no past runs at all: exit 3, however much slower it is', async () => {
    const path = keep('much-slower', slower);
    const { code, stdout } = await callOverlap(['compare', base, path]);
    expect(stdout).not.toContain('regressed');
    expect({ code, told: stdout.includes('no past runs to judge by') || stdout.includes('inconclusive') }).toEqual({
      code: 3,
      told: true,
    });
  });

  it.each([
    ['no place', ['--history', 'nowhere-at-all'], 'there is no history at nowhere-at-all'],
    [
      'a branch that is not there',
      ['--history', 'no-such-branch:runs.jsonl'],
      'there is no history at no-such-branch:',
    ],
    ['two histories', ['--history', 'bench-history'], '--history: base is a history already'],
  ])('is refused with %s', async (_, flags, message) => {
    const first = message.includes('already') ? past : base;
    const { code, stderr } = await callOverlap(['compare', first, base, ...flags]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('prints in every format', async () => {
    for (const format of ['table', 'json', 'markdown', 'csv', 'html']) {
      const { code, stdout } = await callOverlap(['compare', past, base, '--format', format]);
      expect(code).toBe(0);
      expect(stdout).toContain('within margin');
    }
  });
});

describe('show', () => {
  it.each(['table', 'json', 'markdown', 'csv', 'html'])('prints the same bytes twice as %s', async (format) => {
    const [one, other] = [
      await callOverlap(['show', base, '--format', format]),
      await callOverlap(['show', base, '--format', format]),
    ];
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout.length).toBeGreaterThan(100);
    expect(other.stdout).toBe(one.stdout);
  });

  it('keeps to 80 columns in a pipe', async () => {
    const { stdout } = await callOverlap(['show', base]);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('tells details when asked to, or where there is room', async () => {
    const show = async (flags: string[], around = {}) => (await callOverlap(['show', base, ...flags], around)).stdout;
    const env = { NO_COLOR: '1' };
    const [short, whole] = [await show([]), await show(['--details'])];
    expect(short).not.toContain('predicted');
    expect(whole).toContain('predicted');
    expect(await show(['--no-details'])).toBe(short);
    const wide = await show([], { terminalColumns: 120, env });
    expect(wide).toContain('predicted');
    expect(await show(['--details'], { terminalColumns: 120, env })).toBe(wide);
    expect(await show(['--no-details'], { terminalColumns: 120, env })).not.toContain('predicted');
    expect(await show([], { terminalColumns: 119, env })).not.toContain('predicted');
    expect(await show([], { env: { COLUMNS: '120' } })).toBe(wide);
  });

  it.each(['json', 'markdown', 'csv', 'html'])('tells all there is as %s', async (format) => {
    const show = async (...flags: string[]) => (await callOverlap(['show', base, '--format', format, ...flags])).stdout;
    const text = await show();
    expect(text).toContain('predicted');
    expect(await show('--no-details')).toBe(text);
    expect(await show('--details')).toBe(text);
  });

  it('writes to a file what it would print', async () => {
    const { stdout } = await callOverlap(['show', base]);
    const out = join(folder, 'deep', 'report.txt');
    expect(await callOverlap(['show', base, '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toBe(stdout);
  });

  it('writes to a pipe', async () => {
    const { stdout } = await callOverlap(['show', base]);
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    expect(await callOverlap(['show', base, '--out', pipe])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(reader, 'utf8')).toBe(stdout);
    closeSync(reader);
  });
});

describe('a report never replaces what it is made from', () => {
  beforeAll(() => {
    symlinkSync(base, join(folder, 'link.json'));
    linkSync(base, join(folder, 'hard.json'));
    mkdirSync(join(folder, 'real'));
    symlinkSync(folder, join(folder, 'real', 'up'));
  });

  it.each([
    ['by its name', () => base],
    ['by another spelling', () => relative(process.cwd(), base)],
    ['through a symbolic link', () => join(folder, 'link.json')],
    ['through a hard link', () => join(folder, 'hard.json')],
    ['through a linked folder', () => join(folder, 'real', 'up', 'base.json')],
  ])('%s', async (_, pathOf) => {
    const before = readFileSync(base, 'utf8');
    for (const args of [
      ['show', base],
      ['show', pathOf()],
      ['compare', base, 'nowhere'],
      ['compare', 'nowhere', base],
    ]) {
      const { code, stdout, stderr } = await callOverlap([...args, '--out', pathOf()]);
      expect(stderr).toMatch(
        /^error: --out: expected another file than .*, which is read, got '.*'\nChoose another name/,
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
    expect(readFileSync(base, 'utf8')).toBe(before);
  });

  it('and leaves nothing where it is refused', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a document that holds nonsense', () => {
  it.each([
    ['a time beyond all clocks', (text: string) => text.replace(/"dispatchMs":[^,}]+/, '"dispatchMs":1e308')],
    ['a share above one', (text: string) => text.replace(/"loopUtilizationRatio":[^,}]+/, '"loopUtilizationRatio":7')],
    ['control sequences for a key', (text: string) => text.replace('"measuredMs"', '"\\u001b[2J"')],
    ['control sequences for JSON', () => '{"a\u001b[2J'],
  ])('is refused: %s', async (name, change) => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, change(readFileSync(base, 'utf8')));
    for (const format of ['table', 'json']) {
      const { code, stdout, stderr } = await callOverlap(['show', path, '--format', format]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^error: /);
      expect(stderr).not.toContain('\u001b');
    }
  });
});
