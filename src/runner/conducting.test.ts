// A whole run on a virtual clock, from the first epoch to the document: who gets how much of the budget, who stops early,
// and that nothing depends on how fast this machine is.

import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/parse.ts';
import { BenchError } from '../errors.ts';
import type { ResultDocument, Settings } from '../model/document/document.ts';
import type { ScenarioSummary } from '../model/scenario.ts';
import { PLAIN_WISHES } from '../model/testing/plain-wishes.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import type { Progress, RunRequest } from './plan/run-settings.ts';
import type { RoundEntry } from './recording/journal-entry.ts';
import { runBenchmarks } from './run-benchmarks.ts';
import { PROBED_RATIO, type Script, START_MS, VirtualWorld } from './testing/virtual-world.ts';

/** Every arm far from every other: settled after some rounds. */
const CLEAR: Script = (_, arm) => (arm === 'sequential' ? 100 : arm === 'gather' ? 10 : 30);
/** All arms alike: undecided however long. */
const ALIKE: Script = () => 40;
const CLEAR_AND_ALIKE: Script = (scenarioId, arm) => (scenarioId === 'clear' ? CLEAR : ALIKE)(scenarioId, arm, 0);

const FULL: Settings = {
  profile: 'full',
  scenarioIds: [],
  strategyIds: [],
  taskCount: null,
  concurrencies: null,
  threadCounts: [2],
  roundCount: null,
  epochCount: 3,
  budgetMs: 60_000,
  warmupMs: null,
  deadlineMs: 30_000,
  imports: [],
  ...{ target: null, onPort: null, mostRequestCount: null, parameters: {} },
};

function requestFor(scenarioIds: string[], settings: Partial<Settings> = {}): RunRequest {
  const scenarios = scenarioIds.map(
    (id): ScenarioSummary => ({
      ...{ id, url: `file:///${id}.ts`, kind: 'io', title: id, question: 'Q?', explanation: 'E' },
      ...{ ...PLAIN_WISHES, taskCount: 1 },
    }),
  );
  const strategies = STRATEGIES.filter(({ id }) => ['sequential', 'gather', 'bounded'].includes(id));
  const tool = { name: 'test', version: '0' };
  return { scenarios, strategies, seed: 9, tool, settings: { ...FULL, scenarioIds, ...settings } };
}

interface Run {
  readonly document: ResultDocument;
  readonly world: VirtualWorld;
  readonly entries: RoundEntry[];
  readonly progress: Progress[];
}

async function run(
  script: Script,
  request: RunRequest,
  earlier: RoundEntry[] = [],
  world = new VirtualWorld(script),
): Promise<Run> {
  const entries: RoundEntry[] = [];
  const progress: Progress[] = [];
  const document = await runBenchmarks(
    request,
    {
      journal: { append: (entry) => void entries.push(structuredClone(entry)) },
      earlier: { createdAt: '2026-01-01T00:00:00.000Z', seed: request.seed, entries: earlier },
      onProgress: (state) => void progress.push(state),
      signal: new AbortController().signal,
    },
    world,
  );
  return { document, world, entries, progress };
}

const countOf = ({ world }: Run, what: string, scenarioId: string) =>
  world.actions.filter((action) => action.what === what && action.scenarioId === scenarioId).length;
const recordOf = ({ document }: Run, id: string) => document.scenarios.find((scenario) => scenario.id === id);
const samplesOf = ({ document }: Run, id: string) =>
  document.cells.find(({ key }) => key.scenarioId === id)?.samples ?? [];
/** Virtual time between opening and ending the arms of a scenario, over all epochs. */
function spentMs({ world }: Run, scenarioId: string): number {
  const own = world.actions.filter((action) => action.scenarioId === scenarioId);
  const sumOf = (what: string) => own.filter((a) => a.what === what).reduce((sum, { atMs }) => sum + atMs, 0);
  return sumOf('close') + sumOf('kill') - sumOf('open');
}

