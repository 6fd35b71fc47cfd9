// A document that nobody measured, from a seed: every kind of work there is, under schedules that come out as theory
// would have it or quite otherwise, with the noise, the losses and the gaps that real runs have.

import type { ResultDocument, Sample, SideBySide } from '../../../model/document/document.ts';
import { seededRandom } from '../../../model/seeded-random.ts';
import { type ArmWords, documentOf, type ScenarioWords, type TaskWords } from '../document-builder.ts';
import type { Inkling } from './sentences.ts';

/** The document, with what its maker knows besides. */
export interface RandomDocument extends Inkling {
  readonly document: ResultDocument;
  /** What kind of work it holds, for tables. */
  readonly work: string;
}

/** What a task costs alone, what holds tasks back that run together, and what the file calls it. */
interface Work {
  readonly kind: ScenarioWords['kind'];
  readonly task: Partial<TaskWords>;
  /** Tasks that get on at once, whatever is started: by a lock, a pool of connections, the server's slots. */
  readonly slots: number;
  readonly hasServer: boolean;
  readonly fixture?: Readonly<Record<string, unknown>>;
}

type Random = () => number;

const between = (random: Random, low: number, high: number) => low + random() * (high - low);
const whole = (random: Random, low: number, high: number) => Math.floor(between(random, low, high + 1));
const scaled = (random: Random, low: number, high: number) => low * (high / low) ** random();
const chance = (random: Random, ratio: number) => random() < ratio;

const WORKS: Readonly<Record<string, (random: Random) => Work>> = {
  fetching: (random) => {
    const ioMs = scaled(random, 0.5, 80);
    return { kind: 'io', task: { ioMs, serverMs: ioMs * between(random, 0.7, 1) }, slots: Infinity, hasServer: true };
  },
  timer: (random) => noServer('io', { ioMs: scaled(random, 0.5, 80), ioCpuMs: 0.05 }),
  blocking: (random) => {
    const ioMs = scaled(random, 0.5, 40);
    return noServer('io', { ioMs, ioCpuMs: ioMs * between(random, 0.8, 1) });
  },
  libuv: (random) => {
    const ioMs = scaled(random, 1, 60);
    return noServer('io', { ioMs, ioCpuMs: 0.1, otherCpuMs: ioMs * between(random, 0.6, 1) }, whole(random, 1, 4));
  },
  lock: (random) => noServer('io', { ioMs: scaled(random, 1, 40), ioCpuMs: 0.05 }, whole(random, 1, 4)),
  connections: (random) => {
    const ioMs = scaled(random, 2, 40);
    return {
      kind: 'io',
      task: { ioMs, serverMs: 0.9 * ioMs, ioCpuMs: 0.1 },
      slots: whole(random, 1, 5),
      hasServer: true,
    };
  },
  capped: (random) => {
    const ioMs = scaled(random, 2, 40);
    const slots = whole(random, 1, 6);
    return {
      kind: 'io',
      task: { ioMs, serverMs: 0.95 * ioMs },
      slots,
      hasServer: true,
      fixture: { inServiceLimit: slots },
    };
  },
  'busy server': (random) => {
    const ioMs = scaled(random, 2, 30);
    const serverMs = 0.97 * ioMs;
    const serverCpuMs = serverMs * between(random, 0.4, 1);
    const processes = whole(random, 1, 2);
    return {
      kind: 'io',
      task: { ioMs, serverMs, serverCpuMs },
      slots: processes,
      hasServer: true,
      fixture: { processes },
    };
  },
  computing: (random) => noServer('cpu', { computeMs: scaled(random, 0.3, 40) }),
  tiny: (random) => noServer('cpu', { computeMs: scaled(random, 0.001, 0.05) }),
  mixed: (random) => {
    const ioMs = scaled(random, 1, 40);
    return {
      kind: 'mixed',
      task: { ioMs, serverMs: 0.9 * ioMs, computeMs: scaled(random, 0.5, 30) },
      slots: Infinity,
      hasServer: true,
    };
  },
};

function noServer(kind: Work['kind'], task: Partial<TaskWords>, slots = Infinity): Work {
  return { kind, task: { ...task, serverMs: 0 }, slots, hasServer: false };
}

