// One epoch of one scenario: fresh arms, warm-up, tasks alone and side by side, rounds. How much of each is decided by
// plan/; here it is only done, and written down.

import { calibrationLimitMs, isShortEpoch } from './plan/calibration.ts';
import { everythingOpen, participants, shortParticipants } from './plan/rounds/participants.ts';
import { hasAllRounds, hasTime, hasTooFew, orderSeed, roundsAtEnd } from './plan/rounds/round-count.ts';
import { RoundOrders } from './plan/rounds/round-orders.ts';
import { RoundTimer } from './plan/rounds/round-time.ts';
import type { Progress, RunRequest } from './plan/run-settings.ts';
import { probeLimitMs, probesWanted } from './plan/side-by-side.ts';
import type { RoundEntry } from './recording/journal-entry.ts';
import type { ScenarioRecorder } from './recording/scenario-recorder.ts';
import { warmUp } from './warm-up.ts';
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
  const { world, request, shareMs, onRound } = circumstances;
  const startedAtMs = world.now();
  const leftMs = () => shareMs - (world.now() - startedAtMs);
  const report = reporter(recorder, circumstances, leftMs);
  const epochIndex = recorder.begunEpochCount;
  recorder.begunEpochCount += 1;
  report('starting', null);
  const epoch = await world.openEpoch(recorder.cells);
  try {
    await probeCores(world, recorder);
    report('warming up', null);
    const warmth = { now: () => world.now(), askedMs: request.settings.warmupMs, shareMs, leftMs: leftMs() };
    const lastWallMs = await warmUp(epoch, recorder.cells, warmth);
    if (epoch.liveCount === 0) {
      await epoch.kill();
      return onRound(recorder.takeEntry());
    }
    const hasCostsFirst = epochIndex === 0 && !isShortEpoch(shareMs);
    if (hasCostsFirst) await runAlone(epoch, recorder, shareMs, epochIndex);
    await runRounds(epoch, recorder, {
      ...circumstances,
      epochIndex,
      leftMs,
      report,
      timer: new RoundTimer(lastWallMs),
    });
    await epoch.keepTimelines(epochIndex);
    await runAlone(epoch, recorder, shareMs, hasCostsFirst ? null : epochIndex);
  } catch (thrown) {
    await epoch.kill();
    throw thrown;
  }
  recorder.finishedEpochCount += 1;
  onRound(recorder.takeEntry());
  // Whoever opens the next one waits for these to leave.
  void epoch.close();
}

/** Asks while the arms lie idle; only pools need more than one core at once. */
async function probeCores(world: EpochCircumstances['world'], recorder: ScenarioRecorder): Promise<void> {
  const { threadCount } = recorder;
  const cores = threadCount === 0 ? null : await world.probeCores(threadCount);
  if (cores !== null) recorder.probedCores(cores);
}

/** Runs tasks alone, and side by side as a part of the given epoch; null where that was done in it already. */
async function runAlone(
  epoch: RunningEpoch,
  recorder: ScenarioRecorder,
  shareMs: number,
  epochIndex: number | null,
): Promise<void> {
  const { calibration } = recorder;
  calibration.add(await epoch.calibrate(calibrationLimitMs(shareMs), calibration.turn));
  if (epochIndex === null) return;
  const wanted = probesWanted(calibration.all);
  for (const probe of await epoch.probeSideBySide(probeLimitMs(shareMs), wanted)) {
    recorder.probedSideBySide({ epoch: epochIndex, ...probe });
  }
}

interface Rounds extends EpochCircumstances {
  readonly epochIndex: number;
  readonly leftMs: () => number;
  readonly report: Report;
  readonly timer: RoundTimer;
}

/** Round by round, until those asked for are done, the time is over, or nothing is left to decide. */
async function runRounds(epoch: RunningEpoch, recorder: ScenarioRecorder, rounds: Rounds): Promise<void> {
  const { world, request, scenarioIndex, shareMs, epochIndex, leftMs, report, timer, onRound } = rounds;
  const { settings, seed } = request;
  const orders = new RoundOrders(orderSeed(seed, epochIndex, scenarioIndex));
  const endsAt = roundsAtEnd(recorder, settings);
  const firstRound = recorder.roundCount;
  const isOnly = settings.epochCount === 1;
  const everybody = everythingOpen(recorder.cells);
  const choose = isShortEpoch(shareMs) ? shortParticipants : participants;
  while (!hasAllRounds(recorder.roundCount, settings) && epoch.liveCount > 0) {
    const { roundCount } = recorder;
    const inEpoch = roundCount - firstRound;
    const matter = endsAt === null ? recorder.openMatter : everybody;
    const arms = choose(recorder.cells, matter, endsAt === null ? inEpoch : 0);
    const nextMs = timer.expectedMs(arms);
    if (endsAt === null) {
      if (!hasTooFew(inEpoch) && recorder.settled) break;
      if (!hasTime(inEpoch, isOnly, { shareMs, leftMs: leftMs(), nextMs })) break;
    } else if (roundCount >= endsAt) break;
    const fitting = nextMs > 0 ? Math.max(1, Math.floor(leftMs() / nextMs)) : 1;
    recorder.plannedRoundCount = endsAt ?? roundCount + fitting;
    report('measuring', nextMs);
    const order = orders.next(arms);
    const fromMs = world.now();
    await epoch.runRound(epochIndex, roundCount, order);
    timer.ran(order, recorder.wallMsOf(roundCount), world.now() - fromMs);
    recorder.roundOver(order);
    onRound(recorder.takeEntry());
  }
  recorder.plannedRoundCount = recorder.roundCount;
}

type Report = (phase: Progress['phase'], roundMs: number | null) => void;

function reporter(
  recorder: ScenarioRecorder,
  { request, onProgress }: EpochCircumstances,
  leftMs: () => number,
): Report {
  return (phase, roundMs) => {
    const { roundCount: round, plannedRoundCount: roundCount } = recorder;
    const byRoundsMs = roundMs === null ? null : roundMs * (roundCount - round);
    const remainingMs = request.settings.roundCount === null ? Math.max(0, leftMs()) : byRoundsMs;
    onProgress({ phase, round, roundCount, remainingMs });
  };
}
