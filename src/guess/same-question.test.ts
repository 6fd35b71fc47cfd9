import { describe, expect, it } from 'vitest';
import { differenceOf, type GuessQuestion, questionKey } from './same-question.ts';

const work = { parameters: { pages: 5, size: 'large' }, target: null };
const question: GuessQuestion = { id: 'a', taskCount: 20, reference: 'sequential', work };

describe('a question', () => {
  it('is the same whatever the order of its parameters', () => {
    const turned = { ...question, work: { ...work, parameters: { size: 'large', pages: 5 } } };
    expect(differenceOf(question, turned)).toBeNull();
    expect(questionKey(turned)).toBe(questionKey(question));
  });

  it.each<[string, Partial<GuessQuestion>, string, string]>([
    ['scenario', { id: 'b' }, 'scenario a', 'scenario b'],
    ['number of tasks', { taskCount: 7 }, '20 tasks', '7 tasks'],
    ['reference', { reference: 'gather' }, 'factors over sequential', 'factors over gather'],
    ['parameter', { work: { ...work, parameters: { pages: 9 } } }, 'pages=5 size=large', 'pages=9'],
    ['lack of parameters', { work: { ...work, parameters: {} } }, 'pages=5 size=large', 'no parameters'],
    [
      'server',
      { work: { ...work, target: 'http://127.0.0.1:1' } },
      'the fixture server',
      'the server http://127.0.0.1:1',
    ],
  ])('is another with another %s', (_, other, guessed, asked) => {
    expect(differenceOf(question, { ...question, ...other })).toEqual({ guessed, asked });
    expect(questionKey({ ...question, ...other })).not.toBe(questionKey(question));
  });

  it('of an older file is about any work, and stands alone', () => {
    const old = { ...question, work: null };
    expect([differenceOf(old, question), differenceOf(question, old)]).toEqual([null, null]);
    expect(questionKey(old)).not.toBe(questionKey(question));
    expect(differenceOf({ ...old, id: 'b' }, question)).not.toBeNull();
  });
});