describe('a run within a budget', () => {
  it('keeps it, and spends it where nothing can be decided', async () => {
    const ran = await run(ALIKE, requestFor(['a', 'b']));
    expect(ran.document.complete).toBe(true);
    expect(ran.document.measuredMs).toBeGreaterThan(0.95 * FULL.budgetMs);
    expect(ran.document.measuredMs).toBeLessThan(1.02 * FULL.budgetMs);
    for (const id of ['a', 'b']) {
      expect(countOf(ran, 'open', id)).toBe(3);
      expect(spentMs(ran, id) / ran.document.measuredMs).toBeCloseTo(0.5, 1);
    }
  });

  it('makes a valid document with whole rounds', async () => {
    const ran = await run(CLEAR_AND_ALIKE, requestFor(['clear', 'alike']));
    expect(parseDocument(JSON.stringify(ran.document), 'it')).toEqual(ran.document);
    for (const id of ['clear', 'alike']) {
      const rounds = countOf(ran, 'round', id);
      expect(recordOf(ran, id)?.plannedRoundCount).toBe(rounds);
      for (const cell of ran.document.cells.filter(({ key }) => key.scenarioId === id)) {
        const all = [...cell.samples.map(({ round }) => round), ...cell.restedRounds].sort((a, b) => a - b);
        expect(all).toEqual([...Array(rounds).keys()]);
        expect(cell.openMs).toHaveLength(countOf(ran, 'open', id));
      }
    }
    expect(ran.world.isClosed).toBe(true);
  });

  it('stops a settled scenario early, after two epochs, and gives its time away', async () => {
    const ran = await run(CLEAR_AND_ALIKE, requestFor(['clear', 'alike']));
    expect(countOf(ran, 'open', 'clear')).toBe(2);
    expect(spentMs(ran, 'clear')).toBeLessThan(0.3 * FULL.budgetMs);
    expect(countOf(ran, 'open', 'alike')).toBe(3);
    expect(spentMs(ran, 'clear') + spentMs(ran, 'alike')).toBeGreaterThan(0.95 * FULL.budgetMs);
  });

  it('stops within an epoch once nothing is left to decide', async () => {
    const ran = await run(CLEAR, requestFor(['clear'], { epochCount: 1 }));
    expect(ran.document.measuredMs).toBeLessThan(FULL.budgetMs / 2);
    const { plannedRoundCount = 0 } = recordOf(ran, 'clear') ?? {};
    expect(samplesOf(ran, 'clear')).toHaveLength(plannedRoundCount);
    expect(plannedRoundCount).toBeGreaterThan(5);
  });

  it('gives an undecided scenario what is left, weighed against the settled one’s turns to come', async () => {
    const ran = await run(CLEAR_AND_ALIKE, requestFor(['clear', 'alike']));
    const turns = ran.world.actions.filter(({ what }) => what === 'open' || what === 'close');
    const alike = turns.findIndex(({ scenarioId }) => scenarioId === 'alike');
    const [opened, closed] = [turns[alike], turns[alike + 1]].map((turn) => (turn?.atMs ?? 0) - START_MS);
    expect(samplesOf(ran, 'clear').filter(({ epoch }) => epoch === 0).length).toBeLessThan(40);
    // This turn and two more of its own, and two of the settled one at 0.3.
    const shareMs = (FULL.budgetMs - (opened ?? 0)) / (1 + 2 + 2 * 0.3);
    expect(((closed ?? 0) - (opened ?? 0)) / shareMs).toBeCloseTo(1, 1);
    expect(turns.filter(({ what }) => what === 'open').map(({ scenarioId }) => scenarioId)).toEqual([
      'clear',
      'alike',
      'clear',
      'alike',
      'alike',
    ]);
  });

  it('gives every scenario its first epoch of three rounds, however small the budget, and no second', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const ran = await run(ALIKE, requestFor(ids, { budgetMs: 1_000 }));
    for (const id of ids) {
      expect(countOf(ran, 'open', id)).toBe(1);
      expect(countOf(ran, 'round', id)).toBe(3);
    }
  });

  it('has five rounds in an only epoch where they take little longer than its time, and three where another follows', async () => {
    const ran = await run(() => 100, requestFor(['a'], { budgetMs: 2_900, epochCount: 1 }));
    expect(countOf(ran, 'round', 'a')).toBe(5);
    expect(ran.document.measuredMs).toBeGreaterThan(2_900);
    const several = await run(() => 100, requestFor(['a'], { budgetMs: 3_800, epochCount: 2 }));
    expect(samplesOf(several, 'a').filter(({ epoch }) => epoch === 0)).toHaveLength(3);
  });

  it('lets the last scenario not pay for those before it', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const ran = await run(() => 100, requestFor(ids, { budgetMs: 6 * 2_900, epochCount: 1 }));
    for (const id of ids) expect(countOf(ran, 'round', id)).toBeGreaterThanOrEqual(5);
    expect(ran.document.measuredMs).toBeGreaterThan(6 * 2_900);
  });

  it('measures a placebo where each scenario has time for one', async () => {
    const placebosOf = async (settings: Partial<Settings>) => {
      const { document } = await run(ALIKE, requestFor(['a', 'b'], { epochCount: 1, ...settings }));
      return document.cells.filter(({ placebo }) => placebo).length;
    };
    expect(await placebosOf({ budgetMs: 7_000 })).toBe(2);
    expect(await placebosOf({ budgetMs: 6_900 })).toBe(0);
    expect(await placebosOf({ budgetMs: 6_900, roundCount: 3 })).toBe(2);
  });

  it('warms every arm up in every epoch, by many short batches or few long ones', async () => {
    const slowStart: Script = (_, arm, before) => (arm === 'sequential' ? 200 : before < 20 ? 9 : 5);
    const ran = await run(slowStart, requestFor(['a']));
    for (const { key, warmups } of ran.document.cells) {
      expect(warmups).toHaveLength(3);
      const isLong = key.strategyId === 'sequential';
      for (const { batchCount, spentMs, settled } of warmups) {
        expect(spentMs).toBeGreaterThan(180);
        expect(spentMs).toBeLessThan(1_250);
        expect(batchCount > 20).toBe(!isLong);
        expect(settled).toBe(isLong ? null : true);
      }
    }
    const times = ran.document.cells.flatMap(({ samples }) => samples.map(({ wallMs }) => wallMs));
    expect(times.filter((wallMs) => wallMs > 6 && wallMs < 150)).toEqual([]);
  });

  it('warms every arm up for as long as was asked', async () => {
    const ran = await run(() => 60, requestFor(['a'], { warmupMs: 300, epochCount: 1 }));
    for (const { warmups } of ran.document.cells) {
      expect(warmups[0]?.batchCount).toBeGreaterThanOrEqual(5);
      expect(warmups[0]?.batchCount).toBeLessThanOrEqual(6);
    }
  });

  it('leaves most rounds to those that are undecided, and says which arm sat out which', async () => {
    const leaders: Script = (_, arm) => (arm === 'sequential' ? 200 : 60 - (arm === 'gather' ? 0 : 0.1));
    const ran = await run(leaders, requestFor(['a'], { epochCount: 2 }));
    const rounds = countOf(ran, 'round', 'a');
    const [reference, gather, bounded, placebo] = ran.document.cells;
    expect(rounds).toBeGreaterThan(100);
    for (const leader of [gather, bounded]) {
      expect(leader?.samples).toHaveLength(rounds);
      expect(leader?.restedRounds).toEqual([]);
    }
    for (const cell of [reference, placebo]) {
      expect(cell?.samples.length).toBeLessThan(0.3 * rounds);
      const all = [...(cell?.samples.map(({ round }) => round) ?? []), ...(cell?.restedRounds ?? [])];
      expect(all.sort((a, b) => a - b)).toEqual([...Array(rounds).keys()]);
    }
  });

  it('runs tasks alone after the last round of an epoch, and before the first of all where there is time', async () => {
    const ownOf = async (budgetMs: number) => {
      const ran = await run(ALIKE, requestFor(['a'], { budgetMs }));
      expect(recordOf(ran, 'a')?.typicalTasks).toHaveLength(1);
      return ran.world.actions.map(({ what }) => what).filter((what) => what === 'round' || what === 'calibrate');
    };
    const short = await ownOf(1_000);
    expect(short.indexOf('calibrate')).toBe(short.length - 1);
    const long = await ownOf(20_000);
    expect([long[0], long.at(-1)]).toEqual(['calibrate', 'calibrate']);
    expect(long.filter((what) => what === 'calibrate')).toHaveLength(1 + FULL.epochCount);
  });

  it('goes on without an arm that fails, and ends a scenario that has none left', async () => {
    const one = await run((_, arm) => (arm === 'gather' ? null : 40), requestFor(['a']));
    const stateOf = (id: string) => one.document.cells.find(({ key }) => key.strategyId === id)?.status.state;
    expect([stateOf('gather'), stateOf('sequential')]).toEqual(['failed', 'completed']);
    const all = await run((id) => (id === 'a' ? null : 40), requestFor(['a', 'b']));
    expect(countOf(all, 'open', 'a')).toBe(1);
    expect(countOf(all, 'round', 'a')).toBe(0);
    expect(spentMs(all, 'b')).toBeGreaterThan(0.9 * FULL.budgetMs);
  });

  it('tells how long it will take, from the budget', async () => {
    const { progress } = await run(ALIKE, requestFor(['a', 'b']));
    expect(progress[0]).toMatchObject({ scenarioId: 'a', scenarioIndex: 0, scenarioCount: 2, phase: 'starting' });
    for (const { remainingMs } of progress) expect(remainingMs).toBeLessThanOrEqual(FULL.budgetMs);
    expect(progress[0]?.remainingMs).toBeGreaterThan(0.95 * FULL.budgetMs);
    expect(progress.at(-1)?.remainingMs).toBeLessThan(0.05 * FULL.budgetMs);
  });
});

