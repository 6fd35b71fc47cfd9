// One scenario while it is being measured: its cells, what its tasks cost alone, and how far it has come. Becomes its
// part of the document, or one more line of the journal, at any moment.

import { numberParameter } from '../../model/arm-key.ts';
import type { Cell, Sample, ScenarioRecord, SideBySide } from '../../model/document/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { burstRounds } from '../../stats/series/contamination.ts';
import { planArms } from '../plan/arms.ts';
import type { Standing } from '../plan/budget.ts';
import { hasPlacebo } from '../plan/placebo.ts';
import { type OpenMatter, openMatter } from '../plan/rounds/participants.ts';
import { hasAllRounds, maySettle } from '../plan/rounds/round-count.ts';
import type { RunRequest } from '../plan/run-settings.ts';
import { askedServer, nameOfServer } from '../plan/servers/asked-server.ts';
import { CalibrationRecorder } from './calibration-recorder.ts';
import { CellRecorder } from './cell-recorder.ts';
import type { RoundEntry } from './journal-entry.ts';
import { fourDecimals, withFourDecimals } from './rounding.ts';

export class ScenarioRecorder {
  readonly scenario: ScenarioSummary;
  /** The reference first, its placebo, if any, last. */
  readonly cells: readonly CellRecorder[];
  readonly calibration: CalibrationRecorder;
  /** Probes of tasks at once, one or more an epoch. */
  readonly #sideBySide: SideBySide[] = [];
  readonly #effectiveCores: number[] = [];
  #journaled = { sideBySideCount: 0, effectiveCoresCount: 0 };
  /** Rounds finished. */
  roundCount = 0;
  plannedRoundCount = 0;
  /** Epochs begun; a resumed run begins a new one, since its processes are new. */
  begunEpochCount = 0;
  finishedEpochCount = 0;
  /** Asked for several times between two rounds, and costly. */
  #openMatter: OpenMatter | null = null;
  readonly #skipped: readonly Cell[];
  readonly #settings: RunRequest['settings'];
  readonly #coreCount: number;

