// `overlap predict --against`: a guess scored by a saved run, told in every format, kept in a file, and what is refused.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guessFormats } from '../../../render/guess/guess-formats.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { countPrimes, downloadPages } from '../../../report/testing/sample-documents.ts';
import { GUESS_FORMATS } from '../../guess-flags.ts';
import { callOverlap } from '../../testing.ts';
import { guessAt, keep, useSavedRuns } from './testing/saved-runs.ts';

useSavedRuns();

const predict = (args: readonly string[]) => callOverlap(['predict', ...args]);

describe('a guess against a saved run', () => {
  it('stands beside theory, the measurement and its score', async () => {
    const guess = 'gather=19,bounded=14,pool=20';
    const { code, stdout } = await predict(['--against', 'one.json', '--guess', guess, '--why', 'Because.']);
    expect(code).toBe(0);
    expect(stdout).toContain('download-pages: Download twenty pages (io, 20 tasks, 30 rounds)');
    expect(stdout).toContain('Do more threads make waiting faster?');
    expect(stdout).toContain('Why you think so: Because.');
    expect(stdout).toMatch(/^gather +19\.0 +\d\d\.\d +19\.1 +1\d\.\d–20\.\d +1$/m);
    expect(stdout).toMatch(/^bounded c10 +14\.0 +\d+\.\d+ +9\.92 +\S+ +½$/m);
    expect(stdout).toMatch(/^pool w2 +20\.0 +2\.00 +1\.98 +\S+ +0$/m);
    expect(stdout).toContain('1½ of 3: 1 right, 1 near, 1 wrong.');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Order: 4 of 6 decided pairs guessed right; gather is faster than pool w2, bounded c10 is faster than pool w2.',
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain('“A worker waits for many”: pool w2: guessed 20.0×, measured 1.98×');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('shows the tasks of a row that refutes a belief, where the run kept them', async () => {
    const run = documentOf({ scenarios: [countPrimes] });
    const timeline = {
      ...{ epoch: 0, round: 1, reason: 'typical', batchUs: 192_000, pool: null, failedRows: [] },
      ...{ leftOutTaskCount: 14, leftOutRequestCount: 0 },
      tasks: {
        ...{ place: [0, 1], startedUs: [0, 0], waitedUs: [0, 0] },
        ...{ computeFromUs: [0, 96_000], computeToUs: [96_000, 192_000], endedUs: [96_000, 192_000] },
      },
      requests: { row: [], askedUs: [], receivedUs: [], begunUs: [], sentUs: [], gotUs: [] },
    };
    const slowest = { ...timeline, reason: 'slowest', round: 2 };
    keep('kept.json', { ...run, cells: run.cells.map((cell) => ({ ...cell, timelines: [timeline, slowest] })) });
    const { code, stdout } = await predict(['--against', 'kept.json', '--guess', 'gather=8,bounded=1']);
    expect(code).toBe(0);
    expect(stdout.match(/\w.*, the s.* \(round \d\)/g)).toEqual([
      'gather: 16 tasks in 192 ms, the sample nearest to the median (round 2)',
    ]);
    expect(stdout).toMatch(/^2▕░+█+▏/m);
    expect((await predict(['--against', 'kept.json', '--guess', 'gather=1'])).stdout).not.toContain('▕');
  });

  it.each(GUESS_FORMATS)('is printed as %s, the same twice', async (format) => {
    const args = ['--against', 'one.json', '--guess', 'gather=8', '--format', format];
    const { code, stdout, stderr } = await predict([...args, '--save-guess', 'a.json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Your guess is kept in a.json.\n' });
    expect(stdout).toContain('gather');
    const { createdAt } = guessAt('a.json');
    const again = await predict([...args, '--save-guess', 'b.json']);
    expect(again.stdout.replace(guessAt('b.json').createdAt, createdAt)).toBe(stdout);
  });

  it('is printed as JSON as its file holds it', async () => {
    const args = ['--against', 'one.json', '--guess', 'gather=8', '--format', 'json', '--save-guess', 'a.json'];
    expect((await predict(args)).stdout).toBe(readFileSync('a.json', 'utf8'));
  });

  it('is kept in a folder of our own, which git passes over, unless told otherwise', async () => {
    await predict(['--against', 'one.json', '--guess', 'gather=8']);
    const [name = ''] = readdirSync('.overlap/guesses');
    expect(name).toMatch(/^\d{4}-.*Z-download-pages\.json$/);
    expect(guessAt(`.overlap/guesses/${name}`)).toMatchObject({
      scenario: { id: 'download-pages', taskCount: 20 },
      reference: 'sequential',
      guesses: [{ name: 'gather', ratio: 8 }],
      why: null,
      outcome: { scoredCount: 1, measuredAt: '2026-11-22T10:00:00.000Z' },
    });
    expect(readFileSync('.overlap/.gitignore', 'utf8')).toBe('*\n');
    await predict(['--against', 'one.json', '--guess', 'gather=8', '--save-guess', 'class/']);
    expect(readdirSync('class')).toHaveLength(1);
  });

  it('goes to a file where one is named', async () => {
    const args = ['--against', 'one.json', '--guess', 'gather=8'];
    const { stdout } = await predict(args);
    expect(await predict([...args, '--out', 'x.txt'])).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync('x.txt', 'utf8')).toBe(stdout);
  });

  it('needs no scenario where the file holds one, else takes its id or file', async () => {
    for (const name of ['count-primes', './bench/count-primes.ts']) {
      const { code, stdout } = await predict([name, '--against', 'two.json', '--guess', 'gather=1']);
      expect(code).toBe(0);
      expect(stdout).toContain('count-primes: Count primes');
    }
  });

  it('is told of hostile titles without harm', async () => {
    const title = `\u001b[2J\u202e|<script>${'x'.repeat(10_000)}`;
    keep('bad.json', documentOf({ scenarios: [{ ...downloadPages, id: '../../up\u001b', title, question: title }] }));
    for (const format of GUESS_FORMATS) {
      const { code, stdout, stderr } = await predict([
        ...['--against', 'bad.json', '--guess', 'gather=8', '--format', format],
        ...['--why', `=\u001b[2J${'y'.repeat(10_000)}`],
      ]);
      expect(code).toBe(0);
      for (const control of ['\u001b', '\u202e']) expect(stdout + stderr).not.toContain(control);
      if (format !== 'json') expect(stdout).not.toContain('y'.repeat(400));
      if (format === 'markdown' || format === 'html') expect(stdout).not.toContain('<script>xxx');
      if (format === 'csv') expect(stdout).toContain("'=");
    }
    expect(readdirSync('.overlap/guesses').every((name) => name.includes('-..-..-up-'))).toBe(true);
  });
});

it('every format that can draw guesses is offered', () => {
  expect([...guessFormats.keys()]).toEqual(GUESS_FORMATS);
});

describe('refused', () => {
  it.each<[string, string[], string | RegExp]>([
    ['no scenario', [], 'predict: expected a scenario, got none'],
    ['two scenarios', ['a', 'b'], 'predict: expected one scenario, got a, b'],
    ['a file that is not there', ['--against', 'gone.json'], 'gone.json does not exist'],
    [
      'a file of several',
      ['--against', 'two.json'],
      /since two\.json holds 2\nName one of them: download-pages, count-primes/,
    ],
    [
      'a file of another scenario',
      ['count-primse', '--against', 'one.json'],
      /one\.json holds no numbers of 'count-primse'.*\nIt holds: download-pages\. .*overlap predict count-primse\./,
    ],
    [
      'no guess, and nobody to ask',
      ['--against', 'one.json'],
      /--guess: expected a guess.*\n.*gather, bounded c10, pool w2\./,
    ],
    [
      'an unknown format',
      ['--against', 'one.json', '--format', 'jsno'],
      "guesses cannot be printed as 'jsno' (did you mean 'json'?)",
    ],
    ['a guess that is none', ['--against', 'one.json', '--guess', 'gather=lots'], "got 'lots'"],
    [
      'measuring as well',
      ['--against', 'one.json', '--quick'],
      "'--against <file>' cannot be used with option '--quick'",
    ],
    [
      'a number of threads as well',
      ['--against', 'one.json', '--threads', '2'],
      "cannot be used with option '--threads <w>'",
    ],
    ['saving as well', ['--against', 'one.json', '--save', 'x.json'], "cannot be used with option '--save <file>'"],
    [
      'the run as the place of the guess',
      ['--against', 'one.json', '--guess', 'gather=8', '--save-guess', 'one.json'],
      'another file than one.json, which is read',
    ],
    [
      'one place for guess and page',
      ['--against', 'one.json', '--guess', 'gather=8', '--save-guess', 'x', '--out', 'x'],
      'another file than --save-guess x',
    ],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await predict(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    if (typeof message === 'string') expect(stderr).toContain(message);
    else expect(stderr).toMatch(message);
    expect(existsSync('.overlap/guesses')).toBe(false);
  });

  it('a run without a scenario, or without a reference', async () => {
    keep('none.json', documentOf({ scenarios: [] }));
    const run = documentOf({ scenarios: [downloadPages] });
    keep('bare.json', { ...run, scenarios: run.scenarios.map((each) => ({ ...each, reference: null })) });
    expect(await predict(['--against', 'none.json'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('none.json holds no scenario'),
    });
    expect(await predict(['--against', 'bare.json'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nothing to guess at in download-pages: no reference'),
    });
  });

  it('a second guess in the place of the first', async () => {
    const args = ['--against', 'one.json', '--save-guess', 'mine.json', '--guess'];
    await predict([...args, 'gather=2']);
    const first = readFileSync('mine.json', 'utf8');
    const { code, stderr } = await predict([...args, 'gather=19']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('A guess is made once') });
    expect(readFileSync('mine.json', 'utf8')).toBe(first);
  });
});
