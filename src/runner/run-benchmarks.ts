// The conductor: starts the fixture, measures one scenario after another, and always returns a document, whole or
// marked as partial. Nothing it started outlives it.

import { SCHEMA_VERSION } from '../document/schema.ts';
import { BenchError } from '../errors.ts';
import type { Preflight, ResultDocument } from '../model/document.ts';
import { describeEnvironment } from './environment.ts';
import { FixtureProcess } from './fixture-process.ts';
import { ScenarioMeasurement } from './measure-scenario.ts';
import { runPreflight } from './preflight-process.ts';
import type { Progress, RunRequest } from './run-settings.ts';

/**
 * Runs everything that was asked for. `onProgress` is called between samples. When `signal` is aborted, resolves to what
 * was measured so far with `complete: false`. Throws `FIXTURE_START` or `PORT_IN_USE` when nothing can be measured.
 */
export async function runBenchmarks(
  request: RunRequest,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ResultDocument> {
  const createdAt = new Date().toISOString();
  const environment = await describeEnvironment();
  const startedAtMs = performance.now();
  const fixture = await FixtureProcess.start();
  const measurements = request.scenarios.map((scenario) => new ScenarioMeasurement(scenario, request));
  let complete = true;
  let preflight: Preflight | null = null;
  try {
    preflight = await runPreflight(fixture.origin, request.settings.threads, signal);
    for (const [scenarioIndex, measurement] of measurements.entries()) {
      const leftMs = request.settings.budgetMs - (performance.now() - startedAtMs);
      const laterCount = measurements.length - scenarioIndex - 1;
      const shareMs = leftMs / (laterCount + 1);
      const place = { scenarioId: measurement.scenario.id, scenarioIndex, scenarioCount: measurements.length };
      await measurement.run(
        fixture,
        shareMs,
        (state) => onProgress({ ...place, ...state, remainingMs: state.remainingMs + shareMs * laterCount }),
        signal,
      );
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
    tool: request.tool,
    seed: request.seed,
    complete,
    measuredMs: Math.round(performance.now() - startedAtMs),
    environment,
    settings: request.settings,
    preflight,
    scenarios: measurements.map(({ record }) => record),
    cells: measurements.flatMap(({ cells }) => cells),
  };
}
