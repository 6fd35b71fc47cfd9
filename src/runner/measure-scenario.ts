// All arms of one scenario. The conductor calls `runEpoch` once for each epoch with a share of the budget; in between,
// other scenarios have their turn. What has been measured can be read, and written to a journal, at any moment.

import { armName } from '../model/arm-key.ts';
import type { Cell, ScenarioRecord, WarmupRecord } from '../model/document.ts';
import type { Scenario } from '../model/scenario.ts';
import { planArms } from './plan/arms.ts';
import { planRounds } from './plan/rounds.ts';
import type { Progress, RunRequest } from './plan/run-settings.ts';
import { isSettled } from './plan/settled.ts';
import { judgeWarmup, LONGEST_PILOT } from './plan/warmup.ts';
import { Epoch } from './processes/epoch.ts';
import type { FixtureProcess } from './processes/fixture-process.ts';
import { CalibrationRecorder } from './recording/calibration-recorder.ts';
import { CellRecorder } from './recording/cell-recorder.ts';
import type { RoundEntry } from './recording/journal-entry.ts';

/** A scenario gets this many rounds in its first epoch, whatever the budget: fewer say nothing at all. */
const LEAST_ROUNDS = 5;
/** A later epoch is worth starting for this many. */
const LEAST_LATER_ROUNDS = 2;
/** More rounds than this in all are better spent elsewhere. */
const MOST_ROUNDS = 600;
/** Every so many rounds, all tasks are run alone once more. */
const ROUNDS_PER_CALIBRATION = 5;
/** Share of an epoch's time that a pilot may go on for, beyond the least warm-up. */
const PILOT_SHARE_RATIO = 0.2;
/** However long the epoch: what has not settled by then is said to be unsettled. */
const LONGEST_PILOT_MS = 2_000;

/** What one epoch needs from its surroundings. */
export interface EpochCircumstances {
  readonly fixture: FixtureProcess;
  /** Time this epoch should take, start-up included. */
  readonly shareMs: number;
  readonly onProgress: (state: Pick<Progress, 'phase' | 'round' | 'roundCount' | 'remainingMs'>) => void;
  readonly onRound: (entry: RoundEntry) => void;
  readonly signal: AbortSignal;
}

export class ScenarioMeasurement {
  readonly scenario: Scenario;
  readonly #request: RunRequest;
  readonly #cells: CellRecorder[];
  readonly #skipped: Cell[];
  readonly #calibration = new CalibrationRecorder();
  #warmup: WarmupRecord | undefined;
  /** Rounds finished. */
  #roundCount = 0;
  #plannedRoundCount = 0;
  /** Epochs begun; a resumed run begins a new one, since its processes are new. */
  #begunEpochCount = 0;
  #finishedEpochCount = 0;

