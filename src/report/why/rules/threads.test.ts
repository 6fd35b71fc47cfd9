// The rules about threads: not worth the way, worth it, and worth it while others wait.

import { describe, expect, it } from 'vitest';
import type { DocumentWords, ScenarioWords } from '../../testing/document-builder.ts';
import { armNamed, changed } from '../../testing/one-scenario.ts';
import { storyOf, withGain, withMedians } from '../../testing/one-story.ts';
import { countPrimes, downloadThenHash } from '../../testing/sample-documents.ts';
import { computingRule } from './computing.ts';
import { handoverRule } from './handover.ts';
import { overlapBothRule } from './overlap-both.ts';

describe('handover', () => {
  // A pool of two for 100 ms is 200 ms of thread time for ten tasks.
  const told = (computeWallMs: number, words: Partial<ScenarioWords> = {}, run: Partial<DocumentWords> = {}) =>
    storyOf(
      {
        id: 'tiny',
        kind: 'cpu',
        taskCount: 10,
        task: { computeMs: 5 },
        arms: [
          { strategyId: 'sequential', wallMs: 50 },
          { strategyId: 'pool', wallMs: 100, threads: 2, sample: () => ({ computeWallMs }) },
        ],
        ...words,
      },
      run,
    );

  it('applies where the threads travelled longer than they computed', () => {
    expect(handoverRule.applies(told(99))).toBe(true);
    expect(handoverRule.applies(told(100))).toBe(false);
    expect(handoverRule.applies(told(90, { kind: 'mixed' }))).toBe(false);
  });

  it('does not apply to the fastest, nor where there is no pool', () => {
    const story = told(90);
    expect(handoverRule.applies({ ...story, fastest: armNamed('pool w2', story.data) })).toBe(false);
    expect(handoverRule.applies({ ...story, trusted: [story.reference] })).toBe(false);
  });

  it('does not blame the way where the threads had no cores', () => {
    expect(handoverRule.applies(told(90, {}, { preflight: { effectiveCores: [1, 1.3] } }))).toBe(true);
    expect(handoverRule.applies(told(90, {}, { preflight: { effectiveCores: [1, 1.29] } }))).toBe(false);
  });

  it('tells the way and the work of one task, and what to do', () => {
    const text = handoverRule.sentence(told(90));
    expect(text).toMatch(/Each task cost pool w2 11 ms of thread time for the way .* and only 9 ms of computing/);
    expect(text).toMatch(/it took 100 ms where sequential took 50 ms/);
    expect(text).toMatch(/several tasks in one message/);
  });
});

describe('computing', () => {
  const story = storyOf(countPrimes);

  it('applies to computing that a one-by-one reference explains', () => {
    expect(computingRule.applies(story)).toBe(true);
    expect(computingRule.applies({ ...story, boundBy: 'both' })).toBe(false);
    expect(computingRule.applies({ ...story, reference: armNamed('gather', story.data) })).toBe(false);
  });

  it('tells the shares, what gathering did not change, and the ceiling', () => {
    const text = computingRule.sentence(story);
    expect(text).toMatch(/^sequential computed for 100 % of its 192 ms\./);
    expect(text).toMatch(/gather used 1\.00 times its CPU time and took 193 ms: starting tasks together adds no proc/);
    expect(text).toMatch(/pool w2 computed on 2 threads and was 1\.90 times as fast/);
    expect(text).toMatch(/This machine gave 1\.9 of 2 cores, which is the ceiling\.$/);
    expect(text).not.toMatch(/gained nothing|Theory/);
  });

  it('tells the factor of CPU time that gathering did cost', () => {
    const gather = withMedians(armNamed('gather', story.data), { cpuMs: 250 });
    const reference = withMedians(story.reference, { cpuMs: 200 });
    const trusted = story.trusted.map((arm) => (arm.name === 'gather' ? gather : arm));
    expect(computingRule.sentence({ ...story, reference, trusted })).toMatch(/gather used 1\.25 times its CPU time/);
    const timeless = withMedians(story.reference, { cpuMs: 0 });
    expect(computingRule.sentence({ ...story, reference: timeless })).not.toMatch(/gather/);
    const without = story.trusted.filter(({ name }) => name !== 'gather');
    expect(computingRule.sentence({ ...story, trusted: without })).not.toMatch(/gather/);
  });

  it('says nothing of a ceiling that nobody probed', () => {
    const text = computingRule.sentence(storyOf(countPrimes, { preflight: null }));
    expect(text).toMatch(/pool w2 computed on 2 threads/);
    expect(text).not.toMatch(/ceiling/);
  });

  it('tells of a pool that gained less than a tenth that it gained nothing, and what theory expects of it', () => {
    expect(computingRule.sentence(withGain(story, 1.1))).toMatch(/pool w2 computed on 2 threads/);
    const text = computingRule.sentence(withGain(story, 1.09));
    expect(text).toMatch(/ The pool gained nothing here\. This machine gave 1\.9 of 2 cores, which is the ceiling\./);
    expect(text).toMatch(/Theory predicts 1\.95 times for pool w2\.$/);
  });

  it('recommends threads where none were tried, and does not say that they failed', () => {
    const arms = countPrimes.arms.filter(({ threads }) => threads === undefined);
    const text = computingRule.sentence(storyOf({ ...countPrimes, arms }));
    expect(text).not.toMatch(/gained nothing/);
    expect(text).toMatch(/gave 1\.9 of 2 cores/);
    expect(text).toMatch(/Theory predicts 1\.95 times for whole tasks on 2 worker threads\.$/);
  });

  it('a quick arm without threads is no pool', () => {
    const quick = storyOf(changed(countPrimes, 'gather', { wallMs: 50 }));
    expect(computingRule.sentence(quick)).toMatch(/The pool gained nothing here/);
  });
});

describe('overlap-both', () => {
  const story = storyOf(downloadThenHash);

  it('applies to mixed work that threads made quicker', () => {
    const applies = overlapBothRule.applies;
    expect(applies(story)).toBe(true);
    expect(applies(withGain(story, 1.2))).toBe(true);
    expect(applies(withGain(story, 1.19))).toBe(false);
    const gather = armNamed('gather', story.data);
    expect(applies(withGain({ ...story, fastest: gather }, 3))).toBe(false);
    expect(applies({ ...story, reference: gather })).toBe(false);
    expect(applies(storyOf({ ...downloadThenHash, kind: 'io' }))).toBe(false);
  });

  it('tells both shares, the one loop, and what threads gained', () => {
    const text = overlapBothRule.sentence(story);
    expect(text).toMatch(
      /^sequential computed for 25 % of its 812 ms and waited for most of the rest; gather overlaps/,
    );
    expect(text).toMatch(/its one loop, which was busy 90 % of 233 ms\./);
    expect(text).toMatch(/gather\+pool w2 computes on threads .* and was 6\.06 times as fast\./);
    expect(text).toMatch(/Theory predicts \d\.\d\d times for gather\+pool w2\.$/);
  });

  it('says nothing of a loop that nobody measured', () => {
    const trusted = story.trusted.filter(({ name }) => name !== 'gather');
    expect(overlapBothRule.sentence({ ...story, trusted })).toMatch(/waited for most of the rest\. gather\+pool w2/);
  });
});
