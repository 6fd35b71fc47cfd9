// The rules about threads: not worth the way, worth it, and worth it while others wait.

import { describe, expect, it } from 'vitest';
import type { DocumentWords, ScenarioWords } from '../../testing/document-builder.ts';
import { armNamed } from '../../testing/one-scenario.ts';
import { decision, storyOf, withGain, withMedians } from '../../testing/one-story.ts';
import { countPrimes, downloadThenHash } from '../../testing/sample-documents.ts';
import { computingRule } from './computing.ts';
import { elsewhereRule } from './elsewhere.ts';
import { handoverRule } from './handover.ts';
import { overlapBothRule } from './overlap-both.ts';

describe('handover', () => {
  // A pool of two for 100 ms is 20 ms of thread time for each of ten tasks.
  const told = (computeMs: number, words: Partial<ScenarioWords> = {}, run: Partial<DocumentWords> = {}) =>
    storyOf(
      {
        id: 'tiny',
        kind: 'cpu',
        taskCount: 10,
        task: { computeMs },
        arms: [
          { strategyId: 'sequential', wallMs: 50 },
          { strategyId: 'pool', wallMs: 100, threads: 2 },
        ],
        ...words,
      },
      run,
    );

  it('applies where the threads spent more time than twice the computing, and gained nothing', () => {
    expect(handoverRule.applies(told(9.9))).toBe(true);
    expect(handoverRule.applies(told(10))).toBe(false);
    expect(handoverRule.applies(told(9, { task: { computeMs: 9, ioMs: 9 } }))).toBe(false);
    const story = told(9);
    expect(handoverRule.applies(withGain(story, 1.2, 'undecided', armNamed('pool w2', story.data)))).toBe(false);
  });

  it('counts what `io` computes as computing', () => {
    const blocking = (ioCpuMs: number) =>
      told(0, {
        task: { ioMs: ioCpuMs + 0.1, serverMs: 0, ioCpuMs },
        arms: [
          { strategyId: 'sequential', wallMs: 10 * (ioCpuMs + 0.1) },
          { strategyId: 'pool', wallMs: 100, threads: 2 },
        ],
      });
    expect(handoverRule.applies(blocking(10.2))).toBe(false);
    expect(handoverRule.applies(blocking(9))).toBe(true);
    expect(handoverRule.sentence(blocking(9))).toMatch(/computes for 9 ms/);
  });

  it('does not apply to the fastest, nor where there is no pool', () => {
    const story = told(9);
    expect(handoverRule.applies({ ...story, fastest: armNamed('pool w2', story.data) })).toBe(false);
    expect(handoverRule.applies({ ...story, trusted: [story.reference] })).toBe(false);
  });

  it('does not blame the way where the threads had no cores', () => {
    expect(handoverRule.applies(told(9, {}, { preflight: { effectiveCores: [1, 1.3] } }))).toBe(true);
    expect(handoverRule.applies(told(9, {}, { preflight: { effectiveCores: [1, 1.29] } }))).toBe(false);
  });

  it('tells the work and the thread time of one task, and what to do', () => {
    const text = handoverRule.sentence(told(9));
    expect(text).toMatch(/^A task computes for 9 ms, and cost pool w2 20 ms of its threads' time/);
    expect(text).toMatch(/It took 100 ms where sequential took 50 ms/);
    expect(text).toMatch(/several tasks in one message/);
  });
});

describe('computing', () => {
  const story = storyOf(countPrimes);
  const pool = armNamed('pool w2', story.data);
  const gather = armNamed('gather', story.data);

  it('applies to computing that a one-by-one reference explains', () => {
    expect(computingRule.applies(story)).toBe(true);
    expect(computingRule.applies({ ...story, boundBy: 'a mix' })).toBe(false);
    expect(computingRule.applies({ ...story, reference: gather })).toBe(false);
  });

  it('tells the share of a task alone, what gathering did not change, and the pool', () => {
    const text = computingRule.sentence(story);
    expect(text).toMatch(/^Alone, a task computes for 100 % of its time; sequential took 192 ms\./);
    expect(text).toMatch(/gather gained no more than 5 %: starting tasks together adds no processor\./);
    expect(text).toMatch(/pool w2 computed on 2 threads and was 1\.90 times as fast\.$/);
  });

  it('claims nothing of processors where the table does not', () => {
    const undecided = withGain(story, 1.26, 'undecided', gather);
    expect(computingRule.sentence(undecided)).toMatch(/ gather measured 1\.26× \(1\.26–1\.26\), undecided\. pool/);
    expect(computingRule.sentence(withGain(story, 1.3, 'faster', gather))).toMatch(
      / gather was 1\.30 times as fast\. pool/,
    );
    const without = story.trusted.filter(({ name }) => name !== 'gather');
    expect(computingRule.sentence({ ...story, trusted: without })).not.toMatch(/gather/);
  });

  const probed = (togetherMs: readonly number[], threads = 2) => {
    const probe = { threads, sideCount: 2, aloneMs: 10, travelMs: 0, travelCpuMs: 0 };
    const sideBySide = togetherMs.map((ms, epoch) => ({ ...probe, epoch, togetherMs: ms }));
    return computingRule.sentence(storyOf({ ...countPrimes, sideBySide }));
  };

  it('tells what threads give from these tasks side by side, as a limit only where epochs agree', () => {
    expect(probed([10, 11])).toMatch(
      /Side by side on 2 threads these tasks took 1\.05 times as long as alone, which leaves 2\.00 times at most\.$/,
    );
    expect(probed([10])).toMatch(/these tasks took 1\.00 times as long as alone\.$/);
    expect(probed([10, 12])).toMatch(/these tasks took 1\.10 times as long as alone\.$/);
  });

  it('tells nothing of it where a row went beyond it, or the tasks were quicker together than alone', () => {
    expect(probed([10.6, 10.7])).not.toMatch(/Side by side/);
    expect(probed([10, 9.9])).not.toMatch(/Side by side/);
    expect(probed([10, 11], 4)).not.toMatch(/Side by side/);
    expect(probed([])).not.toMatch(/Side by side|ceiling|cores/);
  });

  it('tells of a pool what its verdict allows', () => {
    const told = (...held: Parameters<typeof decision>) =>
      computingRule.sentence({ ...story, rows: new Map([[pool, decision(...held)]]) });
    expect(told(1, 'no gain', [0.95, 1.05])).toMatch(/pool w2 computed on 2 threads and gained no more than 5 %\.$/);
    expect(told(1.5, 'undecided', [0.9, 2.3])).toMatch(/threads and measured 1\.50× \(0\.90–2\.30\), undecided\.$/);
  });

  it('recommends threads where none were tried, and does not say that they failed', () => {
    const arms = countPrimes.arms.filter(({ threads }) => threads === undefined);
    const text = computingRule.sentence(storyOf({ ...countPrimes, arms }));
    expect(text).toMatch(/processor\. Theory predicts 1\.95 times for whole tasks on 2 worker threads\.$/);
  });
});

describe('elsewhere', () => {
  const libuv: ScenarioWords = {
    id: 'libuv',
    kind: 'io',
    taskCount: 10,
    task: { ioMs: 10, serverMs: 0, ioCpuMs: 0.1, otherCpuMs: 9.8 },
    arms: [
      { strategyId: 'sequential', wallMs: 101 },
      { strategyId: 'gather', wallMs: 55 },
      { strategyId: 'pool', wallMs: 54, threads: 2 },
    ],
  };
  const story = storyOf(libuv);

  it('applies to work on other threads of the process', () => {
    expect(elsewhereRule.applies(story)).toBe(true);
    expect(elsewhereRule.applies({ ...story, boundBy: 'a mix' })).toBe(true);
    const some = { waitingRatio: 0, computingHereRatio: 0.51, computingElsewhereRatio: 0.49, contradiction: null };
    expect(elsewhereRule.applies({ ...story, boundBy: 'a mix', work: some })).toBe(false);
    expect(elsewhereRule.applies({ ...story, boundBy: 'waiting' })).toBe(false);
  });

  it('tells whose threads, and what one loop could start on them', () => {
    const text = elsewhereRule.sentence({ ...story, work: story.work && { ...story.work, contradiction: null } });
    expect(text).toMatch(/computes on other threads of the process \(libuv's or native ones\) for 98 % of its time/);
    expect(text).toMatch(/gather was 1\.84 times as fast: these threads work on while the one loop starts more\./);
    expect(text).toMatch(/pool w2 was 1\.87 times as fast\.$/);
    const gather = armNamed('gather', story.data);
    expect(elsewhereRule.sentence(story)).toMatch(/^sequential took 101 ms\. gather was/);
    expect(elsewhereRule.sentence(withGain(story, 1.3, 'undecided', gather))).not.toMatch(/these threads work on/);
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
    expect(applies(withGain(story, 3, 'undecided'))).toBe(false);
    expect(applies({ ...story, boundBy: 'waiting' })).toBe(false);
    // Behind a lock each of the gathered took much longer, and the loop had little to do.
    const taskMs = 3 * (story.data.totals?.wallMs ?? 0);
    const locked = withMedians(gather, { taskMs, loopUtilizationRatio: 0.2, computeWallMs: 10 });
    const trusted = story.trusted.map((arm) => (arm.name === 'gather' ? locked : arm));
    expect(applies({ ...story, trusted })).toBe(false);
  });

  it('tells both shares, the one loop, and what threads gained', () => {
    const text = overlapBothRule.sentence(story);
    expect(text).toMatch(
      /^Alone, a task computes for 26 % of its time and waits for 74 %; sequential took 812 ms\. gather/,
    );
    expect(text).toMatch(/its one loop, which was busy for 90 % of 233 ms\./);
    expect(text).toMatch(/gather\+pool w2 computes on threads .* and was 6\.06 times as fast\./);
    expect(text).toMatch(/Theory predicts \d\.\d\d times for gather\+pool w2\.$/);
  });

  it('says nothing of a loop that nobody measured', () => {
    const trusted = story.trusted.filter(({ name }) => name !== 'gather');
    expect(overlapBothRule.sentence({ ...story, trusted })).toMatch(/took 812 ms\. gather\+pool w2/);
  });
});