describe('what others do to the machine', () => {
  const droppedOf = (ran: Run) =>
    samplesOf(ran, 'a').flatMap(({ round, contaminated }) => (contaminated ? [round] : []));
  const beside = async (foreignCores: (round: number) => number, earlier: RoundEntry[] = []) => {
    const world = new VirtualWorld(ALIKE);
    world.foreignCores = foreignCores;
    return run(ALIKE, requestFor(['a'], { roundCount: 20, epochCount: 1 }), earlier, world);
  };

  it('drops the rounds of a burst for all arms, and none of a neighbour who stays', async () => {
    const burst = await beside((round) => (round === 7 || round === 8 ? 0.9 : 0.1));
    expect(droppedOf(burst)).toEqual([7, 8]);
    for (const { samples } of burst.document.cells) {
      expect(samples[7]?.contaminated).toBe('others used 0.9 of 2 cores, 0.1 in most rounds');
      expect(samples.map(({ foreignCores }) => foreignCores)).toEqual(samplesOf(burst, 'a').map((s) => s.foreignCores));
    }
    const neighbour = await beside((round) => (round < 7 ? 0.1 : 0.9));
    expect(droppedOf(neighbour)).toEqual([]);
    expect(samplesOf(neighbour, 'a').map(({ foreignCores }) => foreignCores)).toEqual([
      ...Array(7).fill(0.1),
      ...Array(13).fill(0.9),
    ]);
  });

  it('is judged from all rounds of a resumed run, as if it had never stopped', async () => {
    const load = (round: number) => (round === 2 ? 0.9 : 0.1);
    const first = await beside(load);
    const resumed = await beside(load, first.entries.slice(0, 4));
    expect(droppedOf(resumed)).toEqual([2]);
  });

  it('is probed in each epoch that has workers to feed, for as many threads as its arms have', async () => {
    const request = requestFor(['a'], { roundCount: 6, epochCount: 2, threadCounts: [2, 4] });
    const withPools = { ...request, strategies: STRATEGIES.filter(({ id }) => id === 'sequential' || id === 'pool') };
    const cpu = request.scenarios.map((scenario) => ({ ...scenario, kind: 'cpu' as const }));
    const ran = await run(ALIKE, { ...withPools, scenarios: cpu });
    const momentsOf = (what: string) =>
      ran.world.actions.filter((action) => action.what === what).map(({ atMs }) => atMs);
    const [opened, closed] = [momentsOf('open'), momentsOf('close')];
    expect(ran.world.probes.map(({ threadCount }) => threadCount)).toEqual([4, 4]);
    for (const [epoch, { atMs }] of ran.world.probes.entries()) {
      // Once its arms stand ready, and before the first of their batches.
      expect(atMs).toBeGreaterThan(opened[epoch] ?? 0);
      expect(atMs).toBeLessThan(closed[epoch] ?? 0);
      expect(atMs).toBeLessThan(momentsOf('warm up').find((batchMs) => batchMs > (opened[epoch] ?? 0)) ?? 0);
    }
    expect(recordOf(ran, 'a')?.effectiveCores).toEqual([4 * PROBED_RATIO, 4 * PROBED_RATIO]);
    const without = await run(ALIKE, requestFor(['a'], { roundCount: 6, epochCount: 2 }));
    expect(without.world.probes).toEqual([]);
    expect(recordOf(without, 'a')?.effectiveCores).toEqual([]);
  });
});