/** Builds the document of a seed. */
export function randomDocument(seed: number): RandomDocument {
  const random = seededRandom(seed);
  const names = Object.keys(WORKS);
  const name = names[whole(random, 0, names.length - 1)] ?? 'fetching';
  const work = (WORKS[name] ?? WORKS.fetching)?.(random) as Work;
  const scenario = scenarioOf(name, work, random);
  const coreCount = whole(random, 1, 8);
  const document = documentOf({
    scenarios: [scenario],
    seed,
    complete: chance(random, 0.9),
    environment: { coreCount },
    preflight: chance(random, 0.15) ? null : { effectiveCores: [1, between(random, 0.9, 2)], dispatchMs: 0.03 },
    settings: { threadCounts: [2], concurrencies: chance(random, 0.5) ? null : [8], taskCount: null },
  });
  return { document, work: name, hasServer: work.hasServer };
}

function scenarioOf(name: string, work: Work, random: Random): ScenarioWords {
  const taskCount = whole(random, 1, 40);
  const roundCount = chance(random, 0.05) ? whole(random, 0, 2) : whole(random, 3, 40);
  // Noise only adds to what a batch takes at least.
  const noiseRatio = scaled(random, 0.001, 0.4);
  const epochCount = whole(random, 1, Math.max(1, Math.min(8, roundCount)));
  return {
    ...{ id: name.replace(' ', '-'), kind: work.kind, taskCount, task: work.task, roundCount, epochCount },
    ...(work.fixture && { fixture: work.fixture }),
    calibrated: chance(random, 0.92),
    allowFailures: chance(random, 0.1),
    noiseRatio,
    plannedRoundCount: roundCount + whole(random, 0, 3),
    sideBySide: chance(random, 0.7) ? probesOf(epochCount, random) : [],
    effectiveCores: chance(random, 0.7) ? Array.from({ length: epochCount }, () => between(random, 0.8, 2)) : [],
    arms: armsOf(work, taskCount, roundCount, random).map((arm) => ({
      ...arm,
      wallMs: arm.wallMs / (1 - noiseRatio) ** 2,
    })),
  };
}

function probesOf(epochCount: number, random: Random): SideBySide[] {
  return Array.from({ length: epochCount }, (_, epoch) => {
    const aloneMs = between(random, 1, 10);
    const togetherMs = aloneMs * between(random, 1, 2.4);
    return { epoch, threads: 2, sideCount: 2, aloneMs, togetherMs, travelMs: 0.1, travelCpuMs: 0.05 };
  });
}

function armsOf(work: Work, taskCount: number, roundCount: number, random: Random): ArmWords[] {
  const concurrency = whole(random, 1, 12);
  const all: ArmWords[] = [
    { strategyId: 'gather', wallMs: 0 },
    { strategyId: 'bounded', wallMs: 0, concurrency },
    { strategyId: 'pool', wallMs: 0, threads: 2, openMs: scaled(random, 5, 400) },
    { strategyId: 'gather+pool', wallMs: 0, threads: 2, openMs: scaled(random, 5, 400) },
    { strategyId: 'odd', wallMs: 0, shape: { waits: 'by the moon' } },
  ];
  const some = all.filter(({ strategyId }) => chance(random, strategyId === 'odd' ? 0.05 : 0.8));
  const sequential: ArmWords = { strategyId: 'sequential', wallMs: 0 };
  const [reference = sequential, ...others] = chance(random, 0.9) ? [sequential, ...some] : some;
  const placebos: ArmWords[] = chance(random, 0.8) ? [{ ...reference, placebo: true }] : [];
  // Most runs come out as the work would have it, some however they like.
  const scatter = chance(random, 0.85) ? 0.05 : 0.8;
  const referenceMs = wallMsOf(reference, work, taskCount);
  return [reference, ...placebos, ...others].map((arm) => {
    const isSame = arm.strategyId === reference.strategyId;
    const wallMs = isSame ? referenceMs : wallMsOf(arm, work, taskCount) * Math.exp(between(random, -scatter, scatter));
    return {
      ...arm,
      wallMs,
      ...mishapOf(arm, roundCount, random),
      sample: disturbance(startedAtOnce(arm, taskCount), work, seedOf(random)),
    };
  });
}

