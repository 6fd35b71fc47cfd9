// A gate from its first word to its comparison, whoever asks: two trees are made, both are measured, what the self-test
// shows is added, and the trees are gone again.

import { BenchError } from '../../errors.ts';
import type { GateDocument } from '../../model/document/gate-document.ts';
import type { Comparison } from '../../model/report/comparison.ts';
import { buildGateComparison } from '../../report/gate/build-gate-comparison.ts';
import type { Narrowing } from '../../runner/choosing/narrow.ts';
import { type GateSurroundings, runGate } from '../../runner/gate/run-gate.ts';
import type { GateRequest } from '../../runner/plan/gate/gate-request.ts';
import { openTrees } from '../../trees/open-trees.ts';
import type { OptionName } from '../measure-options.ts';
import { withFaults } from './faults.ts';
import type { GateMeasureOptions } from './gate-options.ts';
import { planGate } from './plan-gate.ts';

/** Which two versions. */
export interface VersionsAsked {
  readonly base: string;
  readonly head?: string | undefined;
  readonly install?: string | undefined;
}

/** What a gate needs from whoever asks for it. */
export interface GateCircumstances extends GateSurroundings {
  readonly nameOf: OptionName;
  readonly narrowing: Narrowing;
  /** Told, a line at a time, how the versions were made ready. */
  readonly onNote: (line: string) => void;
  /** Told what will be measured, before it is. */
  readonly onPlanned: (request: GateRequest) => void;
}

/** Throws what `openTrees`, `planGate` and `runGate` throw; nothing is left behind then. */
export async function performGate(
  names: readonly string[],
  versions: VersionsAsked,
  asked: GateMeasureOptions,
  circumstances: GateCircumstances,
): Promise<{ readonly document: GateDocument; readonly comparison: Comparison }> {
  const { nameOf, narrowing, signal, onNote, onPlanned } = circumstances;
  const trees = await openTrees({ ...versions, folder: process.cwd(), signal, onNote });
  try {
    const request = await planGate(names, asked, trees, nameOf, signal, narrowing).catch((thrown) => {
      throw isInterruption(thrown) ? nothingMeasured(thrown) : thrown;
    });
    for (const line of otherTaskCounts(request)) onNote(line);
    onPlanned(request);
    const document = withFaults(await runGate(request, circumstances));
    return { document, comparison: buildGateComparison(document) };
  } finally {
    await trees.close();
  }
}

/** Whoever describes scenarios for a run that is under way says that what was measured is kept. */
function nothingMeasured(cause: BenchError): BenchError {
  return new BenchError('INTERRUPTED', 'interrupted before the first pair', 'Nothing was measured.', cause);
}

function isInterruption(thrown: unknown): thrown is BenchError {
  return thrown instanceof BenchError && thrown.code === 'INTERRUPTED';
}

/** Both versions get as many tasks as head has. */
function otherTaskCounts({ pairs, settings }: GateRequest): string[] {
  if (settings.taskCount !== null) return [];
  return pairs
    .filter(({ base, head }) => base.taskCount !== head.taskCount)
    .map(
      ({ base, head }) =>
        `${head.id}: ${base.taskCount} tasks in base, ${head.taskCount} in head; both get ${head.taskCount}`,
    );
}
