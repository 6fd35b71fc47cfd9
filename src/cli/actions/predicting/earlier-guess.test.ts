// `overlap predict --guess-file`: a guess that was made before is scored later, as it was made, and by a run of the same work.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import { GUESS_FORMATS } from '../../guess-flags.ts';
import { callOverlap } from '../../testing.ts';
import { guessAt, keep, useSavedRuns } from './testing/saved-runs.ts';

useSavedRuns();

const predict = (args: readonly string[]) => callOverlap(['predict', ...args]);
const score = (...args: string[]) => predict(['--guess-file', 'mine.json', '--against', ...args]);

/** A guess as it lies there when measuring was stopped. */
function leave(against: string): void {
  keep('mine.json', { ...JSON.parse(readFileSync(against, 'utf8')), outcome: null });
}

beforeEach(async () => {
  await predict(['--against', 'one.json', '--save-guess', 'scored.json', '--guess', 'gather=19', '--why', 'Because.']);
  leave('scored.json');
});

describe('a guess that was made earlier', () => {
  it('is scored as it would have been at once', async () => {
    const made = guessAt('mine.json');
    const { code, stdout, stderr } = await score('one.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^gather +19\.0 /m);
    expect(stdout).toContain('Why you think so: Because.');
    expect(guessAt('mine.json')).toEqual({ ...made, outcome: guessAt('scored.json').outcome });
  });

  it('finds its scenario among others by itself', async () => {
    const { code, stdout } = await score('two.json');
    expect(code).toBe(0);
    expect(stdout).toContain('download-pages: ');
  });

  it('of an older file is scored, whatever the parameters are', async () => {
    const { scenario, ...rest } = JSON.parse(readFileSync('mine.json', 'utf8'));
    const { work, ...words } = scenario;
    expect(work).toEqual({ parameters: {}, target: null });
    keep('mine.json', { ...rest, schemaVersion: 1, scenario: words });
    keep('set.json', documentOf({ scenarios: [{ ...downloadPages, parameters: { pages: 5 } }] }));
    expect(await score('set.json')).toMatchObject({ code: 0 });
  });

  it.each(GUESS_FORMATS)('says what a stranger wrote into it without harm, as %s', async (format) => {
    const nasty = '\u001b[2J\u202e<script>xxx';
    const guess = guessAt('mine.json');
    const [first] = guess.guesses;
    const arm = { ...first, name: nasty, key: { ...first?.key, strategyId: nasty } };
    keep('mine.json', { ...guess, why: nasty, guesses: [...guess.guesses, arm] });
    const { code, stdout, stderr } = await score('one.json', '--format', format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const control of ['\u001b', '\u202e']) expect(stdout).not.toContain(control);
    if (format === 'html') expect(stdout).not.toContain('<script>xxx');
    keep('mine.json', { ...guess, reference: nasty });
    const refused = await score('one.json');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    for (const control of ['\u001b', '\u202e']) expect(refused.stderr).not.toContain(control);
  });

  it('names rows that the run does not hold', async () => {
    const { arms, ...rest } = downloadPages;
    keep(
      'short.json',
      documentOf({ scenarios: [{ ...rest, arms: arms.filter(({ strategyId }) => strategyId !== 'gather') }] }),
    );
    const { code, stdout } = await score('short.json');
    expect(code).toBe(0);
    expect(stdout).toContain('gather not scored: this run does not hold it');
  });
});

describe('refused', () => {
  const other = (words: object) => keep('other.json', documentOf({ scenarios: [{ ...downloadPages, ...words }] }));

  it.each<[string, object, string]>([
    ['parameters', { parameters: { pages: 5 } }, 'is a guess at no parameters, and other.json has pages=5'],
    ['tasks', { taskCount: 7 }, 'is a guess at 20 tasks, and other.json has 7 tasks'],
    [
      'servers',
      { target: 'http://127.0.0.1:1' },
      'is a guess at the fixture server, and other.json has the server http',
    ],
  ])('a run of other %s', async (_, words, message) => {
    const before = readFileSync('mine.json', 'utf8');
    other(words);
    const { code, stdout, stderr } = await score('other.json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toContain(message);
    expect(readFileSync('mine.json', 'utf8')).toBe(before);
  });

  it.each<[string, () => void, string[], string]>([
    [
      'a run of another scenario',
      () => other({ id: 'another' }),
      ['other.json'],
      "holds no numbers of 'download-pages'",
    ],
    [
      'another scenario than the guess is at',
      () => {},
      ['two.json', 'count-primes'],
      'is a guess at scenario download-pages',
    ],
    ['another guess beside it', () => {}, ['one.json', '--guess', 'gather=2'], "cannot be used with option '--guess"],
    ['another reason beside it', () => {}, ['one.json', '--why', 'x'], "cannot be used with option '--why"],
    ['another place for it', () => {}, ['one.json', '--save-guess', 'x'], "cannot be used with option '--save-guess"],
    ['its own place for the page', () => {}, ['one.json', '--out', 'mine.json'], 'mine.json, which is read'],
    [
      'a run in its place',
      () => writeFileSync('mine.json', readFileSync('one.json')),
      ['one.json'],
      'does not hold a guess',
    ],
    ['half of a file', () => writeFileSync('mine.json', '{"kind"'), ['one.json'], 'mine.json is not JSON'],
  ])('%s', async (_, prepare, args, message) => {
    prepare();
    const { code, stdout, stderr } = await score(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('a file that is not there, and a folder', async () => {
    mkdirSync('folder');
    for (const name of ['gone.json', 'folder']) {
      expect(await predict(['--guess-file', name, '--against', 'one.json'])).toMatchObject({ code: 2, stdout: '' });
    }
  });
});