describe('a run of --rounds', () => {
  it('has exactly those, shared by the epochs, settled or not', async () => {
    const ran = await run(CLEAR, requestFor(['a'], { roundCount: 100, epochCount: 3, budgetMs: 1_000 }));
    expect(samplesOf(ran, 'a')).toHaveLength(100);
    expect([0, 1, 2].map((epoch) => samplesOf(ran, 'a').filter((sample) => sample.epoch === epoch).length)).toEqual([
      33, 34, 33,
    ]);
  });

  it('knows no time left before the first turn has ended', async () => {
    const { progress } = await run(ALIKE, requestFor(['a', 'b'], { roundCount: 6, epochCount: 1 }));
    expect(progress[0]?.remainingMs).toBeNull();
    expect(progress.at(-1)?.remainingMs).toBeGreaterThan(0);
  });
});

describe('the order of arms', () => {
  it('is decided by the seed, and is another in every epoch and scenario', async () => {
    const ordersOf = async (seed: number) => {
      const { world } = await run(ALIKE, { ...requestFor(['a', 'b'], { roundCount: 12, epochCount: 2 }), seed });
      return world.actions.flatMap(({ order }) => (order ? [order.join('')] : []));
    };
    const orders = await ordersOf(9);
    expect(await ordersOf(9)).toEqual(orders);
    expect(await ordersOf(10)).not.toEqual(orders);
    const turns = [0, 6, 12, 18].map((from) => orders.slice(from, from + 6).join());
    expect(new Set(turns).size).toBe(4);
  });
});

