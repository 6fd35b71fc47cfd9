// Makes gate documents for tests: a cell is told by what is true of it, and gets pairs for as long as the rule asks for
// more, as in a gate. Deterministic: noise is seeded, and the same words give the same document.

import { GATE_SCHEMA_VERSION } from '../../document/gate/version.ts';
import type {
  GateArm,
  GateCell,
  GateDocument,
  GatePair,
  GateSelfTest,
  GateSettings,
  GateStage,
} from '../../model/document/gate-document.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import { evidenceOf, pairEffect } from '../../stats/decisions/two-stage.ts';
import { normal } from '../../stats/testing/noise.ts';

/** One figure for both stages, or one for each. */
type ByStage = number | Readonly<Record<GateStage, number>>;

/** What is true of a cell. */
export interface GateCellWords {
  readonly strategyId?: string;
  readonly scenarioId?: string;
  /** head over base; default 1. */
  readonly ratio?: ByStage;
  readonly baseMs?: ByStage;
  /** Standard deviation of what a pair of processes differs by, in log units. */
  readonly pairSd?: number;
  /** Pairs after which it was interrupted. */
  readonly mostPairs?: number;
  readonly taskCount?: number;
  readonly base?: Partial<GateArm>;
  readonly head?: Partial<GateArm>;
  /** Changes every pair once it is made. */
  readonly pair?: Partial<GatePair>;
}

/** What may differ from a whole gate of a quiet machine. */
export interface GateWords extends Partial<Omit<GateDocument, 'cells' | 'settings' | 'selfTest'>> {
  readonly cells: readonly GateCellWords[];
  readonly settings?: Partial<GateSettings>;
  /** Null, the default, where it was not asked for. */
  readonly selfTest?: SelfTestWords | null | undefined;
}

/** What is true of the cells of a self-test; by default it passes. */
export interface SelfTestWords {
  readonly identical?: GateCellWords;
  readonly slowed?: GateCellWords;
  readonly faults?: GateSelfTest['faults'];
}

export const MARGIN_RATIO = 0.03;
/** With this one the noise fools nobody: one cell in a hundred of much noise is called changed. */
const SEED = 3;
/** Rounds of every pair. */
export const ROUND_COUNT = 5;
/** Standard deviation of a single batch, in log units. */
const ROUND_SD = 0.01;

/** Builds the document. */
export function gateDocumentOf({ cells, settings, selfTest = null, ...rest }: GateWords): GateDocument {
  const random = seededRandom(rest.seed ?? SEED);
  const marginRatio = settings?.marginRatio ?? MARGIN_RATIO;
  const measured = cells.map((words) => gateCellOf(words, random, marginRatio));
  const ids = new Set(measured.map(({ key }) => key.scenarioId));
  return {
    ...{ kind: 'gate', schemaVersion: GATE_SCHEMA_VERSION, createdAt: '2026-11-22T10:00:00.000Z', seed: SEED },
    ...{ tool: { name: 'overlap-bench', version: '0.1.0' }, complete: true, measuredMs: 54_321 },
    environment: {
      ...{ runtime: 'node v26.10.0', os: 'linux 6.8 x64', cpuModel: 'Example CPU @ 2.50GHz', coreCount: 2 },
      ...{ memoryBytes: 8_000_000_000, commit: null, ci: false, openFileLimit: 65_536 },
    },
    base: { label: 'main', commit: '1'.repeat(40) },
    head: { label: 'working tree', commit: null },
    scenarios: [...ids].map((id) => ({ id, title: `Title of ${id}`, file: `bench/${id}.ts` })),
    ...{ cells: measured, cellCount: measured.length, gaps: [] },
    ...rest,
    settings: { ...SETTINGS, selfTest: selfTest !== null, ...settings },
    selfTest: selfTest && selfTestOf(selfTest, random, marginRatio),
  };
}

/** One cell, measured until the rule needs no more of it. */
export function gateCellOf(words: GateCellWords, random: () => number, marginRatio = MARGIN_RATIO): GateCell {
  const { scenarioId = 'pages', strategyId = 'gather', taskCount = 10, mostPairs = Number.POSITIVE_INFINITY } = words;
  const pairs: GatePair[] = [];
  while (pairs.length < mostPairs) {
    const { needs } = evidenceOf(pairs.map(pairEffect), marginRatio);
    if (needs === null) break;
    pairs.push(pairOf(needs, words, random));
  }
  const arm = { failure: null, outputDigest: '2:same' };
  return {
    key: { scenarioId, strategyId, parameters: {}, subject: 'worktree' },
    ...{ taskCount, pairs, namedAtMs: null },
    base: { ...arm, ...words.base },
    head: { ...arm, ...words.head },
  };
}

function pairOf(stage: GateStage, words: GateCellWords, random: () => number): GatePair {
  const { ratio = 1, baseMs = 20, pairSd = 0.004, pair } = words;
  const offset = Math.exp(pairSd * normal(random));
  const times = (typicalMs: number) =>
    Array.from({ length: ROUND_COUNT }, () => typicalMs * Math.exp(ROUND_SD * normal(random)));
  return {
    stage,
    baseMs: times(at(baseMs, stage)),
    headMs: times(at(baseMs, stage) * at(ratio, stage) * offset),
    headFirst: Array.from({ length: ROUND_COUNT }, () => random() < 0.5),
    ...{ baseFailedCount: 0, headFailedCount: 0, foreignCores: 0 },
    ...pair,
  };
}

function at(figure: ByStage, stage: GateStage): number {
  return typeof figure === 'number' ? figure : figure[stage];
}

function selfTestOf({ identical, slowed, faults }: SelfTestWords, random: () => number, marginRatio: number) {
  return {
    injectedRatio: 0.1,
    identical: gateCellOf({ ...identical }, random, marginRatio),
    slowed: gateCellOf({ ratio: 1.1, ...slowed }, random, marginRatio),
    faults: faults ?? { faultCount: 30, missed: [] },
  };
}

const SETTINGS: GateSettings = {
  ...{ marginRatio: MARGIN_RATIO, strategyIds: ['sequential', 'gather', 'pool'], taskCount: null },
  ...{ concurrencies: null, threadCounts: [2], screenPairCount: 8, confirmPairCount: 15, deadlineMs: 30_000 },
  ...{ imports: [], parameters: {}, confirmsUnclear: false, selfTest: false },
};
