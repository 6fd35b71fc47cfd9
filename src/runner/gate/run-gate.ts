// The conductor of a gate: sweep by sweep, every cell that still needs one gets a pair of fresh processes, until all are
// decided. Decides nothing itself (stats/decisions/two-stage.ts) and knows no processes (world.ts).

import { GATE_SCHEMA_VERSION } from '../../document/gate/version.ts';
import { BenchError } from '../../errors.ts';
import type { GateDocument, GateSelfTest } from '../../model/document/gate-document.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import { planGateCells, planSelfTest, withoutCells } from '../plan/gate/gate-arms.ts';
import type { GateProgress, GateRequest, ScenarioPair } from '../plan/gate/gate-request.ts';
import { assertWithinLimits } from '../plan/machine-limits.ts';
import { openRealWorld } from '../processes/real-world.ts';
import { fourDecimals } from '../recording/rounding.ts';
import type { World } from '../world.ts';
import { GateCell, type JudgingSettings } from './gate-cell.ts';
import { runPairEpoch } from './pair-epoch.ts';

/** What a gate slows itself by beyond the margin, to see whether it is noticed: 10 % where 3 % do not matter. */
const INJECTED_BEYOND_RATIO = 0.07;

/** What a gate needs from whoever starts it. */
export interface GateSurroundings {
  readonly onProgress: (progress: GateProgress) => void;
  /** Told once of a cell that is much slower, long before all is decided; `ratio` is head over base. */
  readonly onNamed: (cell: GateCell, ratio: number) => void;
  readonly signal: AbortSignal;
}

/** The cells of one scenario, those of the self-test included. */
interface Group {
  readonly pair: ScenarioPair;
  readonly cells: GateCell[];
  epochCount: number;
}

/** A cell that the gate shows itself with, as it is and slowed. */
interface SelfTestCells {
  readonly injectedRatio: number;
  readonly identical: GateCell;
  readonly slowed: GateCell;
}

/**
 * Measures both versions. Resolves to the document, which is not complete when the signal was aborted. Rejects with what the
 * servers of the scenarios throw.
 */
export async function runGate(
  request: GateRequest,
  { onProgress, onNamed, signal }: GateSurroundings,
  world: World = openRealWorld(worldSettings(request), signal),
): Promise<GateDocument> {
  const { settings, seed, tool, pairs } = request;
  const createdAt = new Date().toISOString();
  const environment = await world.describeEnvironment();
  for (const version of ['base', 'head'] as const) {
    assertWithinLimits(
      { scenarios: pairs.map((pair) => pair[version]), strategies: request.strategies, settings },
      environment,
    );
  }
  const random = seededRandom(seed);
  const fromMs = world.now();
  const groups: Group[] = pairs.map((pair) => ({ pair, cells: cellsOf(pair, request), epochCount: 0 }));
  const compared = groups.flatMap(({ cells }) => cells);
  let tested: SelfTestCells | null = null;
  let complete = true;
  let doneCount = 0;
  try {
    for (const { base, head } of compared) await world.prepare([base, head]);
    while (groups.some(isOpen)) {
      for (const group of groups.filter(isOpen)) {
        const open = group.cells.filter(({ needs }) => needs !== null);
        onProgress(progressOf(group, groups, doneCount, world.now() - fromMs));
        const stages = open.map(({ needs }) => needs);
        await runPairEpoch(open, group.epochCount, random, world);
        for (const [index, cell] of open.entries()) {
          const stage = stages[index];
          const ratio = stage ? cell.endPair(group.epochCount, stage, world.now() - fromMs) : null;
          if (ratio !== null && compared.includes(cell)) onNamed(cell, ratio);
        }
        group.epochCount += 1;
        doneCount += open.length;
      }
      if (settings.selfTest && tested === null) tested = addSelfTest(groups, settings);
    }
  } catch (thrown) {
    if (!(thrown instanceof BenchError) || thrown.code !== 'INTERRUPTED') throw thrown;
    complete = false;
  } finally {
    await world.close();
  }
  const gaps = pairs.flatMap((pair) => withoutCells(pair, request) ?? []);
  return {
    ...{ kind: 'gate', schemaVersion: GATE_SCHEMA_VERSION, createdAt, tool, seed, complete, environment, settings },
    measuredMs: Math.round(world.now() - fromMs),
    base: { label: request.base.label, commit: request.base.commit },
    head: { label: request.head.label, commit: request.head.commit },
    scenarios: pairs.map(({ head, file }) => ({ id: head.id, title: head.title, file })),
    cells: compared.map((cell) => cell.toCell()),
    gaps: [...request.gaps, ...gaps],
    cellCount: compared.length,
    selfTest: tested === null ? null : recordOf(tested),
  };
}

function cellsOf(pair: ScenarioPair, request: GateRequest): GateCell[] {
  const { taskCount } = request.settings;
  return planGateCells(pair, request).map(
    (plan) => new GateCell(plan, pair, taskCount ?? pair.head.taskCount, request.settings),
  );
}

function isOpen({ cells }: Group): boolean {
  return cells.some(({ needs }) => needs !== null);
}

/** Adds base against base, twice, to the scenario of the cell with the shortest batch; null where no cell has any. */
function addSelfTest(groups: readonly Group[], settings: JudgingSettings): SelfTestCells | null {
  const candidates = groups.flatMap((group) => group.cells.map((cell) => ({ group, cell })));
  const [first, ...others] = candidates.filter(({ cell }) => cell.baseMs !== null);
  if (first === undefined) return null;
  const { group, cell } = others.reduce(
    (least, each) => ((each.cell.baseMs ?? 0) < (least.cell.baseMs ?? 0) ? each : least),
    first,
  );
  const injectedRatio = fourDecimals(settings.marginRatio + INJECTED_BEYOND_RATIO);
  const { identical, slowed } = planSelfTest(cell.plan, injectedRatio);
  const versions = { base: group.pair.base, head: group.pair.base };
  const cellFor = (plan: typeof identical) => new GateCell(plan, versions, cell.base.taskCount, settings);
  const tested = { injectedRatio, identical: cellFor(identical), slowed: cellFor(slowed) };
  group.cells.push(tested.identical, tested.slowed);
  return tested;
}

/** The faults are seeded into what comes of it, by whoever asked for the gate. */
function recordOf({ injectedRatio, identical, slowed }: SelfTestCells): GateSelfTest {
  return {
    injectedRatio,
    identical: identical.toCell(),
    slowed: slowed.toCell(),
    faults: { faultCount: 0, missed: [] },
  };
}

function progressOf(group: Group, groups: readonly Group[], doneCount: number, elapsedMs: number): GateProgress {
  const leftCount = groups.flatMap(({ cells }) => cells).reduce((sum, { pairsLeft }) => sum + pairsLeft, 0);
  return {
    scenarioId: group.pair.head.id,
    doneCount,
    plannedCount: doneCount + leftCount,
    remainingMs: doneCount === 0 ? null : (elapsedMs / doneCount) * leftCount,
  };
}

/** Each scenario asks its own server: nothing names another for all of them. */
function worldSettings({ settings: { deadlineMs, imports } }: GateRequest) {
  return { settings: { deadlineMs, imports, mostRequestCount: null, target: null, onPort: null } };
}