  constructor(scenario: Scenario, request: RunRequest) {
    this.scenario = scenario;
    this.#request = request;
    const taskCount = request.settings.taskCount ?? scenario.taskCount;
    const { arms, skipped } = planArms(scenario, request.strategies, request.settings);
    this.#cells = arms.map((arm) => new CellRecorder(scenario, arm, taskCount));
    this.#skipped = skipped.map(({ reason, ...arm }) => ({
      ...new CellRecorder(scenario, arm, taskCount).toCell(0),
      status: { state: 'skipped', reason },
    }));
  }

  get finishedEpochCount(): number {
    return this.#finishedEpochCount;
  }

  /** True when more rounds could not change what is said. */
  get settled(): boolean {
    const compared = this.#cells.filter((cell) => !cell.arm.placebo && !cell.hasFailed);
    return isSettled(compared.map((cell) => cell.samples));
  }

  /** True when `--rounds` asked for a number and it is reached, or no arm is left. */
  get exhausted(): boolean {
    const { roundCount } = this.#request.settings;
    if (this.#cells.every((cell) => cell.hasFailed)) return true;
    return this.#roundCount >= (roundCount ?? MOST_ROUNDS);
  }

  get record(): ScenarioRecord {
    const { id, title, kind, question, explanation, taskCount } = this.scenario;
    return {
      id,
      title,
      kind,
      question,
      explanation,
      taskCount: this.#request.settings.taskCount ?? taskCount,
      reference: this.#cells[0]?.arm.key ?? null,
      fixture: this.scenario.fixture ?? {},
      allowFailures: this.scenario.allowFailures ?? false,
      typicalTasks: this.#calibration.typical(),
      fastestTasks: this.#calibration.fastest(),
      warmup: this.#warmup ?? { batchCount: 0, steady: null, detail: 'not reached' },
      plannedRoundCount: this.#plannedRoundCount,
    };
  }

  get cells(): Cell[] {
    return [...this.#cells.map((cell) => cell.toCell(this.#warmup?.batchCount ?? 0)), ...this.#skipped];
  }

  /** Takes over what an earlier run wrote into its journal. */
  restore(entry: RoundEntry): void {
    for (const pass of entry.calibration) this.#calibration.add(pass);
    for (const change of entry.cells) this.#cells.find((cell) => cell.isOf(change))?.restore(change);
    this.#warmup = entry.warmup;
    this.#roundCount = entry.roundCount;
    this.#plannedRoundCount = entry.plannedRoundCount;
    this.#begunEpochCount = entry.begunEpochCount;
    this.#finishedEpochCount = entry.finishedEpochCount;
  }

  /** One epoch: fresh processes, warm-up, rounds with calibrations in between. Rejects with `INTERRUPTED` or `FIXTURE_LOST`. */
  async runEpoch(circumstances: EpochCircumstances): Promise<void> {
    const { fixture, shareMs, onProgress, onRound, signal } = circumstances;
    const startedAtMs = performance.now();
    const leftMs = () => Math.max(0, shareMs - (performance.now() - startedAtMs));
    const { roundCount: askedRounds } = this.#request.settings;
    let roundMs: number | null = null;
    const report = (phase: Progress['phase']) => {
      const [round, roundCount] = [this.#roundCount, this.#plannedRoundCount];
      const byRoundsMs = roundMs === null ? null : roundMs * (roundCount - round);
      onProgress({ phase, round, roundCount, remainingMs: askedRounds === null ? leftMs() : byRoundsMs });
    };
    const epochIndex = this.#begunEpochCount;
    this.#begunEpochCount += 1;
    report('starting');
    const epoch = await Epoch.open(this.#cells, fixture, this.#request, signal);
    try {
      report('warming up');
      roundMs = await this.#warmUp(epoch, shareMs);
      if (epoch.liveCount === 0) return onRound(this.#takeEntry());
      const orders = this.#planEpoch(epochIndex, leftMs(), roundMs);
      for (const [index, order] of orders.entries()) {
        // Spread over the epoch, so that one bad moment does not speak for all of it.
        if (index % ROUNDS_PER_CALIBRATION === 0) this.#calibration.add(await epoch.calibrate());
        report('measuring');
        await epoch.runRound(epochIndex, this.#roundCount, order);
        this.#roundCount += 1;
        onRound(this.#takeEntry());
        if (askedRounds === null && this.settled) break;
      }
      this.#plannedRoundCount = this.#roundCount;
      this.#calibration.add(await epoch.calibrate());
      this.#finishedEpochCount += 1;
      await epoch.close();
    } finally {
      await epoch.kill();
    }
    onRound(this.#takeEntry());
  }

  /** The first epoch's warm-up is the pilot; later ones repeat its count. Returns how long a round takes. */
  async #warmUp(epoch: Epoch, shareMs: number): Promise<number> {
    const { warmupCount } = this.#request.settings;
    const fromMs = performance.now();
    const pilot: (typeof epoch.lastWallMs)[] = [];
    let roundMs = 0;
    const wanted = this.#warmup?.batchCount ?? warmupCount;
    const goesOn = () =>
      this.#warmup === undefined &&
      pilot.length < LONGEST_PILOT &&
      performance.now() - fromMs + roundMs < Math.min(LONGEST_PILOT_MS, shareMs * PILOT_SHARE_RATIO);
    while (pilot.length < wanted || goesOn()) {
      roundMs = await epoch.warmUp();
      pilot.push(epoch.lastWallMs);
    }
    this.#warmup ??= judgeWarmup(
      this.#cells.flatMap((cell, index) =>
        cell.hasFailed ? [] : [{ name: armName(cell.arm.key), wallMs: pilot.map((batch) => batch[index] ?? 1) }],
      ),
      warmupCount,
    );
    return roundMs;
  }

  /** As many rounds as fit into what is left, or this epoch's part of what `--rounds` says. */
  #planEpoch(epochIndex: number, leftMs: number, roundMs: number): number[][] {
    const { roundCount, epochCount } = this.#request.settings;
    const least = this.#roundCount === 0 ? LEAST_ROUNDS : LEAST_LATER_ROUNDS;
    const fitting = Math.max(least, Math.floor(leftMs / Math.max(roundMs, 0.1)));
    const asked =
      roundCount === null ? undefined : Math.round((roundCount * (this.#finishedEpochCount + 1)) / epochCount);
    const until = Math.min(asked ?? this.#roundCount + fitting, roundCount ?? MOST_ROUNDS);
    this.#plannedRoundCount = Math.max(this.#roundCount, until);
    // Each scenario and epoch has its own order, all of them drawn from the one printed seed.
    const scenarioIndex = this.#request.scenarios.indexOf(this.scenario);
    const seed = this.#request.seed + 1_000_003 * epochIndex + 7_919 * scenarioIndex;
    return planRounds(this.#cells.length, this.#plannedRoundCount - this.#roundCount, seed);
  }

  #takeEntry(): RoundEntry {
    return {
      scenarioId: this.scenario.id,
      roundCount: this.#roundCount,
      plannedRoundCount: this.#plannedRoundCount,
      begunEpochCount: this.#begunEpochCount,
      finishedEpochCount: this.#finishedEpochCount,
      warmup: this.#warmup ?? { batchCount: 0, steady: null, detail: 'not reached' },
      calibration: this.#calibration.takeNew(),
      cells: this.#cells.map((cell) => cell.takeNew()),
    };
  }
}
