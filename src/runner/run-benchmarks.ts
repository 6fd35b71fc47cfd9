// The conductor: gives every scenario its epochs within the budget, and always ends in a document, whole or marked as
// partial. Nothing it started outlives it.

import { SCHEMA_VERSION } from '../document/version.ts';
import { BenchError } from '../errors.ts';
import type { Preflight, ResultDocument } from '../model/document/document.ts';
import { isTaken, laterMs, shareMs } from './plan/budget.ts';
import { assertWithinLimits } from './plan/machine-limits.ts';
import type { Progress, RunRequest } from './plan/run-settings.ts';
import { aimed } from './plan/servers/asked-server.ts';
import { assertGentle } from './plan/servers/request-budget.ts';
import { openRealWorld } from './processes/real-world.ts';
import type { EarlierRun, Journal } from './recording/journal.ts';
import { ScenarioRecorder } from './recording/scenario-recorder.ts';
import { runEpoch } from './run-epoch.ts';
import type { World } from './world.ts';

/** Where a run reports to and what it goes on from. */
export interface RunSurroundings {
  readonly journal: Pick<Journal, 'append'>;
  /** Null for a run that starts afresh. */
  readonly earlier: EarlierRun | null;
  /** Called between samples, never during one. */
  readonly onProgress: (progress: Progress) => void;
  /** When aborted, the run resolves to what was measured so far with `complete: false`. */
  readonly signal: AbortSignal;
  /** Told when the run ends because it may send no more requests. */
  readonly onRequestsSpent?: (error: BenchError) => void;
}

/**
 * Runs what was asked for. Throws `MACHINE_LIMIT`, `SCENARIO_INVALID`, `FIXTURE_START` or `FIXTURE_LOST`; the journal keeps
 * what was measured.
 */
export async function runBenchmarks(
  asked: RunRequest,
  surroundings: RunSurroundings,
  world: World = openRealWorld(asked, surroundings.signal),
): Promise<ResultDocument> {
  const { settings, seed, tool } = asked;
  const request = { ...asked, scenarios: asked.scenarios.map((scenario) => aimed(scenario, settings)) };
  const createdAt = surroundings.earlier?.createdAt ?? new Date().toISOString();
  const environment = await world.describeEnvironment();
  assertWithinLimits(request, environment);
  assertGentle(request.scenarios, request.strategies, settings);
  const startedAtMs = world.now();
  const recorders = request.scenarios.map((scenario) => new ScenarioRecorder(scenario, request, environment.coreCount));
  for (const entry of surroundings.earlier?.entries ?? []) {
    recorders.find(({ scenario }) => scenario.id === entry.scenarioId)?.restore(entry);
  }
  let preflight: Preflight | null = null;
  let complete = true;
  try {
    for (const { cells } of recorders) await world.prepare(cells);
    preflight = await world.runPreflight(Math.max(0, ...recorders.map(({ threadCount }) => threadCount)));
    await conduct(recorders, { request, surroundings, world, startedAtMs });
  } catch (thrown) {
    if (!(thrown instanceof BenchError)) throw thrown;
    if (thrown.code !== 'INTERRUPTED' && thrown.code !== 'REQUESTS_SPENT') throw thrown;
    // Requests are a budget like time: what every scenario has rounds of is whole.
    complete = thrown.code === 'REQUESTS_SPENT' && recorders.every(({ roundCount }) => roundCount > 0);
    if (thrown.code === 'REQUESTS_SPENT') surroundings.onRequestsSpent?.(thrown);
  } finally {
    await world.close();
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    createdAt,
    tool,
    seed,
    complete,
    measuredMs: Math.round(world.now() - startedAtMs),
    environment,
    settings,
    preflight,
    scenarios: recorders.map((recorder) => recorder.toRecord()),
    cells: recorders.flatMap((recorder) => recorder.toCells()),
  };
}

interface Conducting {
  readonly request: RunRequest;
  readonly surroundings: RunSurroundings;
  readonly world: World;
  readonly startedAtMs: number;
}

/** Epoch by epoch, every scenario that still needs one has its turn. */
async function conduct(recorders: readonly ScenarioRecorder[], conducting: Conducting): Promise<void> {
  const { request, surroundings, world, startedAtMs } = conducting;
  const { budgetMs, epochCount, roundCount } = request.settings;
  const scenarioCount = recorders.length;
  const elapsedMs = () => world.now() - startedAtMs;
  let doneCount = 0;
  for (let epoch = 0; epoch < epochCount; epoch++) {
    for (const [scenarioIndex, recorder] of recorders.entries()) {
      // Asked for rounds, a run takes as long as they do.
      const budgetLeftMs = () => (roundCount === null ? budgetMs - elapsedMs() : null);
      if (!isTaken(recorder.standing, epoch, budgetLeftMs())) continue;
      const standings = recorders.map(({ standing }) => standing);
      const budget = { budgetMs, leftMs: budgetMs - elapsedMs(), epochCount };
      const turnMs = shareMs(standings, { scenarioIndex, epoch }, budget);
      const turns = { doneCount, leftCount: epochCount * scenarioCount - doneCount - 1, elapsedMs: elapsedMs() };
      const afterMs = laterMs(budgetLeftMs(), turnMs, turns);
      const place = { scenarioId: recorder.scenario.id, scenarioIndex, scenarioCount };
      await runEpoch(recorder, {
        ...{ world, request, scenarioIndex, shareMs: turnMs },
        onProgress: (state) =>
          surroundings.onProgress({ ...place, ...state, remainingMs: sumKnown(state.remainingMs, afterMs) }),
        onRound: (entry) => surroundings.journal.append(entry),
      });
      doneCount += 1;
    }
  }
}

function sumKnown(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}
