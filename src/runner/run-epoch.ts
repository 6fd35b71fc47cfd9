// One epoch of one scenario: fresh arms, warm-up, rounds with calibrations in between. How much of each is decided by
// plan/; here it is only done, and written down.

import { armName } from '../model/arm-key.ts';
import { calibrationLimitMs } from './plan/calibration.ts';
import { isWarmedOn } from './plan/pilot.ts';
import { orderSeed, roundsAtEnd } from './plan/round-count.ts';
import { planRounds } from './plan/rounds.ts';
import type { Progress, RunRequest } from './plan/run-settings.ts';
import { probeLimitMs, probesWanted } from './plan/side-by-side.ts';
import { judgeWarmup } from './plan/warmup.ts';
import type { RoundEntry } from './recording/journal-entry.ts';
import type { ScenarioRecorder } from './recording/scenario-recorder.ts';
import type { RunningEpoch, World } from './world.ts';

/** What one epoch needs from its surroundings. */
export interface EpochCircumstances {
  readonly world: Pick<World, 'now' | 'probeCores' | 'openEpoch'>;
  readonly request: Pick<RunRequest, 'settings' | 'seed'>;
  readonly scenarioIndex: number;
  /** Time this epoch should take, start-up included. */
  readonly shareMs: number;
  readonly onProgress: (state: Pick<Progress, 'phase' | 'round' | 'roundCount' | 'remainingMs'>) => void;
  readonly onRound: (entry: RoundEntry) => void;
}

/** Runs one epoch. Rejects with `INTERRUPTED` or `FIXTURE_LOST`; what was finished by then stands in the recorder. */
export async function runEpoch(recorder: ScenarioRecorder, circumstances: EpochCircumstances): Promise<void> {
  const { world, request, scenarioIndex, shareMs, onProgress, onRound } = circumstances;
  const { settings, seed } = request;
  const hasBudget = settings.roundCount === null;
  const startedAtMs = world.now();
  const leftMs = () => Math.max(0, shareMs - (world.now() - startedAtMs));
  let roundMs: number | null = null;
  const report = (phase: Progress['phase']) => {
    const { roundCount: round, plannedRoundCount: roundCount } = recorder;
    const byRoundsMs = roundMs === null ? null : roundMs * (roundCount - round);
    onProgress({ phase, round, roundCount, remainingMs: hasBudget ? leftMs() : byRoundsMs });
  };
  const epochIndex = recorder.begunEpochCount;
  recorder.begunEpochCount += 1;
  report('starting');
  await probeCores(world, recorder);
  const epoch = await world.openEpoch(recorder.cells);
  try {
    report('warming up');
    roundMs = await warmUp(epoch, recorder, circumstances);
    if (epoch.liveCount === 0) return onRound(recorder.takeEntry());
    await runAlone(epoch, recorder, shareMs);
    const wanted = probesWanted(recorder.calibration.all);
    for (const probe of await epoch.probeSideBySide(probeLimitMs(shareMs), wanted)) {
      recorder.probedSideBySide({ epoch: epochIndex, ...probe });
    }
    recorder.plannedRoundCount = roundsAtEnd(recorder, { leftMs: leftMs(), roundMs }, settings);
    const roundCount = recorder.plannedRoundCount - recorder.roundCount;
    const orders = planRounds(recorder.cells.length, roundCount, orderSeed(seed, epochIndex, scenarioIndex));
    for (const order of orders) {
      report('measuring');
      await epoch.runRound(epochIndex, recorder.roundCount, order);
      recorder.roundCount += 1;
      onRound(recorder.takeEntry());
      if (recorder.settled) break;
    }
    recorder.plannedRoundCount = recorder.roundCount;
    await runAlone(epoch, recorder, shareMs);
    recorder.finishedEpochCount += 1;
    await epoch.close();
  } finally {
    await epoch.kill();
  }
  onRound(recorder.takeEntry());
}

/** Asks before anything of the epoch runs; only pools need more than one core at once. */
async function probeCores(world: EpochCircumstances['world'], recorder: ScenarioRecorder): Promise<void> {
  const { threadCount } = recorder;
  const cores = threadCount === 0 ? null : await world.probeCores(threadCount);
  if (cores !== null) recorder.probedCores(cores);
}

async function runAlone(epoch: RunningEpoch, { calibration }: ScenarioRecorder, shareMs: number): Promise<void> {
  calibration.add(await epoch.calibrate(calibrationLimitMs(shareMs), calibration.turn));
}

/** Runs the untimed batches, and judges them when they are the pilot. Returns how long a round takes. */
async function warmUp(
  epoch: RunningEpoch,
  recorder: ScenarioRecorder,
  { world, request, shareMs }: EpochCircumstances,
): Promise<number> {
  const leastCount = request.settings.warmupCount;
  const wish = { foundCount: recorder.warmup?.batchCount ?? null, leastCount, shareMs };
  const fromMs = world.now();
  const batches: (readonly (number | null)[])[] = [];
  let lastMs = 0;
  while (isWarmedOn({ batchCount: batches.length, elapsedMs: world.now() - fromMs, lastMs }, wish)) {
    const batchFromMs = world.now();
    batches.push(await epoch.warmUp());
    lastMs = world.now() - batchFromMs;
  }
  for (const [index, cell] of recorder.cells.entries()) {
    const spentMs = batches.reduce((sum, batch) => sum + (batch[index] ?? 0), 0);
    if (!cell.hasFailed) cell.warmedUp({ batchCount: batches.length, spentMs, settled: null });
  }
  recorder.warmup ??= judgeWarmup(
    recorder.cells.flatMap((cell, index) => {
      const wallMs = batches.flatMap((batch) => batch[index] ?? []);
      return cell.hasFailed ? [] : [{ name: armName(cell.arm.key), wallMs }];
    }),
    leastCount,
  );
  return lastMs;
}
