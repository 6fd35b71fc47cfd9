// One cell while it is being measured: collects what its arm reports and becomes a Cell of the document at any moment,
// so that an interrupted run still has everything that was finished.

import { BenchError } from '../../errors.ts';
import { isSameArm } from '../../model/arm-key.ts';
import type { Cell, CellFailure, Sample, Warmup } from '../../model/document/document.ts';
import type { BatchTimeline } from '../../model/document/timeline.ts';
import type { ArmMeasurement, SampleSurroundings } from '../../model/processes/arm-protocol.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import type { PlannedArm } from '../plan/arms.ts';
import type { CellChange } from './journal-entry.ts';
import { fourDecimals } from './rounding.ts';
import { recordedSample } from './sample.ts';
import { nearestMedian, slowest, type TakenTimeline, tellingTimelines } from './telling-samples.ts';

/** What is known of a sample's surroundings when it is taken; of the round as a whole, only once it is over. */
export type SamplePlace = Omit<SampleSurroundings, 'contaminated' | 'foreignCores'>;

const MOST_CODE_LENGTH = 100;
const MOST_MESSAGE_LENGTH = 2_000;

export class CellRecorder {
  readonly scenario: ScenarioSummary;
  readonly arm: PlannedArm;
  readonly taskCount: number;
  readonly #openMs: number[] = [];
  readonly #setupMs: number[] = [];
  readonly #teardownMs: number[] = [];
  #teardownFailure: CellFailure | undefined;
  readonly #warmups: Warmup[] = [];
  readonly #restedRounds: number[] = [];
  readonly #samples: Sample[] = [];
  /** Two of each epoch, until the run is over and it is known which two tell most. */
  readonly #timelines: TakenTimeline[] = [];
  #outputDigest: string | null = null;
  #failure: CellFailure | undefined;
  /** How many of the above the journal already has. */
  #journaled = {
    openCount: 0,
    setupCount: 0,
    teardownCount: 0,
    warmupCount: 0,
    restedCount: 0,
    sampleCount: 0,
    timelineCount: 0,
  };

  constructor(scenario: ScenarioSummary, arm: PlannedArm, taskCount: number) {
    this.scenario = scenario;
    this.arm = arm;
    this.taskCount = taskCount;
  }

  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  get samples(): readonly Sample[] {
    return this.#samples;
  }

  /** Notes the first failure, no longer than anyone reads: its words are the scenario's, and a document has bounds. */
  fail(failure: CellFailure): void {
    this.#failure ??= bounded(failure);
  }

  /** Notes how long the strategy took to open, and then `setup`; null where the scenario has none. */
  opened(openMs: number, setupMs: number | null): void {
    this.#openMs.push(fourDecimals(Math.max(0, openMs)));
    if (setupMs !== null) this.#setupMs.push(fourDecimals(Math.max(0, setupMs)));
  }

  /** Notes how long it took to undo what was set up. */
  tornDown(teardownMs: number): void {
    this.#teardownMs.push(fourDecimals(Math.max(0, teardownMs)));
  }

  /** Notes that what was set up may still be there: its numbers stand. */
  leftBehind(failure: CellFailure): void {
    this.#teardownFailure ??= bounded(failure);
  }

  /** Notes what came before this epoch's first sample. */
  warmedUp({ batchCount, spentMs, settled, stillFallingRatio }: Warmup): void {
    this.#warmups.push({
      batchCount,
      spentMs: spentMs === null ? null : fourDecimals(Math.max(0, spentMs)),
      settled,
      stillFallingRatio: stillFallingRatio === null ? null : fourDecimals(stillFallingRatio),
    });
  }

  /** Notes a round that went on without this arm, by plan. */
  rested(round: number): void {
    this.#restedRounds.push(round);
  }

  /** Notes a verified batch's digest, null while some task has had no output. Throws `OUTPUT_DIFFERS` when it is not the digest this cell had before. */
  verified(outputDigest: string | null): void {
    this.#outputDigest ??= outputDigest;
    if (outputDigest === null || this.#outputDigest === null || this.#outputDigest === outputDigest) return;
    throw new BenchError(
      'OUTPUT_DIFFERS',
      'a newly started process gave other outputs than an earlier one: outputs must depend on the inputs alone, not on Math.random(), ' +
        'Date.now() or when the process began',
      'Keep chance and clocks out of what a task returns.',
    );
  }

  measured(measurement: ArmMeasurement, place: SamplePlace): void {
    this.#samples.push(recordedSample({ ...place, ...measurement, foreignCores: null }));
  }

  /** Takes back the samples of a round that did not finish, so that rounds stay whole. */
  forgetRound(round: number): void {
    while (this.#samples.at(-1)?.round === round) this.#samples.pop();
  }

  /** Notes how many cores others used during a round. */
  roundOver(round: number, foreignCores: Sample['foreignCores']): void {
    const last = this.#samples.length - 1;
    const sample = this.#samples[last];
    if (sample?.round === round) this.#samples[last] = recordedSample({ ...sample, foreignCores });
  }

  /** The rounds of an epoch whose tasks are worth keeping. */
  tellingRounds(epoch: number): number[] {
    const own = this.#samples.filter((sample) => sample.epoch === epoch);
    const telling = [nearestMedian(own, this.#samples), slowest(own)].flatMap((sample) => sample ?? []);
    return [...new Set(telling.map(({ round }) => round))];
  }

  keepTimeline(epoch: number, round: number, timeline: BatchTimeline): void {
    this.#timelines.push({ epoch, round, ...timeline });
  }

  /** What was added since the last call. */
  takeNew(): CellChange {
    const { openCount, setupCount, teardownCount, warmupCount, restedCount, sampleCount, timelineCount } =
      this.#journaled;
    this.#noteJournaled();
    const { key, placebo } = this.arm;
    return {
      key,
      placebo,
      openMs: this.#openMs.slice(openCount),
      setupMs: this.#setupMs.slice(setupCount),
      teardownMs: this.#teardownMs.slice(teardownCount),
      teardownFailure: this.#teardownFailure ?? null,
      warmups: this.#warmups.slice(warmupCount),
      restedRounds: this.#restedRounds.slice(restedCount),
      samples: this.#samples.slice(sampleCount),
      timelines: this.#timelines.slice(timelineCount),
      outputDigest: this.#outputDigest,
      failure: this.#failure ?? null,
    };
  }

  /** True when the change is one of this cell's. */
  isOf({ key, placebo }: CellChange): boolean {
    return placebo === this.arm.placebo && isSameArm(key, this.arm.key);
  }

  /** Takes over what an earlier run had journaled. */
  restore(change: CellChange): void {
    this.#openMs.push(...change.openMs);
    this.#setupMs.push(...change.setupMs);
    this.#teardownMs.push(...change.teardownMs);
    this.#teardownFailure = change.teardownFailure ?? undefined;
    this.#warmups.push(...change.warmups);
    this.#restedRounds.push(...change.restedRounds);
    this.#samples.push(...change.samples);
    this.#timelines.push(...change.timelines);
    this.#outputDigest = change.outputDigest;
    this.#failure = change.failure ?? undefined;
    this.#noteJournaled();
  }

  #noteJournaled(): void {
    this.#journaled = {
      openCount: this.#openMs.length,
      setupCount: this.#setupMs.length,
      teardownCount: this.#teardownMs.length,
      warmupCount: this.#warmups.length,
      restedCount: this.#restedRounds.length,
      sampleCount: this.#samples.length,
      timelineCount: this.#timelines.length,
    };
  }

  toCell(): Cell {
    const { key, strategy, placebo } = this.arm;
    return {
      key,
      shape: strategy.shape,
      placebo,
      taskCount: this.taskCount,
      status: this.#status(),
      openMs: this.#openMs,
      setupMs: this.#setupMs,
      teardownMs: this.#teardownMs,
      teardownFailure: this.#teardownFailure ?? null,
      warmups: this.#warmups,
      outputDigest: this.#outputDigest,
      restedRounds: this.#restedRounds,
      samples: this.#samples,
      timelines: tellingTimelines(this.#timelines, this.#samples),
    };
  }

  #status(): Cell['status'] {
    if (this.#failure) return { state: 'failed', failure: this.#failure };
    if (this.#samples.length > 0) return { state: 'completed' };
    return { state: 'skipped', reason: 'the run ended before its first sample' };
  }
}

function bounded({ code, message }: CellFailure): CellFailure {
  return { code: shortened(code, MOST_CODE_LENGTH), message: shortened(message, MOST_MESSAGE_LENGTH) };
}

function shortened(text: string, mostLength: number): string {
  return text.length <= mostLength ? text : `${text.slice(0, mostLength - 1)}…`;
}
