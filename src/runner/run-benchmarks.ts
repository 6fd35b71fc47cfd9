// The conductor: starts the fixture, gives every scenario its epochs, and always ends in a document, whole or marked as
// partial. Nothing it started outlives it.

import { SCHEMA_VERSION } from '../document/schema.ts';
import { BenchError } from '../errors.ts';
import type { Preflight, ResultDocument } from '../model/document.ts';
import { describeEnvironment } from './environment.ts';
import { ScenarioMeasurement } from './measure-scenario.ts';
import { assertWithinLimits } from './plan/machine-limits.ts';
import type { Progress, RunRequest } from './plan/run-settings.ts';
import { FixtureProcess } from './processes/fixture-process.ts';
import { runPreflight } from './processes/preflight-process.ts';
import type { EarlierRun, Journal } from './recording/journal.ts';

/** A scenario whose outcome is settled gets this part of an undecided one's time in later epochs. */
const SETTLED_WEIGHT = 0.3;
/** Epochs after which a settled scenario needs no more. */
const ENOUGH_EPOCHS = 2;

/** Where a run reports to and what it goes on from. */
export interface RunSurroundings {
  readonly journal: Journal;
  /** Null for a run that starts afresh. */
  readonly earlier: EarlierRun | null;
  /** Called between samples, never during one. */
  readonly onProgress: (progress: Progress) => void;
  /** When aborted, the run resolves to what was measured so far with `complete: false`. */
  readonly signal: AbortSignal;
}

/** Runs what was asked for. Throws `MACHINE_LIMIT`, `FIXTURE_START` or `FIXTURE_LOST`; the journal keeps what was measured. */
export async function runBenchmarks(request: RunRequest, surroundings: RunSurroundings): Promise<ResultDocument> {
  const { journal, earlier, onProgress, signal } = surroundings;
  const { settings, seed, tool } = request;
  const createdAt = earlier?.createdAt ?? new Date().toISOString();
  const environment = await describeEnvironment();
  assertWithinLimits(request, environment);
  const startedAtMs = performance.now();
  const leftMs = () => settings.budgetMs - (performance.now() - startedAtMs);
  const measurements = request.scenarios.map((scenario) => new ScenarioMeasurement(scenario, request));
  for (const entry of earlier?.entries ?? []) {
    measurements.find(({ scenario }) => scenario.id === entry.scenarioId)?.restore(entry);
  }
  const fixture = await FixtureProcess.start();
  let preflight: Preflight | null = null;
  let complete = true;
  let turnCount = 0;
  try {
    preflight = await runPreflight(fixture.origin, Math.max(...settings.threadCounts), signal);
    for (let epoch = 0; epoch < settings.epochCount; epoch++) {
      for (const [scenarioIndex, measurement] of measurements.entries()) {
        if (measurement.finishedEpochCount > epoch || isDone(measurement)) continue;
        // Every scenario gets its first epoch; later ones are for what is left of the budget.
        if (epoch > 0 && settings.roundCount === null && leftMs() <= 0) continue;
        const laterWeight = weightAfter(measurements, scenarioIndex, epoch, settings.epochCount);
        const weight = weightOf(measurement);
        const shareMs = (leftMs() * weight) / (weight + laterWeight);
        const turnsLeft = settings.epochCount * measurements.length - turnCount - 1;
        // A budget says how long the rest takes; without one, the turns so far do.
        const turnMs = turnCount === 0 ? null : (performance.now() - startedAtMs) / turnCount;
        const byTurnsMs = turnsLeft === 0 ? 0 : turnMs === null ? null : turnMs * turnsLeft;
        const laterMs = settings.roundCount === null ? Math.max(0, leftMs() - shareMs) : byTurnsMs;
        const place = { scenarioId: measurement.scenario.id, scenarioIndex, scenarioCount: measurements.length };
        await measurement.runEpoch({
          fixture,
          shareMs,
          onProgress: (state) => onProgress({ ...place, ...state, remainingMs: sumKnown(state.remainingMs, laterMs) }),
          onRound: (entry) => journal.append(entry),
          signal,
        });
        turnCount += 1;
      }
    }
  } catch (thrown) {
    complete = false;
    if (!(thrown instanceof BenchError) || thrown.code !== 'INTERRUPTED') throw thrown;
  } finally {
    await fixture.close();
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    createdAt,
    tool,
    seed,
    complete,
    measuredMs: Math.round(performance.now() - startedAtMs),
    environment,
    settings,
    preflight,
    scenarios: measurements.map(({ record }) => record),
    cells: measurements.flatMap(({ cells }) => cells),
  };
}

function sumKnown(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}

function isDone(measurement: ScenarioMeasurement): boolean {
  return measurement.exhausted || (measurement.settled && measurement.finishedEpochCount >= ENOUGH_EPOCHS);
}

function weightOf(measurement: ScenarioMeasurement): number {
  return measurement.settled ? SETTLED_WEIGHT : 1;
}

/** Weights of everything still to come after this scenario's turn in this epoch. */
function weightAfter(
  measurements: readonly ScenarioMeasurement[],
  scenarioIndex: number,
  epoch: number,
  epochCount: number,
): number {
  const epochsAfter = epochCount - epoch - 1;
  return measurements.reduce((sum, measurement, index) => {
    if (isDone(measurement)) return sum;
    const thisEpoch = index > scenarioIndex && measurement.finishedEpochCount <= epoch ? 1 : 0;
    return sum + (thisEpoch + epochsAfter) * weightOf(measurement);
  }, 0);
}
