// `overlap predict SCENARIO`: the guess is on disk before anything is measured, and stays whatever happens then. The runner is
// replaced by one that answers at once; that a real one is asked as `overlap run` asks it, is the flags' matter.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseGuessDocument } from '../../../document/guess/parse.ts';
import { BenchError } from '../../../errors.ts';
import type { ResultDocument } from '../../../model/document/document.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { changed } from '../../../report/testing/one-scenario.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import type { RunRequest } from '../../../runner/plan/run-settings.ts';
import { callOverlap, type Surroundings } from '../../testing.ts';

const runner = vi.hoisted(() => ({
  asked: [] as RunRequest[],
  found: ['download-pages'],
  /** What is on disk when measuring begins. */
  before: '',
  keptIn: null as string | null,
  measure: (): ResultDocument => {
    throw new Error('not set');
  },
}));
vi.mock('../../runner.ts', async (original) => ({
  ...(await original<typeof import('../../runner.ts')>()),
  prepareRun: async (request: RunRequest) => {
    runner.asked.push(request);
    return {
      replacedRoundCount: 0,
      keptIn: runner.keptIn,
      start: async () => runner.measure(),
      forget() {},
      leave() {},
    };
  },
}));
vi.mock('../../../runner/discover.ts', async (original) => ({
  ...(await original<typeof import('../../../runner/discover.ts')>()),
  findScenarios: async () =>
    runner.found.map((id) => ({
      ...{ id, kind: 'io', taskCount: 20, title: 'Download twenty pages', question: 'Do more threads help?' },
      ...{ explanation: '', concurrency: 10, fixture: {}, service: null, parameters: {}, url: `file:///${id}.ts` },
    })),
}));

const good = documentOf({ scenarios: [downloadPages] });

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'predicting-'));
  process.chdir(folder);
  Object.assign(runner, { asked: [], found: ['download-pages'], before: '', keptIn: null });
  runner.measure = () => {
    runner.before = readFileSync('mine.json', 'utf8');
    return good;
  };
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const FLAGS = ['--save-guess', 'mine.json', '--threads', '2'];
const predict = (args: readonly string[], around: Surroundings = {}) =>
  callOverlap(['predict', 'download-pages', ...FLAGS, ...args], around);

const kept = () => parseGuessDocument(readFileSync('mine.json', 'utf8'), 'mine.json');

