// The command around a gate whose numbers are there already: what flags mean, what is told, written and returned.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { performGate } from '../../../api/gating/perform-gate.ts';
import { parseGateDocument } from '../../../document/gate/parse.ts';
import { BenchError } from '../../../errors.ts';
import type { GateDocument } from '../../../model/document/gate-document.ts';
import { buildGateComparison } from '../../../report/gate/build-gate-comparison.ts';
import { gateDocumentOf } from '../../../report/testing/gate-document-builder.ts';
import { callOverlap } from '../../testing.ts';

vi.mock('../../../api/gating/perform-gate.ts', { spy: true });
const perform = vi.mocked(performGate);
const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gate-')));
  process.chdir(folder);
  mkdirSync('before');
  perform.mockReset();
  comesTo(gateDocumentOf({ cells: [{}] }));
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function comesTo(document: GateDocument): void {
  perform.mockResolvedValue({ document, comparison: buildGateComparison(document) });
}

const gate = (...args: string[]) => callOverlap(['gate', 'a.ts', '--base', './before', ...args]);

describe('the flags', () => {
  it('say which versions, which scenarios and how', async () => {
    await callOverlap([
      ...['gate', 'a.ts', 'b/*.ts', '--base', 'main', '--head', 'topic', '--install', 'npm ci', '--tag', 'web'],
      ...['--kind', 'io,cpu', '--strategy', 'gather,pool', '--tasks', '5', '--concurrency', '2,4', '--threads', '3'],
      ...['--margin', '3%', '--self-test', '--deadline', '5s', '--param', 'a=1', '--param', 'b=2', '--seed', '7'],
      ...['--import', './hook.mjs'],
    ]);
    const [names, versions, asked, circumstances] = perform.mock.calls[0] ?? [];
    expect(names).toEqual(['a.ts', 'b/*.ts']);
    expect(versions).toMatchObject({ base: 'main', head: 'topic', install: 'npm ci' });
    expect(asked).toEqual({
      ...{ strategies: ['gather', 'pool'], tasks: 5, concurrency: [2, 4], threads: [3], marginRatio: 0.03 },
      ...{ selfTest: true, deadlineMs: 5_000, params: ['a=1', 'b=2'], seed: 7, imports: ['./hook.mjs'] },
    });
    expect(circumstances?.narrowing).toEqual({ tags: ['web'], kinds: ['io', 'cpu'] });
    expect(circumstances?.nameOf('strategies')).toBe('--strategy');
  });

  it.each([
    ['3%', 0.03],
    ['5', 0.05],
    ['0.5%', 0.005],
    ['0', 0],
  ])('take --margin %s for a share', async (text, marginRatio) => {
    await gate('--margin', text);
    expect(perform.mock.calls[0]?.[2]).toMatchObject({ marginRatio });
  });

  it.each([
    [
      ['--margin', '0.25'],
      /^error: --margin: expected a percentage such as 25 or 0\.5%, got '0\.25'\nType --margin 25%/,
    ],
    [['--margin', '-3'], /^error: --margin: /],
    [['--margin', '1001'], /^error: --margin: /],
    [['--tasks', '0'], /^error: --tasks: /],
    [['--strategy', 'gather,gather'], /^error: --strategy: .*twice/],
    [['--save', 'x.json'], /unknown option '--save'/],
    [['--format', 'yaml'], /yaml/],
  ])('are refused where they are %j', async (flags, message) => {
    const { code, stdout, stderr } = await gate(...flags);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(perform).not.toHaveBeenCalled();
  });

  it('need a version to compare with', async () => {
    const { code, stderr } = await callOverlap(['gate', 'a.ts']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/'--base <ref>' not specified/);
    expect(perform).not.toHaveBeenCalled();
  });
});

describe('what can be refused without measuring', () => {
  beforeEach(() => void perform.mockReset());

  it('is a gate without scenarios of one’s own', async () => {
    const { code, stderr } = await callOverlap(['gate', '--base', './before']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: gate: expected scenario files of your own/);
  });

  it('is a strategy that there is none of', async () => {
    const { code, stderr } = await gate('--strategy', 'gahter');
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: --strategy: unknown strategy 'gahter'/);
  });

  it('is a version that is not there', async () => {
    const { code, stderr } = await callOverlap(['gate', 'a.ts', '--base', './nowhere']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: --base .*nowhere/);
  });
});