describe('a run that goes on', () => {
  it('replays what was journaled and does not journal it again', async () => {
    const request = requestFor(['a', 'b'], { roundCount: 12, epochCount: 3 });
    const whole = await run(ALIKE, request);
    // Cut in the second epoch of `a`: its begun epoch is lost, the next one has a new number.
    const cut = whole.entries.findIndex(({ scenarioId, roundCount }) => scenarioId === 'a' && roundCount === 6) + 1;
    const resumed = await run(ALIKE, request, whole.entries.slice(0, cut));
    expect(resumed.document.createdAt).toBe('2026-01-01T00:00:00.000Z');
    for (const id of ['a', 'b'])
      expect(samplesOf(resumed, id).map(({ round }) => round)).toEqual([...Array(12).keys()]);
    expect(new Set(samplesOf(resumed, 'a').map(({ epoch }) => epoch))).toEqual(new Set([0, 1, 2, 3]));
    const journaled = [...whole.entries.slice(0, cut), ...resumed.entries];
    const again = await run(ALIKE, request, journaled);
    expect(again.document.cells).toEqual(resumed.document.cells);
    expect(again.document.scenarios).toEqual(resumed.document.scenarios);
    expect(again.entries).toEqual([]);
  });
});

describe('an interrupted run', () => {
  it('is a document all the same, and what was started is ended', async () => {
    const world = new VirtualWorld(ALIKE);
    const open = world.openEpoch.bind(world);
    world.openEpoch = async (cells) => {
      const epoch = await open(cells);
      const runRound = epoch.runRound;
      epoch.runRound = async (...args) => {
        if (args[1] === 3) throw new BenchError('INTERRUPTED', 'interrupted', '');
        return runRound(...args);
      };
      return epoch;
    };
    const { signal } = new AbortController();
    const surroundings = { journal: { append() {} }, earlier: null, onProgress() {}, signal };
    const document = await runBenchmarks(requestFor(['a', 'b']), surroundings, world);
    expect(document.complete).toBe(false);
    expect(document.cells.filter(({ key }) => key.scenarioId === 'a').map(({ samples }) => samples.length)).toEqual(
      // The placebo has its turn in every second round.
      [3, 3, 3, 2],
    );
    expect(world.actions.at(-1)?.what).toBe('kill');
    expect(world.isClosed).toBe(true);
  });
});

describe('the preflight', () => {
  it('prices as many threads as the largest pool has, and none where there is no pool', async () => {
    const alone = await run(ALIKE, requestFor(['a'], { roundCount: 3, epochCount: 1, threadCounts: [4, 64] }));
    expect(alone.world.preflightThreadCount).toBe(0);
    const request = requestFor(['a'], { roundCount: 3, epochCount: 1, threadCounts: [4, 64] });
    const pooled = await run(ALIKE, { ...request, strategies: STRATEGIES });
    expect(pooled.world.preflightThreadCount).toBe(64);
  });
});
