// `--report`: what may be asked for, where each goes, what GitHub gets unasked, and that no report changes a verdict.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPORT_KINDS, type ReportKind } from '../../render/ci/kinds.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { callOverlap } from '../testing.ts';
import { folderInRepository, plannedReports } from './planned-reports.ts';
import { requestedReports } from './report-option.ts';

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'));
  process.chdir(folder);
  const slower = downloadPages.arms.map((arm) => (arm.strategyId === 'gather' ? { ...arm, wallMs: 95 } : arm));
  writeFileSync('base.json', JSON.stringify(documentOf({ scenarios: [downloadPages] })));
  writeFileSync('slow.json', JSON.stringify(documentOf({ scenarios: [{ ...downloadPages, arms: slower }], seed: 7 })));
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const compare = (args: readonly string[], env: Record<string, string> = {}) =>
  callOverlap(['compare', 'base.json', 'slow.json', '--no-config', ...args], { env });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const written = () => readdirSync(folder).filter((name) => !['base.json', 'slow.json'].includes(name));
const KINDS = Object.keys(REPORT_KINDS) as ReportKind[];

describe('the flag', () => {
  it('takes a kind, with a file or without, and is repeated', () => {
    const first = requestedReports('junit=a=b.xml');
    expect(requestedReports('csv', first)).toEqual([
      { kind: 'junit', file: 'a=b.xml' },
      { kind: 'csv', file: null },
    ]);
  });

  it.each([
    ['junti', "--report: unknown kind 'junti' (did you mean 'junit'?)"],
    ['', "--report: unknown kind ''"],
    ['=x', "--report: unknown kind ''"],
    ['toString', "--report: unknown kind 'toString'"],
    ['junit=', "--report junit: expected the name of a file, got ''"],
    ['junit=out/', "--report junit: expected the name of a file, got 'out/'"],
  ])('refuses %j', async (word, message) => {
    const { code, stderr, stdout } = await compare(['--report', word]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error: ${message}`);
    if (message.includes('unknown')) expect(stderr).toContain(`Expected one of: ${KINDS.join(', ')}`);
  });
});

describe('where a report goes', () => {
  it.each(KINDS)('%s: to a file of its kind, or to the one that is named', async (kind) => {
    const { file } = REPORT_KINDS[kind];
    const unnamed = await compare(['--report', kind]);
    const named = await compare(['--report', `${kind}=deep/er/report`]);
    expect([unnamed.code, named.code]).toEqual([1, 1]);
    expect(written()).toEqual(file === null ? ['deep'] : ['deep', file].sort());
    expect(file === null ? unnamed.stderr : read(file)).toBe(read('deep/er/report'));
    expect(read('deep/er/report')).toMatch(/gather/);
    expect(named.stderr).toBe('');
  });

  it('is never stdout unless it is named, so that a result stays readable', async () => {
    const { stdout } = await compare(['--format', 'json', ...KINDS.flatMap((kind) => ['--report', kind])]);
    expect(JSON.parse(stdout).cells).toHaveLength(4);
    expect((await compare(['--report', 'annotations=/dev/stdout'])).stdout).toMatch(
      /\n::error title=download-pages%2C gather/,
    );
  });

  it('is one place where two ask for the same', () => {
    const twice = requestedReports('csv', requestedReports('csv=overlap-comparison.csv'));
    expect(plannedReports(twice, {})).toHaveLength(1);
  });

  it.each([
    [['--report', 'json=base.json'], '--report json: expected another file than base.json, which is read'],
    [['--report', 'json=./slow.json'], '--report json: expected another file than slow.json, which is read'],
    [['--report', 'csv=x', '--out', 'x'], '--report csv: expected another file than --out x'],
    [['--report', 'csv=x', '--report', 'json=./x'], '--report json: expected another file than that of --report csv'],
  ])('is no other file of the command: %j', async (args, message) => {
    const before = read('base.json');
    const { code, stderr } = await compare(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(read('base.json')).toBe(before);
    expect(written()).toEqual([]);
  });
});

describe('on GitHub', () => {
  const env = () => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: join(folder, 'step.md'),
    GITHUB_WORKSPACE: folder,
  });

  it('the summary of the step and annotations come by themselves', async () => {
    writeFileSync('step.md', 'of another program');
    const { code, stdout, stderr } = await compare([], env());
    expect(code).toBe(1);
    expect(read('step.md')).toMatch(/^of another program\n\n\*\*overlap-bench:\*\* 1 regressed/);
    expect(stderr).toMatch(/^::error title=download-pages%2C gather%3A regressed::/);
    expect(stdout).not.toContain('::');
    expect(written()).toEqual(['step.md']);
  });

  it('a summary is added to, each time', async () => {
    await compare([], env());
    await compare(['--report', 'summary'], env());
    expect(read('step.md').match(/\*\*overlap-bench:/g)).toHaveLength(2);
  });

  it('go where they were asked to, and nowhere else', async () => {
    const { stderr } = await compare(['--report', 'summary=s.md', '--report', 'annotations=a.txt'], env());
    expect(stderr).toBe('');
    expect(written().sort()).toEqual(['a.txt', 's.md']);
    expect(read('a.txt')).toMatch(/^::error /);
  });

  it('a summary takes the room that others left, and says so where there is none', async () => {
    writeFileSync('step.md', '');
    truncateSync('step.md', 1_000 * 1_024 - 900);
    await compare([], env());
    expect(read('step.md').length).toBeLessThanOrEqual(1_000 * 1_024);
    expect(read('step.md')).toContain('**Cut here**');
    truncateSync('step.md', 1_000 * 1_024);
    const { code, stderr } = await compare([], env());
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /warning: --report summary: cannot write .*step\.md: what others wrote to it leaves no room/,
    );
  });

  it('files are named from the top of the repository', () => {
    const of = (workspace: string | undefined, at: string) =>
      folderInRepository(at, workspace === undefined ? {} : { GITHUB_WORKSPACE: workspace });
    expect(of('/w/repo', '/w/repo/packages/a')).toBe('packages/a');
    expect(of('/w/repo', '/w/repo')).toBe('');
    expect(of('/w/repo', '/w/other')).toBe('');
    expect(of(undefined, '/w/repo/a')).toBe('');
  });

  it.each([{}, { GITHUB_ACTIONS: 'false' }, { GITHUB_STEP_SUMMARY: '' }])('only: %j', (elsewhere) => {
    expect(plannedReports([], elsewhere)).toEqual([]);
  });
});

describe('a report that cannot be written', () => {
  it('is told before and after, and changes no exit code; the others are written', async () => {
    mkdirSync('taken');
    const { code, stdout, stderr } = await compare(['--report', 'junit=taken', '--report', 'csv=fine.csv']);
    expect(code).toBe(1);
    expect(stdout).toContain('1 regressed');
    expect(stderr.match(/^warning: --report junit: cannot write taken: /gm)).toHaveLength(2);
    expect(existsSync('fine.csv')).toBe(true);
  });

  it('is told, too, where GitHub named the place', async () => {
    mkdirSync('taken');
    const { code, stderr } = await compare([], { GITHUB_STEP_SUMMARY: join(folder, 'taken') });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^warning: --report summary: cannot write .*taken: /);
  });

  it('is a success where the verdict is', async () => {
    mkdirSync('taken');
    const { code } = await callOverlap(['compare', 'base.json', 'base.json', '--no-config', '--report', 'json=taken']);
    expect(code).toBe(0);
  });
});

it('open cells fail in reports where they fail the command', async () => {
  const other = documentOf({ scenarios: [{ ...downloadPages, arms: downloadPages.arms.slice(0, 3) }], seed: 7 });
  writeFileSync('slow.json', JSON.stringify(other));
  expect((await compare(['--report', 'junit'])).code).toBe(0);
  expect(read('overlap-junit.xml')).not.toContain('<failure');
  expect((await compare(['--report', 'junit', '--strict'])).code).toBe(3);
  expect(read('overlap-junit.xml')).toContain('<failure');
});