describe('the raw numbers', () => {
  it('are kept where --raw says, and told again by `overlap show`', async () => {
    const document = gateDocumentOf({ cells: [{ ratio: 1.12 }, { strategyId: 'pool' }], selfTest: {} });
    comesTo(document);
    const told = await gate('--raw', 'deep/raw.json', '--format', 'json');
    expect(parseGateDocument(readFileSync('deep/raw.json', 'utf8'), 'it')).toEqual(document);
    const again = await callOverlap(['show', 'deep/raw.json', '--format', 'json']);
    expect(again.stdout).toBe(told.stdout);
    expect(JSON.parse(told.stdout)).toMatchObject({ tier: 'side by side' });
  });

  it('are kept nowhere by default', async () => {
    await gate();
    expect(readdirSync('.')).toEqual(['before']);
  });

  it.each([
    ['a folder', ['--raw', 'before'], /^error: cannot write before: it is a directory/],
    ['the report', ['--raw', 'x.json', '--out', 'x.json'], /^error: --out: expected another file than --raw x\.json/],
    ['a scenario', ['--raw', 'a.ts'], /^error: --raw: expected another file than a\.ts, which is read/],
    ['a scenario', ['--out', './a.ts'], /^error: --out: expected another file than a\.ts, which is read/],
  ])('never replace %s', async (_, flags, message) => {
    writeFileSync('a.ts', 'a scenario');
    const { code, stderr } = await gate(...flags);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(perform).not.toHaveBeenCalled();
    expect(readFileSync('a.ts', 'utf8')).toBe('a scenario');
    expect(existsSync('x.json')).toBe(false);
  });
});

describe('what is told meanwhile', () => {
  it('goes to stderr: the versions, and what looks much slower', async () => {
    const document = gateDocumentOf({ cells: [{ ratio: 1.3 }] });
    perform.mockImplementation(async (_, __, ___, { onNote, onPlanned, onNamed }) => {
      onNote('a note');
      onPlanned({ base: { label: 'main' }, head: { label: 'working tree' } } as Parameters<typeof onPlanned>[0]);
      onNamed({ plan: { key: document.cells[0]?.key } } as Parameters<typeof onNamed>[0], 1.304);
      return { document, comparison: buildGateComparison(document) };
    });
    const { stdout, stderr } = await gate();
    expect(stderr).toMatch(/^a note\nbase: main\nhead: working tree\n/);
    expect(stderr).toContain(
      'pages, gather: takes 1.30 times as long as in base, as it looks so far; going on to confirm it.',
    );
    expect(stdout).not.toContain('a note');
    expect(stdout).toContain('gather');
  });
});

describe('the exit code', () => {
  const failure = { code: 'TASK_THREW', message: 'why' };

  it.each([
    ['nothing has changed', { cells: [{}] }, 0, 0],
    ['one is slower', { cells: [{ ratio: 1.12 }, { strategyId: 'pool' }] }, 1, 1],
    ['one is faster', { cells: [{ ratio: 0.88 }] }, 0, 0],
    ['one is broken in head', { cells: [{}, { strategyId: 'pool', head: { failure } }] }, 1, 1],
    ['one is inconclusive', { cells: [{ pairSd: 0.15 }] }, 0, 3],
    ['one fails in both versions', { cells: [{}, { strategyId: 'pool', base: { failure }, head: { failure } }] }, 0, 3],
    ['nothing could be compared', { cells: [] }, 3, 3],
    ['the self-test failed', { cells: [{ ratio: 1.12 }], selfTest: { slowed: { ratio: 1 } } }, 4, 4],
    ['it was interrupted', { complete: false, cells: [{ ratio: 1.12 }] }, 130, 130],
  ])('where %s', async (_, words, usual, strict) => {
    comesTo(gateDocumentOf(words));
    expect([(await gate()).code, (await gate('--strict')).code]).toEqual([usual, strict]);
  });

  it('is that of what went wrong', async () => {
    perform.mockRejectedValue(new BenchError('TREE_MISSING', 'no such commit', 'Name another.'));
    const { code, stderr } = await gate('--raw', 'raw.json');
    expect([code, stderr]).toEqual([2, 'error: no such commit\nName another.\n']);
    expect(existsSync('raw.json')).toBe(false);
  });
});
