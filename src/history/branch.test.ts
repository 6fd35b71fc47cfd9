// A history on a branch: kept without the worktree, the index or the branch that is checked out ever noticing.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { documentOf } from '../report/testing/document-builder.ts';
import { pastRuns } from '../report/testing/past-runs.ts';
import { downloadPages } from '../report/testing/sample-documents.ts';
import { addRun, keepOnly } from './change.ts';
import { readHistory, runsOf } from './history.ts';
import { placeOf } from './place.ts';

const runs = pastRuns(documentOf({ scenarios: [downloadPages] }), { count: 3 });
const place = placeOf('bench/history:data/runs.jsonl', '--history');
let folder = '';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'branch-')));
  const from = process.cwd();
  onTestFinished(() => {
    process.chdir(from);
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  // What is tested runs git where the process is: never in the repository of the tests.
  process.chdir(folder);
  // Whoever uses the machine may have told git who they are.
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
  vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir());
});

function repository(): void {
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'code.txt'), 'one');
  git('add', 'code.txt');
  git('commit', '-q', '-m', 'first');
  writeFileSync(join(folder, 'code.txt'), 'two');
  writeFileSync(join(folder, 'staged.txt'), 'staged');
  git('add', 'staged.txt');
}

async function addAll(): Promise<string | null> {
  let push: string | null = null;
  for (const run of runs) ({ push } = await addRun(await readHistory(place), run));
  return push;
}

it('keeps runs as lines of a file, a commit for each, and touches nothing else', async () => {
  repository();
  const before = () => [
    git('status', '--porcelain'),
    git('rev-parse', 'HEAD'),
    readFileSync(join(folder, '.git/index')),
  ];
  const earlier = before();
  expect((await readHistory(place)).exists).toBe(false);
  expect(await addAll()).toBe('git push origin bench/history');
  expect(before()).toEqual(earlier);
  expect(runsOf(await readHistory(place))).toEqual(runs);
  expect(git('log', '--format=%s %an', 'bench/history').trim().split('\n')).toHaveLength(3);
  expect(git('log', '-1', '--format=%an', 'bench/history').trim()).toBe('overlap-bench');
  expect(git('ls-tree', '-r', '--name-only', 'bench/history')).toBe('data/runs.jsonl\n');
  const history = await readHistory(place);
  expect(await addRun(history, runs[0] as (typeof runs)[0])).toEqual({ path: null, push: null });
  await keepOnly(history, new Set(history.kept.slice(1)));
  expect(runsOf(await readHistory(place))).toEqual(runs.slice(1));
});

it('leaves other files of the branch, and lines that are no run, as they are', async () => {
  repository();
  git('checkout', '-q', '-f', '--orphan', 'bench/history');
  git('rm', '-q', '-rf', '.');
  writeFileSync(join(folder, 'README'), 'words');
  git('add', 'README');
  git('commit', '-q', '-m', 'readme');
  git('checkout', '-q', 'main');
  await addAll();
  expect(git('show', 'bench/history:README')).toBe('words');
  const [first] = (await readHistory(place)).kept;
  git('checkout', '-q', 'bench/history');
  writeFileSync(join(folder, 'data/runs.jsonl'), `rubbish\n\n${first?.text}\n`);
  git('commit', '-q', '-a', '-m', 'by hand');
  git('checkout', '-q', 'main');
  const history = await readHistory(place);
  expect(history.broken.map(({ name }) => name)).toEqual(['bench/history:data/runs.jsonl, line 1']);
  await addRun(history, runs[1] as (typeof runs)[0]);
  expect(git('show', 'bench/history:data/runs.jsonl')).toContain('rubbish\n');
});

it('goes on from the branch as it was fetched', async () => {
  repository();
  await addAll();
  git('update-ref', 'refs/remotes/origin/bench/history', 'bench/history');
  git('branch', '-q', '-D', 'bench/history');
  const history = await readHistory(place);
  expect(runsOf(history)).toEqual(runs);
  await keepOnly(history, new Set(history.kept.slice(0, 1)));
  expect(git('rev-parse', 'bench/history^').trim()).toBe(git('rev-parse', 'origin/bench/history').trim());
});

it('does not move a branch that is checked out, or has moved', async () => {
  repository();
  const onMain = placeOf('main:runs.jsonl', '--history');
  await expect(addRun(await readHistory(onMain), runs[0] as (typeof runs)[0])).rejects.toMatchObject({
    code: 'FILE_WRITE',
    message: expect.stringMatching(/^main is checked out/),
  });
  await addAll();
  const stale = await readHistory(place);
  await keepOnly(stale, new Set(stale.kept.slice(1)));
  const tip = git('rev-parse', 'bench/history');
  await expect(keepOnly(stale, new Set())).rejects.toMatchObject({ message: 'bench/history has moved meanwhile' });
  expect(git('rev-parse', 'bench/history')).toBe(tip);
});

it('says what it cannot use', async () => {
  await expect(readHistory(place)).rejects.toMatchObject({
    code: 'FILE_READ',
    message: expect.stringMatching(/no git repo/),
  });
  repository();
  const history = await readHistory(placeOf('nobody:runs.jsonl', '--history'));
  expect(() => runsOf(history)).toThrow('there is no history at nobody:runs.jsonl');
  await addAll();
  await expect(readHistory(placeOf('bench/history:data', '--history'))).rejects.toMatchObject({
    message: 'bench/history:data is a folder, expected a file',
  });
});
