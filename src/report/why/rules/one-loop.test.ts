// The rules about one thread: enough for waiting, held back by a limit, or busy while answers lie ready.

import { describe, expect, it } from 'vitest';
import type { SampleField } from '../../arms/arm.ts';
import { armNamed } from '../../testing/one-scenario.ts';
import { decision, storyOf, withGain, withMedians } from '../../testing/one-story.ts';
import { downloadPages, downloadThenHash } from '../../testing/sample-documents.ts';
import type { MeasuredStory } from '../story.ts';
import { heldUpRule } from './held-up.ts';
import { plainRule } from './last-resorts/plain.ts';
import { simplestRule } from './last-resorts/simplest.ts';
import { loopBusyRule } from './loop-busy.ts';
import { queuedRule } from './queued.ts';
import { waitingRule } from './waiting.ts';

const pages = storyOf(downloadPages);
const hashing = storyOf(downloadThenHash);
const named = (name: string, { data }: MeasuredStory) => armNamed(name, data);

describe('queued', () => {
  const limited = { ...downloadPages, arms: downloadPages.arms.filter(({ strategyId }) => strategyId !== 'gather') };
  const story = storyOf(limited, { preflight: null });
  const keeping = (inFlightMean: number, taskMs = 1000) => ({
    ...story,
    fastest: withMedians(story.fastest, { inFlightMean, taskMs }),
  });

  it('applies to a limit that was kept full while nobody went without', () => {
    expect(queuedRule.applies(keeping(8))).toBe(true);
    expect(queuedRule.applies(keeping(7.9))).toBe(false);
    expect(queuedRule.applies({ ...keeping(9), boundBy: 'a mix' })).toBe(false);
    expect(queuedRule.applies({ ...keeping(9), trusted: pages.trusted })).toBe(false);
    expect(queuedRule.applies({ ...story, fastest: { ...keeping(9).fastest, concurrency: null } })).toBe(false);
    const wide = withMedians({ ...story.fastest, concurrency: 20 }, { inFlightMean: 20, taskMs: 1000 });
    expect(queuedRule.applies({ ...story, fastest: wide })).toBe(false);
    expect(queuedRule.applies({ ...story, fastest: { ...wide, concurrency: 19 } })).toBe(true);
  });

  it('does not apply where tasks took longer than alone: then a wider limit may shorten nothing', () => {
    expect(queuedRule.applies(keeping(9, 20 * 60.4 * 1.2))).toBe(true);
    expect(queuedRule.applies(keeping(9, 20 * 60.4 * 1.21))).toBe(false);
  });

  it('tells how full the slots were, what to raise, and what theory says of no limit', () => {
    const text = queuedRule.sentence(keeping(9.44));
    expect(text).toMatch(/^bounded c10 had 9\.4 tasks started of the 10 that its limit allows, for 122 ms/);
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

  it('does not apply to threads, to the reference, nor without calibration', () => {
    const story = told({});
    expect(loopBusyRule.applies({ ...story, fastest: { ...story.fastest, threads: 2 } })).toBe(false);
    expect(loopBusyRule.applies({ ...story, reference: story.fastest })).toBe(false);
    expect(loopBusyRule.applies({ ...story, data: { ...story.data, totals: null } })).toBe(false);
  });

  it('tells what lay ready, how busy the loop was, and what threads would do', () => {
    const text = loopBusyRule.sentence(told({ computeWallMs: 80 }));
    expect(text).toMatch(/^In gather, tasks waited longer than alone for 50 % of their waiting/);
    expect(text).toMatch(/the loop, busy for 90 % of the time, computed others \(80 ms in all\)/);
    expect(text).toMatch(/Moving the computing to threads.* Theory predicts 5\.80 times for gather\+pool w2\.$/);
  });
});

describe('waiting', () => {
  it('applies to waiting that was shortened', () => {
    expect(waitingRule.applies(pages)).toBe(true);
    expect(waitingRule.applies(withGain(pages, 1.2))).toBe(true);
    expect(waitingRule.applies(withGain(pages, 1.19))).toBe(false);
    expect(waitingRule.applies({ ...pages, boundBy: 'unknown' })).toBe(false);
    expect(waitingRule.applies({ ...pages, reference: named('gather', pages) })).toBe(false);
  });

  it('applies to a mix that mostly waits, unless threads compute meanwhile', () => {
    const mixed = (waitingRatio: number) => ({
      ...{ ...pages, boundBy: 'a mix' as const },
      work: { waitingRatio, computingHereRatio: 1 - waitingRatio, computingElsewhereRatio: 0, contradiction: null },
    });
    expect(waitingRule.applies(mixed(0.5))).toBe(true);
    expect(waitingRule.applies(mixed(0.49))).toBe(false);
    expect(waitingRule.applies({ ...mixed(0.5), fastest: { ...pages.fastest, threads: 2 } })).toBe(false);
  });

  it('tells how long a request was under way and the loop busy, what was started, and theory', () => {
    const text = waitingRule.sentence(pages);
    expect(text).toMatch(
      /^A request was under way for 100 % of the 1210 ms that sequential took, the loop handled it for 0/,
    );
    expect(text).toMatch(/and 1\.0 tasks were started at a time; gather had 19\.1 started/);
    expect(text).toMatch(/was 19\.1 times as fast: one thread is enough to wait for many answers\./);
    expect(text).toMatch(/The longest of its tasks took 60\.4 ms\. Theory predicts \d+\.\d times for gather\.$/);
  });

  it('speaks of no request where the server accounts for little of the waiting', () => {
    const timer = storyOf({ ...downloadPages, task: { ioMs: 60.4, serverMs: 0, ioCpuMs: 0.4 } });
    expect(waitingRule.sentence(timer)).toMatch(
      /^Alone, a task waits for 99 % of its time; sequential took 1210 ms with/,
    );
  });

  it('names no cause of what is undecided', () => {
    const text = waitingRule.sentence(withGain(pages, 1.5, 'undecided'));
    expect(text).toMatch(/measured 1\.50× \(1\.50–1\.50\), undecided\. The longest/);
  });

  it('gives threads their due', () => {
    const pool = storyOf({
      ...downloadPages,
      arms: downloadPages.arms.filter(({ strategyId }) => strategyId === 'sequential' || strategyId === 'pool'),
    });
    expect(waitingRule.sentence(pool)).toMatch(/pool w2 had 2\.0 started .*: its threads waited side by side\./);
  });
});

describe('the last resorts', () => {
  it('simplest applies where the reference is among the leaders', () => {
    expect(simplestRule.applies(pages)).toBe(false);
    expect(simplestRule.applies({ ...pages, leaders: [pages.fastest, pages.reference] })).toBe(true);
  });

  it('simplest tells what each measured, or how little any can gain', () => {
    const bounded = named('bounded c10', pages);
    const told = { ...pages, trusted: [pages.reference, pages.fastest, bounded] };
    const open = new Map([
      [pages.fastest, decision(1.3, 'undecided', [0.9, 1.9])],
      [bounded, decision(0.5, 'slower')],
    ]);
    expect(simplestRule.sentence({ ...told, rows: open })).toBe(
      'sequential took 1210 ms; gather measured 1.30× (0.90–1.90), undecided.',
    );
    const closed = new Map([...open, [pages.fastest, decision(1, 'undecided', [0.9, 1.07])] as const]);
    expect(simplestRule.sentence({ ...told, rows: closed })).toBe(
      'sequential took 1210 ms, and no schedule gained more than 7 % over it.',
    );
    expect(simplestRule.sentence({ ...told, trusted: [pages.reference] })).toMatch(/nothing else has numbers to hold/);
  });

  it('plain always applies, and claims no cause', () => {
    expect(plainRule.applies(pages)).toBe(true);
    expect(plainRule.sentence(pages)).toBe(
      'sequential took 1210 ms, gather 63.2 ms: it was 19.1 times as fast; no single cause stands out in the measured shares.',
    );
    const bounded = plainRule.sentence({ ...pages, reference: named('bounded c10', pages) });
    expect(bounded).toMatch(
      /^bounded c10 took 122 ms, gather .*; the cause is told where .* here it is bounded c10\.$/,
    );
    expect(plainRule.sentence({ ...pages, fastest: pages.reference })).toMatch(/^sequential took 1210 ms; no single/);
  });
});

describe('held up', () => {
  // Three at a time behind a lock: each of the twenty takes ten times as long as alone, on average.
  const locked = (change: Partial<Record<SampleField, number>> = {}, on = pages) => {
    const gather = withMedians(named('gather', on), {
      ...{ wallMs: 400, inFlightMean: 10.5, taskMs: 4200, loopUtilizationRatio: 0.1 },
      ...change,
    });
    return { ...on, fastest: gather, trusted: [on.reference, gather], rows: new Map([[gather, decision(3.02)]]) };
  };

  it('applies where tasks take half as long again as alone, and neither loop nor server was busy', () => {
    const applies = (change: Partial<Record<SampleField, number>> = {}) => heldUpRule.applies(locked(change));
    expect(applies()).toBe(true);
    expect(applies({ taskMs: 1.5 * 20 * 60.4 })).toBe(true);
    expect(applies({ taskMs: 1.49 * 20 * 60.4 })).toBe(false);
    expect(applies({ loopUtilizationRatio: 0.6 })).toBe(false);
    expect(applies({ serverCpuMs: 281 })).toBe(false);
    expect(applies({ serverMs: 1.21 * 20 * 59.6 })).toBe(false);
    expect(heldUpRule.applies({ ...locked(), boundBy: 'a mix' })).toBe(true);
    // What other threads of the process compute for the others is nobody's outside.
    const libuv = { ...downloadPages, task: { ioMs: 60.4, serverMs: 0, ioCpuMs: 16, otherCpuMs: 44.4 } };
    const mixed = { ...locked({}, storyOf(libuv)), boundBy: 'a mix' as const };
    expect(heldUpRule.applies(mixed)).toBe(false);
    expect(heldUpRule.applies({ ...locked({ taskMs: 20 * 1_000 }, storyOf(libuv)), boundBy: 'a mix' })).toBe(true);
    expect(heldUpRule.applies({ ...locked(), boundBy: 'computing here' })).toBe(false);
    // A server that computes each answer has them one by one, on however small a part of a processor.
    const totals = pages.data.totals && { ...pages.data.totals, serverCpuMs: 0.6 * pages.data.totals.serverMs };
    expect(heldUpRule.applies({ ...locked(), data: { ...pages.data, totals } })).toBe(false);
  });

  it('tells how long a task took there and alone, and names what it can be, but no server', () => {
    const text = heldUpRule.sentence(locked());
    expect(text).toMatch(
      /^In gather, with 10\.5 tasks started, each took 210 ms, alone 60\.4 ms; the loop was busy for 10 %/,
    );
    expect(text).toMatch(
      /the server accounts for no more than it did alone\. They were held up outside: a lock, a pool of/,
    );
    expect(text).toMatch(/gather was 3\.02 times as fast\.$/);
    const timer = storyOf({ ...downloadPages, task: { ioMs: 60.4, serverMs: 0, ioCpuMs: 0.4 } });
    expect(heldUpRule.sentence(locked({}, timer))).not.toMatch(/server/);
    expect(heldUpRule.applies(locked({}, timer))).toBe(true);
    // Somebody else's server may be what holds them up, and nothing is known of it.
    const foreign = {
      ...downloadPages,
      target: 'http://127.0.0.1:3000',
      task: { ioMs: 60.4, serverMs: 0, ioCpuMs: 0.4 },
    };
    expect(heldUpRule.sentence(locked({}, storyOf(foreign)))).toMatch(
      /of the time\. They were held up outside: the server, a lock,/,
    );
  });
});
