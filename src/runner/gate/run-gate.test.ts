// Whole gates on a virtual clock: who gets how many pairs, what ends early, and that nothing depends on this machine.

import { describe, expect, it } from 'vitest';
import { parseGateDocument } from '../../document/gate/parse.ts';
import { BenchError } from '../../errors.ts';
import type { GateCell, GateDocument } from '../../model/document/gate-document.ts';
import type { GateProgress, GateRequest } from '../plan/gate/gate-request.ts';
import type { CellRecorder } from '../recording/cell-recorder.ts';
import { BASE, gateRequest, HEAD, pairOf, strategiesNamed } from '../testing/gate-request.ts';
import { type Script, VirtualWorld } from '../testing/virtual-world.ts';
import { runGate } from './run-gate.ts';

/** The virtual world in which every batch also has outputs. */
class GateWorld extends VirtualWorld {
  digestOf = (_cell: CellRecorder): string => '2:same';

  override async openEpoch(cells: readonly CellRecorder[]) {
    for (const cell of cells) cell.verified(this.digestOf(cell));
    return super.openEpoch(cells);
  }
}

interface Gate {
  readonly document: GateDocument;
  readonly world: GateWorld;
  readonly progress: readonly GateProgress[];
  readonly named: readonly { readonly name: string; readonly ratio: number }[];
}

async function gate(request: GateRequest, script: Script, digestOf?: GateWorld['digestOf']): Promise<Gate> {
  const world = new GateWorld(script);
  if (digestOf) world.digestOf = digestOf;
  const progress: GateProgress[] = [];
  const named: { name: string; ratio: number }[] = [];
  const surroundings = {
    onProgress: (state: GateProgress) => void progress.push(state),
    onNamed: ({ plan: { key } }: { plan: { key: GateCell['key'] } }, ratio: number) =>
      void named.push({ name: `${key.scenarioId} ${key.strategyId}`, ratio }),
    signal: new AbortController().signal,
  };
  const document = await runGate(request, surroundings, world);
  return { document, world, progress, named };
}

/** Batches of 10 ms in base; in head so many times that. */
const times =
  (ratioOf: (scenarioId: string, arm: string) => number): Script =>
  (scenarioId, arm, _, folder) =>
    10 * (folder === HEAD.folder ? ratioOf(scenarioId, arm) : 1);
const same = times(() => 1);

const stagesOf = ({ pairs }: Pick<GateCell, 'pairs'>) =>
  (['screen', 'confirm'] as const).map((wanted) => pairs.filter(({ stage }) => stage === wanted).length);
const countsOf = ({ document }: Gate) =>
  document.cells.map((cell) => [`${cell.key.scenarioId} ${cell.key.strategyId}`, ...stagesOf(cell)]);
const both = strategiesNamed('sequential', 'gather');