  constructor(
    scenario: ScenarioSummary,
    { strategies, settings }: Pick<RunRequest, 'strategies' | 'settings'>,
    coreCount: number,
  ) {
    this.#coreCount = coreCount;
    this.scenario = scenario;
    this.#settings = settings;
    const taskCount = settings.taskCount ?? scenario.taskCount;
    this.calibration = new CalibrationRecorder(taskCount);
    const { arms, skipped } = planArms(scenario, strategies, settings, hasPlacebo(settings));
    this.cells = arms.map((arm) => new CellRecorder(scenario, arm, taskCount));
    this.#skipped = skipped.map(({ reason, ...arm }) => ({
      ...new CellRecorder(scenario, arm, taskCount).toCell(),
      status: { state: 'skipped', reason },
    }));
  }

  get standing(): Standing {
    const { finishedEpochCount } = this;
    const exhausted = hasAllRounds(this.roundCount, this.#settings) || this.cells.every((cell) => cell.hasFailed);
    return { finishedEpochCount, settled: this.settled, exhausted };
  }

  /** What more rounds could still change. */
  get openMatter(): OpenMatter {
    if (this.#openMatter === null) {
      const bursts = this.#bursts();
      const cells = this.cells.map(({ arm, hasFailed, samples }) => ({
        arm,
        hasFailed,
        samples: marked(samples, bursts),
      }));
      this.#openMatter = openMatter(cells);
    }
    return this.#openMatter;
  }

  /** True when more rounds could not change what is said; never where a number of them was asked for. */
  get settled(): boolean {
    if (this.#settings.roundCount !== null || !maySettle(this.roundCount)) return false;
    return this.openMatter.undecided.size === 0;
  }

  /** Times of a round's batches by cell; null for one that has none. */
  wallMsOf(round: number): (number | null)[] {
    return this.cells.map(({ samples }) => {
      const last = samples.at(-1);
      return last?.round === round ? last.wallMs : null;
    });
  }

  /** Notes that a round was finished, and who sat it out. */
  roundOver(order: readonly number[]): void {
    for (const [index, cell] of this.cells.entries()) {
      if (!cell.hasFailed && !order.includes(index)) cell.rested(this.roundCount);
    }
    this.roundCount += 1;
    this.#openMatter = null;
  }

  /** Worker threads of the largest pool that has not failed; 0 where there is none. */
  get threadCount(): number {
    const live = this.cells.filter((cell) => !cell.hasFailed);
    return Math.max(0, ...live.map(({ arm }) => numberParameter(arm.key, 'threads') ?? 0));
  }

  /** Notes what tasks cost at once, and alone. */
  probedSideBySide(probe: SideBySide): void {
    this.#sideBySide.push(withFourDecimals(probe));
  }

  /** Notes what the machine gave at the start of an epoch. */
  probedCores(effectiveCores: number): void {
    this.#effectiveCores.push(fourDecimals(effectiveCores));
  }

  toRecord(): ScenarioRecord {
    const { id, title, kind, question, explanation, taskCount, fixture, allowFailures, parameters } = this.scenario;
    const { file } = this.scenario;
    return {
      ...{ id, title, kind, question, explanation, fixture, allowFailures, parameters, file },
      target: nameOfServer(askedServer(this.scenario, this.#settings)),
      taskCount: this.#settings.taskCount ?? taskCount,
      reference: this.cells[0]?.arm.key ?? null,
      calibratedCount: this.calibration.calibratedCount,
      typicalTasks: this.calibration.typical(),
      fastestTasks: this.calibration.fastest(),
      sideBySide: this.#sideBySide,
      effectiveCores: this.#effectiveCores,
      plannedRoundCount: this.plannedRoundCount,
    };
  }

  toCells(): Cell[] {
    const bursts = this.#bursts();
    const cells = this.cells.map((cell) => cell.toCell());
    return [...cells.map((cell) => ({ ...cell, samples: marked(cell.samples, bursts) })), ...this.#skipped];
  }

  /** Takes over what an earlier run wrote into its journal. */
  restore(entry: RoundEntry): void {
    for (const pass of entry.calibration) this.calibration.restore(pass);
    this.#sideBySide.push(...entry.sideBySide);
    this.#effectiveCores.push(...entry.effectiveCores);
    this.#openMatter = null;
    this.#noteJournaled();
    for (const change of entry.cells) this.cells.find((cell) => cell.isOf(change))?.restore(change);
    this.roundCount = entry.roundCount;
    this.plannedRoundCount = entry.plannedRoundCount;
    this.begunEpochCount = entry.begunEpochCount;
    this.finishedEpochCount = entry.finishedEpochCount;
  }

  /** What was added since the last call. */
  takeEntry(): RoundEntry {
    const { roundCount, plannedRoundCount, begunEpochCount, finishedEpochCount } = this;
    const { sideBySideCount, effectiveCoresCount } = this.#journaled;
    this.#noteJournaled();
    return {
      scenarioId: this.scenario.id,
      ...{ roundCount, plannedRoundCount, begunEpochCount, finishedEpochCount },
      calibration: this.calibration.takeNew(),
      sideBySide: this.#sideBySide.slice(sideBySideCount),
      effectiveCores: this.#effectiveCores.slice(effectiveCoresCount),
      cells: this.cells.map((cell) => cell.takeNew()),
    };
  }

  // Judged anew from all rounds so far: what looks like a burst at first may be a neighbour that stays.
  #bursts(): ReadonlyMap<number, string> {
    const loads = new Map(
      this.cells.flatMap(({ samples }) => samples.map(({ round, foreignCores }) => [round, foreignCores] as const)),
    );
    return burstRounds(
      [...loads].map(([round, foreignCores]) => ({ round, foreignCores })),
      this.#coreCount,
    );
  }

  #noteJournaled(): void {
    this.#journaled = {
      sideBySideCount: this.#sideBySide.length,
      effectiveCoresCount: this.#effectiveCores.length,
    };
  }
}

function marked(samples: readonly Sample[], bursts: ReadonlyMap<number, string>): readonly Sample[] {
  if (bursts.size === 0) return samples;
  return samples.map((sample) => {
    const contaminated = bursts.get(sample.round);
    return contaminated === undefined ? sample : { ...sample, contaminated };
  });
}
