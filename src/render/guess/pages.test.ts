// What pages of guesses say where little is known, or very much.

import { describe, expect, it } from 'vitest';
import { classOf } from '../../guess/class/class-of.ts';
import { guessDocument } from '../../guess/testing/guess-document.ts';
import { measuredScenario, outcomeAt } from '../../guess/testing/measured-scenario.ts';
import type { ScenarioWords } from '../../report/testing/document-builder.ts';
import { changed } from '../../report/testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../../report/testing/sample-documents.ts';
import { pageText } from '../terminal/page-text.ts';
import { classPage } from './class-page.ts';
import { predictionPage } from './prediction-page.ts';
import { scoreTone, scoreWord, sumWord } from './score-words.ts';

const draw = (page: Parameters<typeof pageText>[0]) => pageText(page, { width: 80, color: false, detailed: false });

function told(scenario: ScenarioWords, guess: string): string {
  const measured = measuredScenario(scenario);
  const outcome = outcomeAt(measured, guess);
  return draw(
    predictionPage({ guess: guessDocument(scenario, guess), outcome, scenario: measured.scenario, refuting: [] }),
  );
}

const failed = { status: { state: 'failed', failure: { code: 'TASK_THREW', message: 'it broke' } } } as const;

describe('a prediction', () => {
  it('says that nothing could be scored, and why', () => {
    const text = told(changed(downloadPages, 'gather', failed), 'gather=20');
    expect(text).toMatch(/^gather +20\.0 +- +- +- +-$/m);
    expect(text).toContain('gather not scored: TASK_THREW: it broke');
    expect(text).toContain('No guess could be scored by this run');
    expect(text).toContain('this run decided the order of no two arms that were guessed at');
  });

  it('says how many could not, beside those that could', () => {
    const broken = changed(changed(downloadPages, 'gather', failed), 'bounded', failed);
    const text = told(broken, 'gather=20,bounded=10,pool=2');
    expect(text).toContain('gather, bounded c10 not scored: TASK_THREW: it broke');
    expect(text).toContain('1 of 1: 1 right, 0 near, 0 wrong; 2 guesses could not be scored.');
    expect(text).toContain('Order: 1 of 1 decided pair guessed right.');
  });

  it('leaves out rows that were neither guessed nor measured', () => {
    expect(told(downloadPages, 'gather=20')).not.toContain('gather+pool');
    expect(told(downloadPages, 'gather+pool=20')).toContain('gather+pool not scored: it has nothing to compute');
  });

  it('says why theory is silent', () => {
    const text = told({ ...downloadPages, calibrated: false }, 'gather=20');
    expect(text).toContain('gather, bounded c10, pool w2 without theory: no task was measured alone');
  });
});

describe('a class', () => {
  it('is told of guesses that were never measured', () => {
    const guess = { ...guessDocument(downloadPages, 'gather=20'), outcome: null };
    const text = draw(classPage(classOf([guess])));
    expect(text).toContain('gather: 1 guess, the middle 20.0×; nothing was measured that could score them.');
    expect(text).not.toContain('here');
  });

  it('says how many guesses could not be scored', () => {
    const failing = guessDocument(changed(downloadPages, 'gather', failed), 'gather=20');
    const text = draw(classPage(classOf([guessDocument(downloadPages, 'gather=19'), failing])));
    expect(text.replace(/\s+/g, ' ')).toContain('1 run): 1 right, 0 near, 0 wrong, 1 not scored.');
  });

  it('is told of beliefs with how many had them', () => {
    const guesses = ['gather=8', 'gather=16', 'gather=1'].map((guess) => guessDocument(countPrimes, guess));
    expect(draw(classPage(classOf(guesses)))).toMatch(/^“promises are parallel” +2 +█+/m);
  });

  it('is a page of bounded length, whatever files say', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      guessDocument({ ...countPrimes, id: `s${index}` }, 'gather=1'),
    );
    const [one] = many;
    if (one === undefined) throw new Error('no guess');
    const [arm] = one.guesses;
    if (arm === undefined) throw new Error('no arm');
    const arms = Array.from({ length: 60 }, (_, index) => ({
      ...arm,
      ...{ name: `arm ${index}`, key: { ...arm.key, strategyId: `a${index}` } },
    }));
    const text = draw(classPage(classOf([...many.slice(1), { ...one, guesses: arms }])));
    expect(text).toContain('40 scenarios more: --format json.');
    expect(text.split('\n').length).toBeLessThan(1_000);
    expect(draw(classPage(classOf([{ ...one, guesses: arms }])))).toContain('40 arms more: --format json.');
  });
});

it.each([
  [0, '0'],
  [0.5, '½'],
  [1, '1'],
  [2.5, '2½'],
])('a sum of %d is written %s', (sum, word) => {
  expect(sumWord(sum)).toBe(word);
});

it('a score has a word and a tone, and none is a dash', () => {
  expect(([1, 0.5, 0, null] as const).map((score) => [scoreWord(score), scoreTone(score)])).toEqual([
    ['1', 'good'],
    ['½', 'doubt'],
    ['0', 'bad'],
    ['-', 'quiet'],
  ]);
});
