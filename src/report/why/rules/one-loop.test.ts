// The rules about one thread: enough for waiting, held back by a limit, or busy while answers lie ready.

import { describe, expect, it } from 'vitest';
import type { SampleField } from '../../arms/arm.ts';
import { armNamed } from '../../testing/one-scenario.ts';
import { storyOf, withGain, withMedians } from '../../testing/one-story.ts';
import { downloadPages, downloadThenHash } from '../../testing/sample-documents.ts';
import type { MeasuredStory } from '../story.ts';
import { loopBusyRule } from './loop-busy.ts';
import { plainRule } from './plain.ts';
import { queuedRule } from './queued.ts';
import { simplestRule } from './simplest.ts';
import { waitingRule } from './waiting.ts';

const pages = storyOf(downloadPages);
const hashing = storyOf(downloadThenHash);
const named = (name: string, { data }: MeasuredStory) => armNamed(name, data);

describe('queued', () => {
  const limited = { ...downloadPages, arms: downloadPages.arms.filter(({ strategyId }) => strategyId !== 'gather') };
  const story = storyOf(limited, { preflight: null });
  const keeping = (inFlightMean: number) => ({ ...story, fastest: withMedians(story.fastest, { inFlightMean }) });

  it('applies to a limit that was kept full while nobody went without', () => {
    expect(queuedRule.applies(keeping(8))).toBe(true);
    expect(queuedRule.applies(keeping(7.9))).toBe(false);
    expect(queuedRule.applies({ ...keeping(9), boundBy: 'both' })).toBe(false);
    expect(queuedRule.applies({ ...keeping(9), trusted: pages.trusted })).toBe(false);
    expect(queuedRule.applies({ ...story, fastest: { ...keeping(9).fastest, concurrency: null } })).toBe(false);
    const wide = withMedians({ ...story.fastest, concurrency: 20 }, { inFlightMean: 20 });
    expect(queuedRule.applies({ ...story, fastest: wide })).toBe(false);
    expect(queuedRule.applies({ ...story, fastest: { ...wide, concurrency: 19 } })).toBe(true);
  });

  it('tells how full the slots were, what to raise, and what theory says of no limit', () => {
    const text = queuedRule.sentence(keeping(9.44));
    expect(text).toMatch(/^bounded c10 kept 9\.4 of its 10 slots busy for 122 ms/);
    expect(text).toMatch(/a larger --concurrency/);
    expect(text).toMatch(/Theory predicts \d+\.\d times for a limit of 20\.$/);
  });

  it('theory takes the wider limit, not that of the arm', () => {
    const whole = storyOf({ ...limited, task: { ioMs: 60, serverMs: 60 } }, { preflight: null });
    expect(queuedRule.sentence(whole)).toMatch(/Theory predicts 20\.0 times for a limit of 20\.$/);
  });
});

describe('loop-busy', () => {
  // Alone the tasks wait for 20 · 30.5 = 610 ms.
  const gather = named('gather', hashing);
  const told = (medians: Partial<Record<SampleField, number>>) => ({
    ...hashing,
    fastest: withMedians(gather, { ioMs: 1220, loopUtilizationRatio: 0.9, computeWallMs: 50, wallMs: 233, ...medians }),
  });
  const applies = (medians: Partial<Record<SampleField, number>>) => loopBusyRule.applies(told(medians));

  it('applies where a fifth of the waiting was for a loop that was busy for 60 % of the time', () => {
    expect(applies({})).toBe(true);
    expect(applies({ ioMs: 762.5 })).toBe(true);
    expect(applies({ ioMs: 762 })).toBe(false);
    expect(applies({ loopUtilizationRatio: 0.6 })).toBe(true);
    expect(applies({ loopUtilizationRatio: 0.59 })).toBe(false);
    expect(applies({ computeWallMs: 0 })).toBe(false);
  });

  it('does not apply to threads, to computing alone, nor without calibration', () => {
    const story = told({});
    expect(loopBusyRule.applies({ ...story, fastest: { ...story.fastest, threads: 2 } })).toBe(false);
    const record = { ...story.data.record, kind: 'cpu' } as const;
    expect(loopBusyRule.applies({ ...story, data: { ...story.data, record } })).toBe(false);
    expect(loopBusyRule.applies({ ...story, data: { ...story.data, totals: null } })).toBe(false);
  });

  it('tells what lay ready, how busy the loop was, and what threads would do', () => {
    const text = loopBusyRule.sentence(told({ computeWallMs: 80 }));
    expect(text).toMatch(/^In gather, 50 % of what tasks waited was not for the server/);
    expect(text).toMatch(/the loop, busy 90 % of the time, computed others \(80 ms in all\)/);
    expect(text).toMatch(/Moving the computing to threads.* Theory predicts 6\.07 times for gather\+pool w2\.$/);
  });
});

describe('waiting', () => {
  it('applies to waiting that was shortened', () => {
    expect(waitingRule.applies(pages)).toBe(true);
    expect(waitingRule.applies(withGain(pages, 1.2))).toBe(true);
    expect(waitingRule.applies(withGain(pages, 1.19))).toBe(false);
    expect(waitingRule.applies({ ...pages, boundBy: 'both' })).toBe(false);
    expect(waitingRule.applies({ ...pages, reference: named('gather', pages) })).toBe(false);
  });

  it('tells both arms with what they kept under way, the longest task, and theory', () => {
    const text = waitingRule.sentence(pages);
    expect(text).toMatch(/^sequential waited for 100 % of its 1210 ms, with 1\.0 tasks under way; gather kept 19\.1/);
    expect(text).toMatch(/was 19\.1 times as fast: one thread is enough to wait for many answers\./);
    expect(text).toMatch(/longest task alone took 60\.4 ms\. Theory predicts \d+\.\d times for gather\.$/);
  });

  it('gives threads their due', () => {
    const pool = storyOf({
      ...downloadPages,
      arms: downloadPages.arms.filter(({ strategyId }) => strategyId === 'sequential' || strategyId === 'pool'),
    });
    expect(waitingRule.sentence(pool)).toMatch(/pool w2 kept 2\.0 under way .*: its threads waited side by side\./);
  });
});

describe('the last resorts', () => {
  it('simplest applies where the reference is among the leaders', () => {
    expect(simplestRule.applies(pages)).toBe(false);
    expect(simplestRule.applies({ ...pages, leaders: [pages.fastest, pages.reference] })).toBe(true);
  });

  it('simplest tells both times, or that nothing was faster', () => {
    expect(simplestRule.sentence(pages)).toMatch(
      /gather took 63\.2 ms and sequential 1210 ms; .* cannot tell them apart/,
    );
    expect(simplestRule.sentence({ ...pages, fastest: pages.reference })).toMatch(
      /Nothing here was faster than sequential, which took 1210 ms\./,
    );
  });

  it('plain always applies, and claims no cause', () => {
    expect(plainRule.applies(pages)).toBe(true);
    const text = plainRule.sentence(pages);
    expect(text).toMatch(/^gather took 63\.2 ms, 19\.1 times as fast as sequential \(1210 ms\)/);
    expect(text).toMatch(/no single cause stands out/);
    const bounded = plainRule.sentence({ ...pages, reference: named('bounded c10', pages) });
    expect(bounded).toMatch(/as fast as bounded c10 \(122 ms\); the cause is told where .* here it is bounded c10\.$/);
  });
});
