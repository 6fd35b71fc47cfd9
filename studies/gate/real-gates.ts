// Gates as they are, not drawn from a bank: how long equal code takes until it is decided, what becomes of a change that is
// really there, and when a large one is named.

import { performance } from 'node:perf_hooks';
import type { ScenarioSummary } from '../../src/model/scenario.ts';
import { seededRandom } from '../../src/model/seeded-random.ts';
import { buildGateComparison } from '../../src/report/gate/build-gate-comparison.ts';
import { GateCell } from '../../src/runner/gate/gate-cell.ts';
import { runPairEpoch } from '../../src/runner/gate/pair-epoch.ts';
import { runGate } from '../../src/runner/gate/run-gate.ts';
import { planGateCells, planSelfTest } from '../../src/runner/plan/gate/gate-arms.ts';
import { openRealWorld } from '../../src/runner/processes/real-world.ts';
import { decideCells, evidenceOf, pairEffect } from '../../src/stats/decisions/two-stage.ts';
import { type FOUR_CELLS, MARGIN_RATIO, requestFor, WORLD_SETTINGS } from './cells.ts';

/** A gate of equal code. */
export interface CleanGate {
  readonly elapsedMs: number;
  readonly verdicts: readonly string[];
}

/** Compares the scenarios with themselves. */
export async function cleanGate(
  scenarios: readonly ScenarioSummary[],
  cells: typeof FOUR_CELLS,
  seed: number,
): Promise<CleanGate> {
  const fromMs = performance.now();
  const { signal } = new AbortController();
  const document = await runGate(requestFor(scenarios, cells, seed), { onProgress() {}, onNamed() {}, signal });
  const verdicts = buildGateComparison(document).cells.map(({ verdict }) => verdict);
  return { elapsedMs: performance.now() - fromMs, verdicts };
}

/** Cells of which head was really slowed. */
export interface SlowedGate {
  readonly elapsedMs: number;
  readonly cells: readonly { readonly verdict: string; readonly ratio: number; readonly namedAtMs: number | null }[];
}

/** Compares the scenarios with themselves, head slowed by so much in every cell. */
export async function slowedGate(
  scenarios: readonly ScenarioSummary[],
  cells: typeof FOUR_CELLS,
  slowedRatio: number,
  seed: number,
): Promise<SlowedGate> {
  const request = requestFor(scenarios, cells, seed);
  const groups = request.pairs.map((pair) =>
    planGateCells(pair, request).map(
      (plan) => new GateCell(planSelfTest(plan, slowedRatio).slowed, pair, pair.head.taskCount, MARGIN_RATIO),
    ),
  );
  const world = openRealWorld({ settings: WORLD_SETTINGS }, new AbortController().signal);
  const random = seededRandom(seed);
  const fromMs = world.now();
  try {
    for (let epoch = 0; groups.flat().some(({ needs }) => needs !== null); epoch++) {
      for (const group of groups) {
        const open = group.flatMap((cell) => (cell.needs === null ? [] : [{ cell, stage: cell.needs }]));
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
  const recorded = groups.flat().map((cell) => cell.toCell());
  const evidence = recorded.map(({ pairs }) => evidenceOf(pairs.map(pairEffect), MARGIN_RATIO));
  const decisions = decideCells(evidence, MARGIN_RATIO);
  return {
    elapsedMs: world.now() - fromMs,
    cells: decisions.map(({ verdict, change }, index) => ({
      verdict,
      ratio: change.ratio,
      namedAtMs: recorded[index]?.namedAtMs ?? null,
    })),
  };
}
