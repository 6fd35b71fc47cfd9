// Gates that are run and not drawn: over identical code, and with a slow-down that really happens.

import { armName } from '../../../src/model/arm-key.ts';
import type { Comparison } from '../../../src/model/report/comparison.ts';
import { seededRandom } from '../../../src/model/seeded-random.ts';
import { buildGateComparison } from '../../../src/report/gate/build-gate-comparison.ts';
import { GateCell } from '../../../src/runner/gate/gate-cell.ts';
import { runPairEpoch } from '../../../src/runner/gate/pair-epoch.ts';
import { runGate } from '../../../src/runner/gate/run-gate.ts';
import { planGateCells, planSelfTest } from '../../../src/runner/plan/gate/gate-arms.ts';
import { decideCells, evidenceOf, pairEffect } from '../../../src/stats/decisions/two-stage.ts';
import { openTimedWorld } from '../timed-world.ts';
import { JUDGING, MARGIN_RATIO, pairsOf, requestOf, type Work } from '../works.ts';

/** A gate over identical code. */
export interface CleanRun {
  readonly cellCount: number;
  readonly seconds: number;
  readonly pairCount: number;
  readonly verdicts: Readonly<Partial<Record<Comparison['cells'][number]['verdict'], number>>>;
}

/** All of it timed, from reading the scenarios to the end of the last process. */
export async function runClean(works: readonly Work[], seed: number): Promise<CleanRun> {
  const fromMs = performance.now();
  const pairs = await pairsOf(works);
  // One list of strategies for all: a gate has no other. Works of a gate share theirs.
  const strategies = [...new Set(works.flatMap((work) => work.strategies))];
  const { signal } = new AbortController();
  const document = await runGate(requestOf(pairs, strategies, seed), { onProgress: quiet, onNamed: quiet, signal });
  const { cells } = buildGateComparison(document);
  return {
    cellCount: document.cellCount,
    seconds: (performance.now() - fromMs) / 1_000,
    pairCount: document.cells.reduce((sum, cell) => sum + cell.pairs.length, 0),
    verdicts: Object.fromEntries(
      [...Map.groupBy(cells, ({ verdict }) => verdict)].map(([verdict, all]) => [verdict, all.length]),
    ),
  };
}

/** What one slowed cell came to. */
export interface SlowedCell {
  readonly name: string;
  readonly verdict: string;
  /** head over base. */
  readonly ratio: number;
  readonly pairCount: number;
  /** Since before the scenarios were read; null where it was not named. */
  readonly namedAfterMs: number | null;
}

/** Head's batches are made longer by the share; all cells of the works, until each is decided. */
export async function runSlowed(works: readonly Work[], slowedRatio: number, seed: number): Promise<SlowedCell[]> {
  const fromMs = performance.now();
  const scenarios = await pairsOf(works);
  const random = seededRandom(seed);
  const groups = works.map(({ strategies }, index) => {
    const scenario = scenarios[index] as (typeof scenarios)[number];
    const plans = planGateCells(scenario, requestOf([scenario], strategies, seed));
    return plans.map((plan) => {
      const { slowed } = planSelfTest(plan, slowedRatio);
      return new GateCell(slowed, scenario, scenario.head.taskCount, JUDGING);
    });
  });
  const world = openTimedWorld();
  try {
    for (let epoch = 0; groups.flat().some(({ needs }) => needs !== null); epoch++) {
      for (const cells of groups) {
        const open = cells.flatMap((cell) => (cell.needs === null ? [] : [{ cell, stage: cell.needs }]));
        if (open.length === 0) continue;
        await runPairEpoch(
          open.map(({ cell }) => cell),
          epoch,
          random,
          world,
        );
        for (const { cell, stage } of open) cell.endPair(epoch, stage, world.now() - fromMs);
      }
    }
  } finally {
    await world.close();
  }
  return groups.flat().map(toldOf);
}

function toldOf(cell: GateCell): SlowedCell {
  const { key, pairs, namedAtMs } = cell.toCell();
  const [decision] = decideCells([evidenceOf(pairs.map(pairEffect), MARGIN_RATIO)], MARGIN_RATIO);
  return {
    name: `${key.scenarioId} ${armName({ ...key, subject: 'worktree' })}`,
    verdict: decision?.verdict ?? 'inconclusive',
    ratio: decision?.change.ratio ?? Number.NaN,
    pairCount: pairs.length,
    namedAfterMs: namedAtMs,
  };
}

function quiet(): void {}
