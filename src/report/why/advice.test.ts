// The few words of the summary table, for every outcome there is.

import { expect, test } from 'vitest';
import { armNamed, changed } from '../testing/one-scenario.ts';
import { storyOf } from '../testing/one-story.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { adviceFor } from './advice.ts';
import { explain } from './explain.ts';
import type { MeasuredStory } from './story.ts';

const story = storyOf(downloadPages);
const named = (name: string, on: MeasuredStory = story) => armNamed(name, on.data);
const tie = (...names: string[]) => ({ ...story, winner: null, leaders: names.map((name) => named(name)) });

test('a winner is its own advice, and the reference says why', () => {
  expect(adviceFor(story)).toBe('gather');
  expect(adviceFor({ ...story, winner: story.reference })).toBe('sequential: it is the fastest');
});

test('a winner among few is no winner among all: what is missing is counted, but not what was never meant to run', () => {
  const without = (...names: string[]) => story.trusted.filter(({ name }) => !names.includes(name));
  expect(adviceFor({ ...story, trusted: without('pool w2') })).toBe('gather, but 1 arm has no numbers');
  expect(adviceFor({ ...story, trusted: without('pool w2', 'bounded c10') })).toBe(
    'gather, but 2 arms have no numbers',
  );
  expect(adviceFor({ ...story, trusted: without('placebo') })).toBe('gather');
});

test('without a reference there is no advice', () => {
  expect(adviceFor({ ...story, reference: null })).toBe('no advice: the reference has no numbers');
  expect(adviceFor({ ...story, reference: null, trusted: [] })).toBe('no advice: no arm has numbers');
});

test('nor where too many rounds were disturbed', () => {
  const rounds = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const dropped = (...droppedRounds: number[]) => ({
    ...story,
    data: { ...story.data, rounds, droppedRounds: new Set(droppedRounds) },
  });
  expect(adviceFor(dropped(1, 2, 3))).toBe('no advice: too many disturbed rounds');
  expect(adviceFor(dropped(1, 2))).toBe('gather');
});

test('nor where the reference, perhaps with its placebo, ran alone', () => {
  const alone = { ...tie('sequential'), trusted: [named('sequential'), named('placebo')] };
  expect(adviceFor(alone)).toBe('no advice: nothing to compare with');
  expect(adviceFor({ ...alone, trusted: story.trusted })).toBe('sequential: nothing is decidedly faster');
});

test('a server that is the limit is what to change', () => {
  expect(adviceFor({ ...tie('gather', 'sequential'), boundBy: 'server CPU' })).toBe(
    'sequential, and change the server: no schedule is decidedly best',
  );
  expect(adviceFor({ ...story, boundBy: 'server CPU' })).toBe('gather');
});

test('of leaders that are as fast the simplest comes first, an unknown one last', () => {
  expect(adviceFor(tie('pool w2', 'bounded c10', 'gather'))).toBe('gather, bounded c10 or pool w2: too close to call');
  const unknown = { ...named('gather'), shape: null };
  expect(adviceFor({ ...tie('pool w2'), leaders: [unknown, named('pool w2')] })).toBe(
    'pool w2 or gather: too close to call',
  );
});

test('the sentence: arms that cannot be told apart are named after it, unless one is the reference', () => {
  const apart = /gather and pool w2 cannot be told apart in this run\.$/;
  expect(explain(tie('gather', 'pool w2')).text).toMatch(apart);
  expect(explain({ ...tie('gather', 'pool w2'), winner: story.fastest }).text).not.toMatch(apart);
  expect(explain(tie('gather')).text).not.toMatch(/told apart in this run\.$/);
  expect(explain(tie('gather', 'pool w2', 'sequential')).text).not.toMatch(/pool w2 and sequential cannot/);
});

test('the sentence: without numbers it says where the reasons stand', () => {
  expect(explain({ ...story, fastest: null })).toEqual({
    rule: 'no-numbers',
    text: 'No arm has numbers that may be shown; the reasons stand below.',
  });
  expect(explain({ ...story, reference: null })).toEqual({
    rule: 'no-reference',
    text: 'sequential has no numbers that may be shown, so nothing can be held against it.',
  });
  const record = { ...story.data.record, reference: null };
  expect(explain({ ...story, reference: null, data: { ...story.data, record } }).text).toMatch(/^the reference has no/);
});

test('the sentence: where no other rule applies it is the plain one', () => {
  const bounded = changed(downloadPages, 'gather', { shape: { waits: 'by the moon' } });
  const odd = storyOf({ ...bounded, calibrated: false });
  expect(explain({ ...odd, reference: named('bounded c10', odd) }).rule).toBe('plain');
});
