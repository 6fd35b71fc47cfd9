// One cell of a gate while it is being measured: both versions' recorders, the pairs of processes so far, and what they
// tell. Becomes its part of the document at any moment.

import type {
  GateArm,
  GatePair,
  GateSettings,
  GateStage,
  GateCell as RecordedCell,
} from '../../model/document/gate-document.ts';
import { areKnownToDiffer } from '../../model/document/output-digest.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import {
  type CellEvidence,
  CONFIRM_PAIR_COUNT,
  evidenceOf,
  pairEffect,
  SCREEN_PAIR_COUNT,
} from '../../stats/decisions/two-stage.ts';
import type { PlannedGateCell } from '../plan/gate/gate-arms.ts';
import { CellRecorder } from '../recording/cell-recorder.ts';
import { fourDecimals } from '../recording/rounding.ts';

/** The scenario as either version has it. */
export interface BothVersions {
  readonly base: ScenarioSummary;
  readonly head: ScenarioSummary;
}

/** When a cell is decided. */
export type JudgingSettings = Pick<GateSettings, 'marginRatio' | 'confirmsUnclear'>;

export class GateCell {
  readonly base: CellRecorder;
  readonly head: CellRecorder;
  readonly plan: PlannedGateCell;
  readonly #marginRatio: number;
  readonly #confirmsUnclear: boolean;
  readonly #pairs: GatePair[] = [];
  #namedAtMs: number | null = null;
  #evidence: CellEvidence;

  constructor(
    plan: PlannedGateCell,
    versions: BothVersions,
    taskCount: number,
    { marginRatio, confirmsUnclear }: JudgingSettings,
  ) {
    this.plan = plan;
    this.base = new CellRecorder(versions.base, plan.base, taskCount);
    this.head = new CellRecorder(versions.head, plan.head, taskCount);
    this.#marginRatio = marginRatio;
    this.#confirmsUnclear = confirmsUnclear;
    this.#evidence = evidenceOf([], marginRatio);
  }

  /** The stage that more pairs are needed of; null where it has failed, does other work, or is decided. */
  get needs(): GateStage | null {
    const cannot = this.hasFailed || this.#outputsDiffer;
    return cannot ? null : this.#evidence.needs;
  }

  get hasFailed(): boolean {
    return this.base.hasFailed || this.head.hasFailed;
  }

  /** Pairs that it may still need, as it looks now. */
  get pairsLeft(): number {
    const { needs } = this;
    if (needs === null) return 0;
    const count = this.#pairs.filter(({ stage }) => stage === needs).length;
    return (needs === 'screen' ? SCREEN_PAIR_COUNT : CONFIRM_PAIR_COUNT) - count;
  }

  /** The shortest of base's last batches; null before the first pair. */
  get baseMs(): number | null {
    const last = this.#pairs.at(-1)?.baseMs ?? [];
    return last.length === 0 ? null : Math.min(...last);
  }

  /**
   * Takes the samples of an epoch as a pair. Returns the factor (head over base) when the cell is now seen for the first
   * time to be much slower; null otherwise.
   */
  endPair(epoch: number, stage: GateStage, atMs: number): number | null {
    if (this.hasFailed || this.#outputsDiffer) return null;
    const [base, head] = [this.base, this.head].map(({ samples }) =>
      samples.filter((sample) => sample.epoch === epoch),
    );
    if (base === undefined || head === undefined || base.length === 0) return null;
    const foreign = [...base, ...head].flatMap(({ foreignCores }) => foreignCores ?? []);
    this.#pairs.push({
      stage,
      baseMs: base.map(({ wallMs }) => wallMs),
      headMs: head.map(({ wallMs }) => wallMs),
      headFirst: base.map(({ slot }, round) => (head[round]?.slot ?? 0) < slot),
      baseFailedCount: base.reduce((sum, { failedCount }) => sum + failedCount, 0),
      headFailedCount: head.reduce((sum, { failedCount }) => sum + failedCount, 0),
      foreignCores:
        foreign.length === 0 ? null : fourDecimals(foreign.reduce((sum, each) => sum + each, 0) / foreign.length),
    });
    this.#evidence = evidenceOf(this.#pairs.map(pairEffect), this.#marginRatio, this.#confirmsUnclear);
    const { named, summary, suspected } = this.#evidence;
    if (!named || suspected !== 'slower' || this.#namedAtMs !== null) return null;
    this.#namedAtMs = Math.round(atMs);
    return Math.exp(summary?.centre ?? 0);
  }

  toCell(): RecordedCell {
    return {
      key: this.plan.key,
      taskCount: this.head.taskCount,
      base: armOf(this.base),
      head: armOf(this.head),
      pairs: this.#pairs,
      namedAtMs: this.#namedAtMs,
    };
  }

  /** Where tasks may fail, one version is soon to have had all outputs before the other: that is no difference yet. */
  get #outputsDiffer(): boolean {
    const [base, head] = [armOf(this.base).outputDigest, armOf(this.head).outputDigest];
    return base !== null && head !== null && areKnownToDiffer(base, head) && this.#pairs.length > 0;
  }
}

function armOf(recorder: CellRecorder): GateArm {
  const { status, outputDigest } = recorder.toCell();
  return { failure: status.state === 'failed' ? status.failure : null, outputDigest };
}
