// The cells of a gate: each arm that suits a scenario in both versions, as two arms that differ in whose code they run.

import type { ArmKey, Subject } from '../../../model/arm-key.ts';
import { keyText } from '../../../model/arm-key.ts';
import type { GateGap } from '../../../model/document/gate-document.ts';
import { type PlannedArm, planArms } from '../arms.ts';
import type { GateRequest, GateTree, ScenarioPair } from './gate-request.ts';

type Planning = Pick<GateRequest, 'strategies' | 'settings' | 'base' | 'head'>;

/** One cell with the arm of either version. */
export interface PlannedGateCell {
  readonly key: ArmKey;
  readonly base: PlannedArm;
  readonly head: PlannedArm;
}

/** The cells of a scenario, with head's own bound for both versions; none where no strategy suits both. */
export function planGateCells(pair: ScenarioPair, { strategies, settings, base, head }: Planning): PlannedGateCell[] {
  const { concurrency } = pair.head;
  const baseKeys = new Set(
    planArms({ ...pair.base, concurrency }, strategies, settings).arms.map(({ key }) => keyText(key)),
  );
  return planArms(pair.head, strategies, settings)
    .arms.filter(({ key, placebo }) => !placebo && baseKeys.has(keyText(key)))
    .map((arm) => ({ key: arm.key, base: armOf(arm, 'base', base), head: armOf(arm, 'head', head) }));
}

/** Why a scenario that both versions have gets no cell; null where it gets one. */
export function withoutCells(pair: ScenarioPair, planning: Planning): GateGap | null {
  if (planGateCells(pair, planning).length > 0) return null;
  const { base, head, file } = pair;
  const kinds = base.kind === head.kind ? `it is ${head.kind} work` : `${base.kind} work in base, ${head.kind} in head`;
  return { scenarioId: head.id, file, news: 'not comparable', reason: `no strategy suits both versions: ${kinds}` };
}

/** The two cells that show whether a gate can pass and fail: base against itself, once as it is and once slowed. */
export function planSelfTest(
  { key, base }: PlannedGateCell,
  slowedRatio: number,
): { readonly identical: PlannedGateCell; readonly slowed: PlannedGateCell } {
  const twin = { ...base, key: { ...base.key, subject: 'head' as const } };
  return { identical: { key, base, head: twin }, slowed: { key, base, head: { ...twin, slowedRatio } } };
}

function armOf(arm: PlannedArm, subject: Subject, { folder }: GateTree): PlannedArm {
  return { ...arm, key: { ...arm.key, subject }, folder };
}