describe('a gate', () => {
  it('screens all cells with eight pairs, and measures fifteen fresh ones of what looks changed', async () => {
    // Of long batches a pair has few rounds, so that it takes all fifteen to be sure.
    const script: Script = (id, arm, _, folder) => (id === 'slow' ? 240 * slowness(arm, folder) : 240);
    const slowness = (arm: string, folder?: string) => (folder === HEAD.folder && arm.startsWith('gather') ? 1.05 : 1);
    const request = gateRequest([pairOf('calm'), pairOf('slow')], {}, { strategies: both });
    const ran = await gate(request, script);
    expect(countsOf(ran)).toEqual([
      ['calm sequential', 8, 0],
      ['calm gather', 8, 0],
      ['slow sequential', 8, 0],
      ['slow gather', 8, 15],
    ]);
    expect(ran.named).toEqual([]);
    // Scenario by scenario in turn, a fresh epoch for each pair.
    const opened = ran.world.actions.filter(({ what }) => what === 'open').map(({ scenarioId }) => scenarioId);
    expect(opened.slice(0, 4)).toEqual(['calm', 'slow', 'calm', 'slow']);
    expect(opened).toHaveLength(8 + 23);
  });

  it('makes a document that can be read, of all that was asked', async () => {
    const gap = { scenarioId: 'new', file: 'bench/new.ts', news: 'added', reason: 'only in head' } as const;
    const pairs = [pairOf('pages'), pairOf('hashes', { kind: 'cpu' }, { kind: 'io', title: 'Now' })];
    const strategies = strategiesNamed('gather', 'gather+pool');
    const request = gateRequest(pairs, {}, { gaps: [gap], strategies });
    const { document, world } = await gate(request, same);
    expect(parseGateDocument(JSON.stringify(document), 'it')).toEqual(document);
    expect(document).toMatchObject({
      ...{ kind: 'gate', complete: true, seed: 9, tool: request.tool, settings: request.settings, selfTest: null },
      base: { label: BASE.label, commit: BASE.commit },
      head: { label: HEAD.label, commit: null },
      scenarios: [
        { id: 'pages', title: 'Title of pages', file: 'bench/pages.ts' },
        { id: 'hashes', title: 'Now', file: 'bench/hashes.ts' },
      ],
      environment: { cpuModel: 'virtual' },
    });
    expect(document.cellCount).toBe(document.cells.length);
    expect(document.gaps[0]).toEqual(gap);
    const opens = world.actions.filter(({ what }) => what === 'open');
    expect(opens.length).toBeGreaterThan(7);
    expect(document.measuredMs).toBeGreaterThan(500 * opens.length);
  });

  it('tells of a scenario that no strategy suits', async () => {
    const request = gateRequest([pairOf('pages')], {}, { strategies: strategiesNamed('gather+pool') });
    const { document, world } = await gate(request, same);
    expect(document).toMatchObject({ cells: [], cellCount: 0, complete: true, gaps: [{ news: 'not comparable' }] });
    expect(world.isClosed).toBe(true);
  });

  it('lets either version go first in a round, by the seed', async () => {
    const request = (seed: number) => gateRequest([pairOf('a'), pairOf('b')], {}, { seed, strategies: both });
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => gate(request(seed), same)));
    expect(again?.document.cells).toEqual(one?.document.cells);
    expect(again?.world.actions).toEqual(one?.world.actions);
    const ordersOf = (ran: Gate | undefined) => ran?.document.cells.map(({ pairs }) => pairs.map((p) => p.headFirst));
    expect(ordersOf(other)).not.toEqual(ordersOf(one));
    const firsts = ordersOf(one)?.flat(2) ?? [];
    const share = firsts.filter(Boolean).length / firsts.length;
    expect(firsts.length).toBeGreaterThan(400);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  it('has as many rounds in a pair as fit, of both versions', async () => {
    const { document } = await gate(gateRequest([pairOf('long')]), (_, __, ___, folder) =>
      folder === '/head' ? 101 : 99,
    );
    for (const { baseMs, headMs } of document.cells[0]?.pairs ?? []) {
      expect([baseMs.length, headMs.length]).toEqual([3, 3]);
    }
  });

  it('says how far it is', async () => {
    const { progress } = await gate(gateRequest([pairOf('a'), pairOf('b')]), same);
    // Both are clear after five pairs, which nobody knows before.
    expect(progress).toHaveLength(10);
    expect(progress[0]).toEqual({ scenarioId: 'a', doneCount: 0, plannedCount: 16, remainingMs: null });
    expect(progress[1]).toMatchObject({ scenarioId: 'b', doneCount: 1, plannedCount: 16 });
    expect(progress.at(-1)).toMatchObject({ scenarioId: 'b', doneCount: 9, plannedCount: 13 });
    const left = progress.slice(1).map(({ remainingMs }) => remainingMs ?? 0);
    expect(left.every((ms, index) => index === 0 || ms < (left[index - 1] ?? 0))).toBe(true);
    expect(left.at(-1)).toBeGreaterThan(500);
  });
});

describe('a cell that is much slower', () => {
  it('is named at once, goes on to be confirmed, and ends early', async () => {
    const request = gateRequest([pairOf('a')], {}, { strategies: both });
    const ran = await gate(
      request,
      times((_, arm) => (arm.startsWith('gather') ? 1.25 : 1)),
    );
    expect(countsOf(ran)).toEqual([
      ['a sequential', 5, 0],
      ['a gather', 1, 5],
    ]);
    expect(ran.named).toEqual([{ name: 'a gather', ratio: expect.closeTo(1.25, 1) }]);
    const [calm, slow] = ran.document.cells;
    expect(calm?.namedAtMs).toBeNull();
    expect(slow?.namedAtMs).toBeGreaterThan(500);
    expect(slow?.namedAtMs).toBeLessThan(ran.document.measuredMs / 2);
  });
});

describe('a cell that cannot go on', () => {
  it.each(['base', 'head'])('stops where it fails in %s, while others go on', async (side) => {
    const request = gateRequest([pairOf('a'), pairOf('b')], {}, { strategies: both });
    const folder = `/${side}`;
    const ran = await gate(request, (id, arm, _, at) =>
      id === 'a' && arm.startsWith('gather') && at === folder ? null : 10,
    );
    expect(countsOf(ran)).toEqual([
      ['a sequential', 5, 0],
      ['a gather', 0, 0],
      ['b sequential', 5, 0],
      ['b gather', 5, 0],
    ]);
    const failed = { failure: { code: 'TASK_THREW', message: 'as scripted' } };
    const fine = { failure: null };
    expect(ran.document.cells[1]).toMatchObject(
      side === 'base' ? { base: failed, head: fine } : { base: fine, head: failed },
    );
    expect(ran.document.complete).toBe(true);
  });

  it('keeps the pairs from before it failed', async () => {
    let batchCount = 0;
    const script: Script = (_, __, ___, folder) => (folder === HEAD.folder && ++batchCount > 100 ? null : 10);
    const ran = await gate(gateRequest([pairOf('a')]), script);
    const [cell] = ran.document.cells;
    expect(cell?.head.failure).not.toBeNull();
    expect(cell?.pairs.length).toBeGreaterThan(0);
    expect(cell?.pairs.length).toBeLessThan(8);
  });

  it('stops after one pair where the outputs differ', async () => {
    const request = gateRequest([pairOf('a'), pairOf('b')]);
    const ran = await gate(request, same, ({ scenario, arm }) => (scenario.id === 'a' ? `2:${arm.folder}` : '2:same'));
    expect(countsOf(ran)).toEqual([
      ['a gather', 1, 0],
      ['b gather', 5, 0],
    ]);
    expect(ran.document.cells[0]).toMatchObject({
      base: { outputDigest: '2:/base' },
      head: { outputDigest: '2:/head' },
    });
  });
});

