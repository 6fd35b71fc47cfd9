// Finding arms by what they do, and naming schedules that nobody ran.

import { expect, test } from 'vitest';
import { armNamed } from '../testing/one-scenario.ts';
import { storyOf } from '../testing/one-story.ts';
import { downloadPages, downloadThenHash } from '../testing/sample-documents.ts';
import { armShaped, gatheredArm, isShaped, refersToOneByOne } from './story.ts';
import { computingInWorkers, mostThreads, wholeTasksInWorkers } from './tried.ts';

const story = storyOf(downloadThenHash);
const arm = (name: string) => armNamed(name, story.data);

test('an arm has a shape when it has every aspect of it', () => {
  expect(isShaped(arm('gather+pool w2'), { waits: 'all', computesOn: 'workers' })).toBe(true);
  expect(isShaped(arm('gather+pool w2'), { waits: 'all', computesOn: 'loop' })).toBe(false);
  expect(isShaped(arm('gather'), {})).toBe(true);
  expect(isShaped({ ...arm('gather'), shape: null }, {})).toBe(false);
});

test('of the trusted arms of a shape the quickest is meant, never the placebo', () => {
  expect(armShaped(story, { computesOn: 'workers' })?.name).toBe('gather+pool w2');
  expect(armShaped({ ...story, trusted: story.trusted.toReversed() }, { computesOn: 'workers' })?.name).toBe(
    'gather+pool w2',
  );
  expect(armShaped(story, { waits: 'one', waitsOn: 'loop' })?.name).toBe('sequential');
  expect(armShaped({ ...story, trusted: [arm('placebo')] }, { waits: 'one' })).toBeNull();
});

test('the gathered arm waits and computes on the loop', () => {
  expect(gatheredArm(story)?.name).toBe('gather');
  const others = story.trusted.filter(({ name }) => name !== 'gather');
  expect(gatheredArm({ ...story, trusted: others })).toBeNull();
  const waitsInWorkers = {
    ...arm('pool w2'),
    shape: { ...arm('pool w2').shape, waits: 'all' },
  } as typeof story.fastest;
  expect(gatheredArm({ ...story, trusted: [waitsInWorkers] })).toBeNull();
});

test('only a reference that runs one by one explains what others gained', () => {
  expect(refersToOneByOne(story)).toBe(true);
  expect(refersToOneByOne({ ...story, reference: arm('gather') })).toBe(false);
  expect(refersToOneByOne({ ...story, reference: { ...arm('sequential'), shape: null } })).toBe(false);
});

test('a schedule to try is named like the arm that ran it', () => {
  expect(computingInWorkers(story)).toMatchObject({
    name: 'gather+pool w2',
    schedule: { shape: arm('gather+pool w2').shape, concurrency: null, threads: 2 },
  });
  expect(wholeTasksInWorkers(story)).toMatchObject({
    name: 'pool w2',
    schedule: { shape: arm('pool w2').shape, concurrency: null, threads: 2 },
  });
});

test('and described where no arm ran it, with the most threads the run was asked for', () => {
  const settings = { threadCounts: [2, 4] };
  const asked = storyOf(downloadPages, { settings });
  expect(mostThreads(asked)).toBe(4);
  expect(wholeTasksInWorkers(asked)).toMatchObject({ name: 'whole tasks on 4 worker threads' });
  expect(computingInWorkers(asked)).toMatchObject({
    name: 'computing on 4 worker threads',
    schedule: { threads: 4 },
  });
  expect(mostThreads(storyOf(downloadPages, { settings: { threadCounts: [] } }))).toBe(1);
});
