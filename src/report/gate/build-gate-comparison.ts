// A gate's document -> comparison. Everything follows from the pairs alone, so that a saved document gives the same text
// as the gate that wrote it.

import { armName } from '../../model/arm-key.ts';
import type {
  GateCell,
  GateDocument,
  GateSelfTest,
  GateSettings,
  GateSide,
} from '../../model/document/gate-document.ts';
import type { ComparedCell, Comparison, SelfTest, UnmatchedCell } from '../../model/report/comparison.ts';
import {
  type CellDecision,
  type CellEvidence,
  decideCells,
  detectableRatio,
  evidenceOf,
  pairEffect,
} from '../../stats/decisions/two-stage.ts';
import { median } from '../../stats/quantile.ts';
import { machineName } from '../facts.ts';
import { byNews, byVerdict } from '../verdict-order.ts';
import { gateWarnings } from './gate-warnings.ts';
import { withheldFrom } from './judged-cells.ts';
import { whyInconclusive } from './why-inconclusive.ts';

/** Tells a gate. */
export function buildGateComparison(document: GateDocument): Comparison {
  const { settings, createdAt, complete, measuredMs } = document;
  const { marginRatio } = settings;
  const judged = document.cells.filter((cell) => withheldFrom(cell) === null && cell.pairs.length > 0);
  const evidence = judged.map((cell) => evidenceIn(cell, settings));
  const decisions = decideCells(evidence, marginRatio);
  const cells = judged.map((cell, index) =>
    comparedCell(cell, evidence[index] as CellEvidence, decisions[index] as CellDecision, document),
  );
  return {
    tier: 'side by side',
    ...{ createdAt, complete, measuredMs, marginRatio },
    base: sideOf(document.base, document),
    head: sideOf(document.head, document),
    cells: byVerdict(cells),
    unmatched: byNews(unmatchedIn(document)),
    warnings: gateWarnings(document),
    comparable: true,
    selfTest: document.selfTest === null ? null : selfTestOf(document.selfTest, settings),
    history: null,
  };
}

function evidenceIn({ pairs }: GateCell, { marginRatio, confirmsUnclear }: GateSettings): CellEvidence {
  return evidenceOf(pairs.map(pairEffect), marginRatio, confirmsUnclear);
}

function comparedCell(
  cell: GateCell,
  evidence: CellEvidence,
  decision: CellDecision,
  document: GateDocument,
): ComparedCell {
  const { change, levelRatio } = decision;
  const { marginRatio } = document.settings;
  // Where it was interrupted, what was decided was decided among fewer cells than planned.
  const verdict = document.complete ? decision.verdict : 'inconclusive';
  const why = () => (document.complete ? whyInconclusive(evidence, marginRatio) : 'the gate was interrupted');
  const told = cell.pairs.filter(({ stage }) => stage === evidence.stage);
  return {
    ...namedCell(cell, document),
    baseMs: median(told.flatMap(({ baseMs }) => baseMs)),
    headMs: median(told.flatMap(({ headMs }) => headMs)),
    ...{ change, levelRatio, verdict },
    detectableRatio: detectableRatio(evidence, marginRatio),
    basedOnCount: evidence.pairCount,
    reason: verdict === 'inconclusive' ? why() : null,
  };
}

function unmatchedIn(document: GateDocument): UnmatchedCell[] {
  const withheld = document.cells.flatMap((cell) => {
    const why = withheldFrom(cell);
    if (why !== null) return [{ ...namedCell(cell, document), ...why }];
    if (cell.pairs.length > 0) return [];
    const reason = 'the gate ended before its first pair';
    return [{ ...namedCell(cell, document), news: 'not comparable' as const, reason }];
  });
  // A scenario without a cell stands there under no strategy.
  const gaps = document.gaps.map(({ scenarioId, ...gap }) => ({
    key: { scenarioId, strategyId: '', parameters: {}, subject: 'worktree' as const },
    name: 'all strategies',
    ...gap,
  }));
  return [...withheld, ...gaps];
}

function namedCell({ key }: GateCell, { scenarios }: GateDocument) {
  return { key, name: armName(key), file: scenarios.find(({ id }) => id === key.scenarioId)?.file ?? null };
}

function sideOf({ label, commit }: GateSide, document: GateDocument): Comparison['base'] {
  return { label, commit, createdAt: document.createdAt, machine: machineName(document) };
}

function selfTestOf({ injectedRatio, identical, slowed, faults }: GateSelfTest, settings: GateSettings): SelfTest {
  const [equal, slower] = [identical, slowed].map(
    (cell) => decideCells([evidenceIn(cell, settings)], settings.marginRatio)[0] as CellDecision,
  ) as [CellDecision, CellDecision];
  const isCalm = equal.verdict === 'within margin' || equal.verdict === 'inconclusive';
  return {
    passed: isCalm && slower.verdict === 'regressed' && faults.missed.length === 0,
    key: identical.key,
    name: armName(identical.key),
    identical: { change: equal.change, verdict: equal.verdict },
    slowed: { injectedRatio, change: slower.change, verdict: slower.verdict },
    faults,
  };
}