function startedAtOnce({ strategyId, concurrency, threads = 1 }: ArmWords, taskCount: number): number {
  const started: Record<string, number> = { sequential: 1, pool: threads, bounded: concurrency ?? taskCount };
  return Math.min(started[strategyId] ?? taskCount, taskCount);
}

/** What the schedule would take if nothing got in its way. */
function wallMsOf(arm: ArmWords, { task, slots }: Work, taskCount: number): number {
  const { strategyId, threads = 1 } = arm;
  const { ioMs = 0, serverMs = 0, ioCpuMs = Math.max(0, ioMs - serverMs), otherCpuMs = 0, computeMs = 0 } = task;
  const waitMs = Math.max(0, ioMs - ioCpuMs);
  const wide = Math.min(startedAtOnce(arm, taskCount), slots, otherCpuMs > 0 ? 2 : Infinity);
  const handlers = strategyId === 'pool' ? threads : 1;
  const busyMs =
    taskCount * Math.max(ioCpuMs / handlers, computeMs / threads, (ioCpuMs + computeMs) / Math.max(1, threads));
  const overlapMs = Math.max(Math.ceil(taskCount / wide) * waitMs, busyMs) + ioCpuMs + computeMs + 0.02 * taskCount;
  return strategyId === 'sequential' ? taskCount * (ioMs + computeMs) : overlapMs;
}

function mishapOf({ placebo }: ArmWords, roundCount: number, random: Random): Partial<ArmWords> {
  const dice = random();
  if (dice < 0.03) return { status: { state: 'failed', failure: { code: 'ARM_EXIT', message: 'it ended' } } };
  if (dice < 0.035) return { outputDigest: 'ffff' };
  if (dice < 0.06 && !placebo) return { status: { state: 'skipped', reason: 'it does not suit' } };
  const left = whole(random, 1, Math.max(1, roundCount));
  // An arm whose matter was decided sat out what was left, or some rounds of it; another lost some.
  if (dice < 0.3) return { restedRounds: Array.from({ length: roundCount - left }, (_, at) => left + at) };
  if (dice < 0.35)
    return { restedRounds: Array.from({ length: left - 1 }, (_, at) => at + 1).filter(() => chance(random, 0.5)) };
  if (dice < 0.37) return { lostRounds: [left - 1] };
  return {};
}

function seedOf(random: Random): number {
  return Math.floor(random() * 2 ** 31);
}

const STRETCHED = ['wallMs', 'taskMs', 'ioMs', 'serverMs', 'serverCpuMs', 'computeWallMs', 'cpuMs'] as const;

/** Processes that differ for as long as they live, tasks that stretch as their slots ask, and rounds that are disturbed. */
function disturbance(startedCount: number, work: Work, seed: number): (sample: Sample) => Partial<Sample> {
  const random = seededRandom(seed);
  const offset = chance(random, 0.5) ? 0.03 : 0.2;
  const offsets = Array.from({ length: 8 }, () => Math.exp(between(random, 0, 2 * offset)));
  const lostRatio = chance(random, 0.04) ? between(random, 0, 0.4) : 0;
  const foreignCores = chance(random, 0.2) ? between(random, 0.2, 2) : 0.05;
  return (sample) => {
    const scale = offsets[sample.epoch] ?? 1;
    const isLost = seededRandom(seed + sample.round)() < lostRatio;
    // Tasks that are started and held up are under way until their turn has come: half of the batch on average.
    const isHeldUp = startedCount > 2 * work.slots;
    const inFlightMean = isHeldUp ? (startedCount + 1) / 2 : sample.inFlightMean;
    const taskMs = isHeldUp ? inFlightMean * sample.wallMs * scale : sample.taskMs * scale;
    const stretched = Object.fromEntries(STRETCHED.map((field) => [field, (sample[field] ?? 0) * scale]));
    return {
      ...stretched,
      ...{ inFlightMean, taskMs, foreignCores },
      ...{ longestTaskMs: isHeldUp ? sample.wallMs * scale : sample.longestTaskMs * scale },
      ...(isLost && { contaminated: 'steal' }),
    };
  };
}