describe('a self-test', () => {
  it('measures base against itself, as it is and slowed, with the shortest batches', async () => {
    const script: Script = (id, arm) => (id === 'b' && arm.startsWith('gather') ? 10 : 30);
    const request = gateRequest([pairOf('a'), pairOf('b')], { selfTest: true }, { strategies: both });
    const ran = await gate(request, script);
    const { selfTest } = ran.document;
    expect(selfTest).toMatchObject({ injectedRatio: 0.1, faults: { faultCount: 0, missed: [] } });
    expect(selfTest?.identical.key).toMatchObject({ scenarioId: 'b', strategyId: 'gather', subject: 'worktree' });
    expect(selfTest?.slowed.key).toEqual(selfTest?.identical.key);
    expect(selfTest && stagesOf(selfTest.identical)).toEqual([5, 0]);
    expect(selfTest?.slowed.pairs.filter(({ stage }) => stage === 'confirm').length).toBeGreaterThanOrEqual(5);
    const ratios = selfTest?.slowed.pairs.map(({ baseMs, headMs }) => (headMs[0] ?? 0) / (baseMs[0] ?? 1)) ?? [];
    expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toBeCloseTo(1.1, 1);
    // They are no cells of the gate.
    expect(ran.document.cells).toHaveLength(4);
    expect(ran.document.cellCount).toBe(4);
    expect(parseGateDocument(JSON.stringify(ran.document), 'it')).toEqual(ran.document);
  });

  it('injects 7 % more than the margin', async () => {
    const { document } = await gate(gateRequest([pairOf('a')], { selfTest: true, marginRatio: 0.2 }), same);
    expect(document.selfTest?.injectedRatio).toBe(0.27);
    expect(document.selfTest?.slowed.pairs.length).toBeGreaterThan(7);
  });

  it('loads the files of base in both of its arms', async () => {
    const loaded = new Set<string>();
    await gate(gateRequest([pairOf('a')], { selfTest: true }), same, ({ arm: { folder }, scenario: { url } }) => {
      loaded.add(`${folder}: ${url}`);
      return '2:same';
    });
    expect([...loaded].sort()).toEqual(['/base: file:///base/a.ts', '/head: file:///head/a.ts']);
  });

  it('runs base alone, however slow head is, and is not named itself', async () => {
    const ran = await gate(
      gateRequest([pairOf('a')], { selfTest: true, marginRatio: 0.25 }),
      times(() => 3),
    );
    expect(ran.named.map(({ name }) => name)).toEqual(['a gather']);
    expect(ran.document.selfTest && stagesOf(ran.document.selfTest.identical)).toEqual([5, 0]);
  });

  it('is not reached where every cell fails', async () => {
    const { document } = await gate(gateRequest([pairOf('a')], { selfTest: true }), () => null);
    expect(document).toMatchObject({ complete: true, selfTest: null });
    expect(parseGateDocument(JSON.stringify(document), 'it')).toEqual(document);
  });
});

describe('an end before the end', () => {
  async function endedBy(thrown: unknown, batches: number) {
    let count = 0;
    const script: Script = () => {
      if (++count > batches) throw thrown;
      return 10;
    };
    const world = new GateWorld(script);
    const surroundings = { onProgress() {}, onNamed() {}, signal: new AbortController().signal };
    const document = await runGate(gateRequest([pairOf('a'), pairOf('b')]), surroundings, world).catch((why) => why);
    return { document, world };
  }

  it('leaves what was finished by an interrupt, and ends what ran', async () => {
    const { document, world } = await endedBy(new BenchError('INTERRUPTED', 'interrupted', 'Start again.'), 250);
    expect(document).toMatchObject({ kind: 'gate', complete: false, cellCount: 2 });
    const counts = (document as GateDocument).cells.map(({ pairs }) => pairs.length);
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThan(8);
    expect(world.actions.at(-1)?.what).toBe('kill');
    expect(world.isClosed).toBe(true);
    expect(parseGateDocument(JSON.stringify(document), 'it')).toEqual(document);
  });

  it('is no pair where it comes within one', async () => {
    const { document } = await endedBy(new BenchError('INTERRUPTED', 'interrupted', 'Start again.'), 30);
    expect((document as GateDocument).cells.map(({ pairs }) => pairs.length)).toEqual([0, 0]);
  });

  it.each([new BenchError('SCENARIO_INVALID', 'no server', 'Start it.'), new TypeError('a bug')])(
    'rejects with %s',
    async (why) => {
      const { document, world } = await endedBy(why, 60);
      expect(document).toBe(why);
      expect(world.isClosed).toBe(true);
      expect(world.actions.at(-1)?.what).toBe('kill');
    },
  );
});
