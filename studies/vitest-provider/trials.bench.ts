// The trials of one process, as tests of vitest: two functions held against each other, and what the matchers say of them.

import { appendFileSync } from 'node:fs';
import { type BenchResult, expect, test } from 'vitest';
import '../../src/vitest/setup.ts';
import { judge, MARGIN_RATIO } from '../../src/vitest/judge.ts';
import { measuredBehind } from '../../src/vitest/measuring/group-rounds.ts';
import { SETTINGS_VARIABLE, type TrialAnswer, type TrialSettings } from './settings.ts';
import { freshWork, turnsFor } from './work.ts';

const settings: TrialSettings = JSON.parse(process.env[SETTINGS_VARIABLE] ?? '');
const turnCount = turnsFor(settings.callUs);

for (let trial = 0; trial < settings.trialCount; trial++) {
  test(`trial ${trial}`, async ({ bench }) => {
    const first = freshWork(turnCount, settings.isAsync);
    const second = freshWork(Math.round(turnCount * settings.factor), settings.isAsync);
    const fromMs = performance.now();
    const results = await bench.compare(bench('first', first), bench('second', second));
    const elapsedMs = performance.now() - fromMs;
    const answer = answerOf(results.get('first'), results.get('second'), elapsedMs);
    appendFileSync(settings.answersPath, `${JSON.stringify(answer)}\n`);
  });
}

function answerOf(first: BenchResult, second: BenchResult, elapsedMs: number): TrialAnswer {
  const isFaster = (one: BenchResult, other: BenchResult) =>
    passes(() => (settings.isOurs ? expect(one).toBeDecidedlyFasterThan(other) : expect(one).toBeFasterThan(other)));
  const measured = measuredBehind(first);
  return {
    firstIsFaster: isFaster(first, second),
    secondIsFaster: isFaster(second, first),
    firstIsFasterBeyondMargin: passes(() => expect(first).toBeFasterThan(second, { delta: MARGIN_RATIO })),
    placeboDiffers: measured !== null && judge(measured.group, 0, 1, MARGIN_RATIO).placeboDiffers,
    meanRatio: second.latency.mean / first.latency.mean,
    elapsedMs,
  };
}

function passes(assert: () => void): boolean {
  try {
    assert();
    return true;
  } catch {
    return false;
  }
}
