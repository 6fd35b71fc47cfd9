// The two rules that blame the other side: its processor, and its door.

import { describe, expect, it } from 'vitest';
import type { ScenarioWords } from '../../testing/document-builder.ts';
import { armNamed } from '../../testing/one-scenario.ts';
import { storyOf, withGain, withMedians } from '../../testing/one-story.ts';
import { downloadPages, serverComputes } from '../../testing/sample-documents.ts';
import type { MeasuredStory } from '../story.ts';
import { cappedRule } from './capped.ts';
import { serverBoundRule } from './server-bound.ts';

describe('server-bound', () => {
  const story = storyOf(downloadPages);
  const busy = (serverCpuMs: number, on: MeasuredStory = story) => ({
    ...on,
    fastest: withMedians(on.fastest, { wallMs: 100, serverCpuMs }),
  });

  it('applies above 0.7 of a core for each of its processes', () => {
    expect(serverBoundRule.applies(busy(71))).toBe(true);
    expect(serverBoundRule.applies(busy(70))).toBe(false);
    expect(serverBoundRule.applies(storyOf(serverComputes))).toBe(true);
    expect(serverBoundRule.applies(storyOf({ ...serverComputes, fixture: { processes: 2 } }))).toBe(false);
  });

  it('does not apply where nothing was requested', () => {
    const silent = downloadPages.arms.map((arm) => ({ ...arm, sample: () => ({ serverMs: 0 }) }));
    expect(serverBoundRule.applies(busy(90, storyOf({ ...downloadPages, arms: silent })))).toBe(false);
  });

  // Twenty answers of 9.8 ms of CPU each.
  it('tells what the server computed, and what another process would change', () => {
    const text = serverBoundRule.sentence(storyOf(serverComputes));
    expect(text).toMatch(
      /^The server computed for 196 ms while gather took 203 ms \(97 % of a core\): the limit is on the other side\. A/,
    );
    expect(text).toMatch(/A second server process would lower the floor from 196 ms to 98 ms\.$/);
    const two = serverBoundRule.sentence(storyOf({ ...serverComputes, fixture: { processes: 2 } }));
    expect(two).toMatch(/One more server process would lower the floor from 98 ms to 65\.3 ms\.$/);
  });

  it('promises nothing where another process would lower nothing, or nothing was calibrated', () => {
    expect(serverBoundRule.sentence(storyOf(downloadPages))).toMatch(/other side\. gather was 19\.1 times as fast\.$/);
    expect(serverBoundRule.sentence(storyOf({ ...serverComputes, calibrated: false }))).not.toMatch(/floor/);
  });
});

describe('capped', () => {
  const peer = (slots: number | undefined): ScenarioWords => ({
    id: 'peer',
    kind: 'io',
    taskCount: 16,
    task: { ioMs: 8, serverMs: 8 },
    fixture: slots === undefined ? {} : { inServiceLimit: slots },
    arms: [
      { strategyId: 'sequential', wallMs: 128 },
      { strategyId: 'gather', wallMs: 33 },
      { strategyId: 'bounded', wallMs: 32, concurrency: 4 },
    ],
  });
  const applies = (story: MeasuredStory) => cappedRule.applies(story);

  it('applies where the door is narrower than the batch, and something was gained', () => {
    expect(applies(storyOf(peer(4)))).toBe(true);
    expect(applies(storyOf(peer(15)))).toBe(true);
    expect(applies(storyOf(peer(16)))).toBe(false);
    expect(applies(storyOf(peer(undefined)))).toBe(false);
    expect(applies(withGain(storyOf(peer(4)), 1.2))).toBe(true);
    expect(applies(withGain(storyOf(peer(4)), 1.19))).toBe(false);
    const story = storyOf(peer(4));
    expect(applies({ ...story, reference: { ...story.reference, shape: null } })).toBe(false);
  });

  const withWidest = (inFlightMean: number, on = storyOf(peer(4))) => {
    const fastest = withMedians(on.fastest, { inFlightMean: 3.9 });
    const gather = withMedians(armNamed('gather', on.data), { inFlightMean, wallMs: 33 });
    return withGain({ ...on, fastest, trusted: [on.reference, fastest, gather] }, 4);
  };

  it('tells the door, what the fastest kept under way, and what queued', () => {
    const text = cappedRule.sentence(withWidest(12.5));
    expect(text).toMatch(
      /lets in 4 requests at once\. bounded c4 had 3\.9 tasks started on average and was 4\.00 times as fast/,
    );
    expect(text).toMatch(/gather had 12\.5 started and took 33 ms: what is more than 4 only queues at the door\.$/);
  });

  it('tells of queueing only where clearly more were under way, by another arm', () => {
    expect(cappedRule.sentence(withWidest(4.9))).toMatch(/gather had 4\.9/);
    expect(cappedRule.sentence(withWidest(4.8))).toMatch(/4\.00 times as fast\.$/);
    const story = withWidest(3);
    const wide = withMedians(story.fastest, { inFlightMean: 9 });
    expect(cappedRule.sentence(withGain({ ...story, fastest: wide, trusted: [story.reference, wide] }, 4))).toMatch(
      /had 9\.0 tasks started on average and was 4\.00 times as fast\.$/,
    );
  });
});