describe('a guess that is then measured', () => {
  it('is on disk before, and scored after', async () => {
    const { code, stdout, stderr } = await predict(['--guess', 'gather=19,pool=2', '--why', 'Waiting overlaps.']);
    expect(code).toBe(0);
    expect(parseGuessDocument(runner.before, 'before')).toMatchObject({
      guesses: [
        { name: 'gather', ratio: 19 },
        { name: 'pool w2', ratio: 2 },
      ],
      why: 'Waiting overlaps.',
      outcome: null,
    });
    expect(kept().outcome).toMatchObject({ scoreSum: 2, scoredCount: 2, measuredAt: good.createdAt });
    expect(stdout).toMatch(/^gather +19\.0 /m);
    expect(stderr).toMatch(/kept in mine\.json\..*What theory says before.*Saved \.overlap/s);
  });

  it('is told what theory says after guessing only', async () => {
    const { stderr } = await predict([], { typed: ['20', '10', '2', ''], terminalColumns: 80 });
    expect(stderr.indexOf('What theory says')).toBeGreaterThan(stderr.indexOf('Why do you think so?'));
    expect(stderr).toMatch(/^gather +20 +1$/m);
    expect(stderr).toMatch(/^bounded c10 +10 +1$/m);
    expect(stderr).toMatch(/^pool w2 +2 +2$/m);
  });

  it('asks the runner what `overlap run` would ask', async () => {
    const flags = ['--quick', '--tasks', '7', '--rounds', '6', '--seed', '5', '--strategy', 'sequential,gather'];
    await predict(['--guess', 'gather=7', ...flags]);
    await callOverlap(['run', 'download-pages', '--threads', '2', ...flags, '--save', 'r.json']);
    const [asked, wanted] = runner.asked.slice(-2);
    expect(asked).toEqual(wanted);
  });

  it('keeps the result where it is told to', async () => {
    await predict(['--guess', 'gather=19', '--save', 'kept/']);
    expect(readdirSync('kept')).toHaveLength(1);
    expect(readdirSync('.')).not.toContain('.overlap');
  });

  it('stays after Ctrl-C, without a score', async () => {
    runner.measure = () => ({
      ...good,
      complete: false,
      cells: good.cells.map((cell) => ({ ...cell, samples: [] })),
    });
    const { code, stdout, stderr } = await predict(['--guess', 'gather=19']);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('Your guess stays in mine.json.');
    expect(stderr).toContain('predict --guess-file mine.json --against FILE');
    expect(kept().outcome).toBeNull();
  });

  it('stays where the measuring breaks down', async () => {
    runner.measure = () => {
      throw new Error('a bug');
    };
    await expect(predict(['--guess', 'gather=19'])).rejects.toThrow('a bug');
    expect(kept()).toMatchObject({ guesses: [{ ratio: 19 }], outcome: null });
  });

  it('stays where the server is lost, and says how it is scored later', async () => {
    runner.measure = () => {
      throw new BenchError('FIXTURE_LOST', 'the server is gone', 'Try again.');
    };
    const { code, stderr } = await predict(['--guess', 'gather=19']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /Your guess stays in mine\.json\. To score it .*: \S.* --guess-file mine\.json --against FILE\n.*is gone/s,
    );
  });

  it('is scored by what there is after Ctrl-C in the midst of it, and later by the whole', async () => {
    runner.keptIn = 'journal';
    runner.measure = () => ({ ...good, complete: false });
    const { stdout, stderr } = await predict(['--guess', 'gather=19', '--save', 'r.json']);
    expect(stdout).toMatch(/^gather +19\.0 /m);
    expect(stderr).toMatch(
      /--resume\.\nThen score your guess by the whole of it: \S.* --guess-file mine\.json --against r\.json/,
    );
  });

  it('may have been made earlier, and stays as it was', async () => {
    runner.measure = () => ({ ...good, complete: false, cells: good.cells.map((cell) => ({ ...cell, samples: [] })) });
    await predict(['--guess', 'gather=19']);
    const made = kept();
    runner.measure = () => good;
    const later = ['predict', 'download-pages', '--threads', '2', '--guess-file', 'mine.json'];
    const { code, stdout } = await callOverlap(later);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^gather +19\.0 /m);
    expect(kept()).toEqual({ ...made, outcome: expect.objectContaining({ scoredCount: 1 }) });
    const other = await callOverlap([...later, '--param', 'pages=5']);
    expect(other).toMatchObject({ code: 2, stdout: '' });
    const fewer = await callOverlap([...later, '--tasks', '7']);
    expect(fewer).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/mine\.json is a guess at 20 tasks, and what would be measured has 7 tasks/),
    });
    const elsewhere = await callOverlap([...later, '--target', 'http://127.0.0.1:3000']);
    expect(elsewhere.stderr).toMatch(
      /is a guess at the fixture server, and what would be measured has the server http/,
    );
  });

  it('is told of all the same where its score cannot be written, or the run not be saved', async () => {
    runner.measure = () => {
      rmSync('mine.json');
      mkdirSync('mine.json');
      return good;
    };
    const unwritten = await predict(['--guess', 'gather=19']);
    expect(unwritten).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot write mine.json') });
    expect(unwritten.stdout).toMatch(/^gather +19\.0 /m);
    rmSync('mine.json', { recursive: true });
    runner.measure = () => {
      mkdirSync('result.json');
      return good;
    };
    const unsaved = await predict(['--guess', 'gather=19', '--save', 'result.json']);
    expect(unsaved).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot write result.json') });
    expect(unsaved.stdout).toMatch(/^gather +19\.0 /m);
    expect(kept().outcome).toMatchObject({ scoredCount: 1 });
  });

  it('exits as a run does', async () => {
    const broken = changed(downloadPages, 'pool', {
      status: { state: 'failed', failure: { code: 'TASK_THREW', message: 'it broke' } },
    });
    runner.measure = () => documentOf({ scenarios: [broken] });
    const { code, stdout } = await predict(['--guess', 'gather=19,pool=2']);
    expect(code).toBe(1);
    expect(stdout).toContain('pool w2 not scored: TASK_THREW: it broke');
    expect(kept().outcome).toMatchObject({ scoredCount: 1 });
  });
});

describe('refused before anything is measured', () => {
  it.each<[string, string[], string]>([
    ['a guess that is none', ['--guess', 'gather=x'], "got 'x'"],
    ['a row that will not be there', ['--guess', 'pool w3=2'], "no row is called 'pool w3' (did you mean 'pool w2'?)"],
    ['no guess, and nobody to ask', [], 'the rows are gather, bounded c10, pool w2.'],
    ['the reference alone', ['--strategy', 'gather', '--guess', 'gather=1'], '--strategy: expected two strategies'],
    ['one place for both', ['--guess', 'gather=2', '--save', 'mine.json'], 'another file than --save mine.json'],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await predict(args);
    expect({ code, stdout, asked: runner.asked }).toEqual({ code: 2, stdout: '', asked: [] });
    expect(stderr).toContain(message);
    expect(readdirSync('.')).not.toContain('mine.json');
  });

  it('several scenarios by one pattern', async () => {
    runner.found = ['a', 'b'];
    expect(await predict(['--guess', 'gather=2'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('predict: expected one scenario, got a, b'),
    });
  });
});
