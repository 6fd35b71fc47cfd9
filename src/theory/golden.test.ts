// Cells whose winner and factor are known by arithmetic: simulated tasks on a virtual clock, no machine noise. The
// whole chain must agree with the paper: simulation, floor, prediction, Little's law, and the verdict of the
// statistics on rounds with seeded noise.

import { describe, expect, test } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { taskCost } from '../model/testing/task-cost.ts';
import { judgeStrategy } from '../stats/decisions/verdict.ts';
import { floorMs } from './floor.ts';
import { NO_TRAVEL, type TheoryInput } from './input.ts';
import { littleGapRatio } from './little.ts';
import { predictedMs } from './prediction.ts';
import { listScheduleMs, makespanMs } from './schedule.ts';
import { partsOf, type TaskParts } from './task-parts.ts';
import { GOLDEN_SET } from './testing/golden-set.ts';
import { type Played, SHAPES } from './testing/shapes.ts';
import { play, type VirtualTask } from './testing/virtual-machine.ts';

const MACHINE = { coreCount: 2, threads: 2, concurrency: 5, serverProcesses: 1 };

function calibrated({ waitMs, serverCpuMs, computeMs }: VirtualTask): TaskParts {
  return partsOf(taskCost({ ioMs: waitMs, serverCpuMs, computeMs }), 0, 'computeWallMs');
}

function inputFor(played: string, tasks: readonly VirtualTask[], machine = MACHINE): TheoryInput {
  const computeCores = Math.min(machine.coreCount, machine.threads);
  return {
    ...{ shape: SHAPES[played as Played], tasks: tasks.map(calibrated), ...machine, computeCores, elsewhereCores: 1 },
    ...{ door: null, travel: NO_TRAVEL },
  };
}

/** Graham's band for any list schedule: no order is outside (SIAM J. Appl. Math. 17, 1969). */
function grahamBandMs(durationsMs: readonly number[], machineCount: number) {
  const longest = Math.max(0, ...durationsMs);
  const average = durationsMs.reduce((sum, ms) => sum + ms, 0) / machineCount;
  return { low: Math.max(average, longest), high: average + (1 - 1 / machineCount) * longest };
}

// Rounds of a reference and an arm with known makespans: a drift shared by both, 4 % of noise each, 1 % per process.
function rounds(referenceMs: number, armMs: number, seed: number) {
  const random = seededRandom(seed);
  const wobble = (share: number) => 1 + share * (random() + random() - 1);
  return Array.from({ length: 8 }, (_, epoch) => {
    const offset = wobble(0.01);
    return Array.from({ length: 20 }, (_, row) => {
      const drift = wobble(0.3);
      const numeratorMs = referenceMs * drift * wobble(0.04);
      return { epoch, round: epoch * 20 + row, numeratorMs, denominatorMs: armMs * offset * drift * wobble(0.04) };
    });
  }).flat();
}

const cells = GOLDEN_SET.flatMap((batch) =>
  Object.entries(batch.makespanMs).map(([strategyId, expectedMs]) => ({ batch, strategyId, expectedMs })),
);

test('the golden set has at least forty cells', () => {
  expect(cells.length).toBeGreaterThanOrEqual(40);
});

describe.each(cells)('$batch.name · $strategyId', ({ batch, strategyId, expectedMs }) => {
  test(`takes ${expectedMs} ms, as predicted, not below its floor, and is judged so`, async () => {
    const run = await play(strategyId, batch.tasks, MACHINE);
    expect(run.makespanMs).toBeCloseTo(expectedMs, 9);

    const input = inputFor(strategyId, batch.tasks);
    expect(floorMs(input)).toBeLessThanOrEqual(run.makespanMs + 1e-9);
    expect(floorMs(input)).toBeGreaterThanOrEqual(0.6 * run.makespanMs);

    expect(predictedMs(input)).toBeCloseTo(expectedMs, 9);

    expect(littleGapRatio({ taskMs: run.taskMs, wallMs: run.makespanMs }, run.inFlightMean)).toBeLessThan(1e-9);

    const referenceMs = batch.makespanMs.sequential;
    const { verdict, interval99 } = judgeStrategy(rounds(referenceMs, expectedMs, 1), { equivalenceRatio: 0.05 });
    expect(verdict).toBe(referenceMs === expectedMs ? 'no gain' : 'faster');
    expect(interval99.low).toBeLessThanOrEqual((referenceMs / expectedMs) * 1.001);
    expect(interval99.high).toBeGreaterThanOrEqual((referenceMs / expectedMs) * 0.999);
  });
});

describe.each(GOLDEN_SET)('winner of "$name"', ({ makespanMs: byStrategy, winners }) => {
  test('is never judged slower than any other, and the rest are', () => {
    const bestMs = Math.min(...Object.values(byStrategy));
    for (const [strategyId, ms] of Object.entries(byStrategy)) {
      const { verdict } = judgeStrategy(rounds(bestMs, ms, 2), { equivalenceRatio: 0.05 });
      expect(verdict, strategyId).toBe(winners.includes(strategyId) ? 'no gain' : 'slower');
    }
  });
});

// A sum of three draws with a heavy right side: uniform, exponential or a rare straggler.
function anyWaits(random: () => number): VirtualTask[] {
  const shape = Math.floor(random() * 3);
  return Array.from({ length: 1 + Math.floor(random() * 60) }, () => {
    const waitMs =
      shape === 0 ? 5 + 30 * random() : shape === 1 ? -20 * Math.log(1 - random()) : random() < 0.05 ? 210 : 10;
    return { waitMs, computeMs: 0, serverCpuMs: 0 };
  });
}

function anyMixed(random: () => number): VirtualTask[] {
  return anyWaits(random).map((task) => ({ ...task, computeMs: random() < 0.5 ? 10 * random() : 0 }));
}

test('property: a sliding limit stays inside the Graham band, batches are never quicker than gather', async () => {
  const random = seededRandom(21);
  for (let run = 0; run < 60; run++) {
    const tasks = anyWaits(random);
    const machine = { ...MACHINE, concurrency: 1 + Math.floor(random() * 12) };
    const { makespanMs: simulatedMs } = await play('bounded', tasks, machine);
    const durations = tasks.map((task) => task.waitMs);
    const band = grahamBandMs(durations, machine.concurrency);
    expect(simulatedMs).toBeGreaterThanOrEqual(band.low - 1e-9);
    expect(simulatedMs).toBeLessThanOrEqual(band.high + 1e-9);
    expect(makespanMs(listScheduleMs(durations, machine.concurrency))).toBeCloseTo(simulatedMs, 6);
  }
});

test('property: no simulated run of any strategy beats its floor or misses its prediction', async () => {
  const random = seededRandom(22);
  for (let run = 0; run < 12; run++) {
    const tasks = anyMixed(random);
    const machine = { ...MACHINE, concurrency: 1 + Math.floor(random() * 8) };
    for (const strategyId of Object.keys(SHAPES)) {
      const { makespanMs: simulatedMs } = await play(strategyId, tasks, machine);
      const input = inputFor(strategyId, tasks, machine);
      expect(floorMs(input), strategyId).toBeLessThanOrEqual(simulatedMs + 1e-9);
      expect(Math.abs((predictedMs(input) ?? 0) / simulatedMs - 1), strategyId).toBeLessThan(1e-6);
    }
  }
});
