// All arms of one scenario: epochs of fresh processes, the same warm-up for all, then rounds in the planned order until
// the planned count or the scenario's share of the budget is reached.

import type { Cell, ScenarioRecord } from '../model/document.ts';
import type { Scenario } from '../model/scenario.ts';
import { CalibrationRecorder } from './calibration-recorder.ts';
import { CellRecorder } from './cell-recorder.ts';
import { Epoch } from './epoch.ts';
import type { FixtureProcess } from './fixture-process.ts';
import { planRounds } from './plan.ts';
import type { Progress, RunRequest } from './run-settings.ts';

/** Fewer rounds than this say nothing at all, whatever the budget. */
const LEAST_ROUNDS = 5;
/** More rounds than this are better spent on another epoch or scenario. */
const MOST_ROUNDS = 600;
/** At the start of each epoch; one more follows at its end. */
const CALIBRATION_PASSES = 2;
/** How long closing one epoch's arms takes, for the estimate only. */
const CLOSE_ESTIMATE_MS = 100;

/** A scenario in the making; `record` and `cells` can be read at any moment. */
export class ScenarioMeasurement {
  readonly scenario: Scenario;
  readonly #request: RunRequest;
  readonly #cells: CellRecorder[];
  readonly #skipped: Cell[];
  readonly #calibration = new CalibrationRecorder();
  #plannedRoundCount = 0;

  constructor(scenario: Scenario, request: RunRequest) {
    this.scenario = scenario;
    this.#request = request;
    const { settings } = request;
    const taskCount = settings.taskCount ?? scenario.taskCount;
    const suited = request.strategies.filter(({ suits }) => suits.includes(scenario.kind));
    const others = request.strategies.filter(({ suits }) => !suits.includes(scenario.kind));
    this.#cells = suited.map((strategy) => new CellRecorder(scenario, strategy, false, taskCount, settings));
    const [reference] = suited;
    if (reference) this.#cells.push(new CellRecorder(scenario, reference, true, taskCount, settings));
    this.#skipped = others.map((strategy) => ({
      ...new CellRecorder(scenario, strategy, false, taskCount, settings).toCell(),
      status: { state: 'skipped', reason: `for ${strategy.suits.join(' and ')} work; this is ${scenario.kind}` },
    }));
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
      referenceStrategyId: this.#cells[0]?.strategy.id ?? '',
      calibration: this.#calibration.typical(),
      plannedRoundCount: this.#plannedRoundCount,
    };
  }

  get cells(): Cell[] {
    return [...this.#cells.map((cell) => cell.toCell()), ...this.#skipped];
  }

  /** Measures until done. `report` is called between samples. Rejects with `INTERRUPTED` or `FIXTURE_LOST`. */
  async run(
    fixture: FixtureProcess,
    shareMs: number,
    report: (state: Pick<Progress, 'phase' | 'round' | 'roundCount' | 'remainingMs'>) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { seed, settings } = this.#request;
    const startedAtMs = performance.now();
    const remainingMs = () => Math.max(0, shareMs - (performance.now() - startedAtMs));
    let round = 0;
    let roundCount = 0;
    let order: number[][] = [];
    for (let epochIndex = 0; epochIndex < settings.epochCount; epochIndex++) {
      report({ phase: 'starting', round, roundCount, remainingMs: remainingMs() });
      const openingAtMs = performance.now();
      const epoch = await Epoch.open(this.#cells, fixture, this.#request, signal);
      try {
        for (let pass = 0; pass < CALIBRATION_PASSES; pass++) this.#calibration.add(await epoch.calibrate());
        report({ phase: 'warming up', round, roundCount, remainingMs: remainingMs() });
        let roundMs = 0;
        for (let repeat = 0; repeat < settings.warmupCount; repeat++) roundMs = await epoch.warmUp();
        if (epoch.liveCount === 0) return;
        if (epochIndex === 0) {
          const setUpMs = performance.now() - openingAtMs + CLOSE_ESTIMATE_MS;
          roundCount = this.#planCount(remainingMs(), roundMs, setUpMs);
          this.#plannedRoundCount = roundCount;
          order = planRounds(this.#cells.length, roundCount, seed);
        }
        const epochEnd = Math.round((roundCount * (epochIndex + 1)) / settings.epochCount);
        for (; round < epochEnd; round++) {
          report({ phase: 'measuring', round, roundCount, remainingMs: remainingMs() });
          await epoch.runRound(epochIndex, round, order[round] ?? []);
        }
        this.#calibration.add(await epoch.calibrate());
        await epoch.close();
      } finally {
        await epoch.kill();
      }
    }
  }

  /** As many rounds as fit into what is left after starting the later epochs, or what `--rounds` says. */
  #planCount(leftMs: number, roundMs: number, setUpMs: number): number {
    const { roundCount, epochCount } = this.#request.settings;
    if (roundCount !== null) return roundCount;
    const measuringMs = leftMs - setUpMs * (epochCount - 1);
    const fitting = Math.floor(measuringMs / Math.max(roundMs, 0.1));
    return Math.min(MOST_ROUNDS, Math.max(LEAST_ROUNDS, fitting));
  }
}
