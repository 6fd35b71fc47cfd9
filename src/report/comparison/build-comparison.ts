// Two documents -> comparison: which cells changed between two versions. Only cells that are in both, measured with the
// same settings and sound in both are compared; every other one is listed with the reason. The two runs happened at
// different times, so nothing is paired, and a margin stands between an interval and a verdict.

import type { ComparedCell, Comparison, UnmatchedCell, VersionVerdict } from '../../model/comparison.ts';
import type { Cell, ResultDocument } from '../../model/document.ts';
import { judgeVersion } from '../../stats/decisions/verdict.ts';
import { median } from '../../stats/quantile.ts';
import { unpairedRatio } from '../../stats/unpaired-ratio.ts';
import type { Arm } from '../arms/arm.ts';
import type { AuditedArm } from '../arms/audited-arm.ts';
import { machineName } from '../facts.ts';
import { comparisonWarnings, sameMachine } from './comparison-warnings.ts';
import { soundArms } from './sound-arms.ts';

/** What the user may set. */
export interface ComparisonOptions {
  /** A change must exceed this share before it counts: 0.25 is 25 %. */
  readonly marginRatio: number;
}

/** Holds head against base; throws nothing for documents that do not match, it lists what does not. */
export function buildComparison(
  base: ResultDocument,
  head: ResultDocument,
  { marginRatio }: ComparisonOptions,
): Comparison {
  const comparable = sameMachine(base, head);
  const baseArms = soundArms(base);
  const headArms = soundArms(head);
  const cells: ComparedCell[] = [];
  const unmatched: UnmatchedCell[] = [];
  for (const key of new Set([...baseArms.keys(), ...headArms.keys()])) {
    const one = baseArms.get(key);
    const other = headArms.get(key);
    const cell = one?.arm.cell ?? other?.arm.cell;
    if (cell === undefined || (isSkipped(one) && isSkipped(other))) continue;
    const reason = reasonAgainst(one, other) ?? (comparable ? null : 'different machines');
    if (reason !== null || one === undefined || other === undefined) {
      const { scenarioId, strategyId } = cell;
      unmatched.push({ scenarioId, strategyId, broken: isBroken(one, other), reason: reason ?? 'not measured' });
    } else {
      cells.push(compareArms(one.arm, other.arm, marginRatio));
    }
  }
  return {
    base: sideOf(base),
    head: sideOf(head),
    marginRatio,
    cells: cells.sort((a, b) => NEWS.indexOf(a.verdict) - NEWS.indexOf(b.verdict)),
    unmatched: unmatched.sort((a, b) => Number(b.broken) - Number(a.broken)),
    warnings: comparisonWarnings(base, head, marginRatio),
    comparable,
  };
}

/** Worst news first; within each in the order of the documents. */
const NEWS: readonly VersionVerdict[] = ['regressed', 'improved', 'inconclusive', 'equivalent'];

// A strategy that does not suit the scenario is no cell that anybody could miss.
function isSkipped(one: AuditedArm | undefined): boolean {
  return one?.arm.cell.status.state === 'skipped';
}

// What worked and now fails is no gap in the comparison but its gravest outcome.
function isBroken(base: AuditedArm | undefined, head: AuditedArm | undefined): boolean {
  return base?.reason === null && head?.arm.cell.status.state === 'failed';
}

function reasonAgainst(base: AuditedArm | undefined, head: AuditedArm | undefined): string | null {
  if (base === undefined) return 'only in head';
  if (head === undefined) return 'only in base';
  if (base.reason !== null && head.reason !== null) return `no numbers in either: ${base.reason}`;
  if (base.reason !== null) return `no numbers in base: ${base.reason}`;
  if (head.reason !== null) return `no numbers in head: ${head.reason}`;
  return settingsDifference(base.arm.cell, head.arm.cell);
}

function settingsDifference(base: Cell, head: Cell): string | null {
  const differing = (['taskCount', 'concurrency', 'threads'] as const).filter(
    (setting) => base[setting] !== head[setting],
  );
  if (differing.length > 0) {
    const words = { taskCount: 'tasks', concurrency: 'concurrency', threads: 'threads' };
    const list = differing.map(
      (setting) => `${words[setting]} ${base[setting] ?? 'none'} in base, ${head[setting] ?? 'none'} in head`,
    );
    return `different settings: ${list.join('; ')}`;
  }
  if (base.outputDigest !== head.outputDigest) return 'different outputs: the work itself has changed';
  return null;
}

function compareArms(base: Arm, head: Arm, marginRatio: number): ComparedCell {
  const change = unpairedRatio(base.samples, head.samples, 0.95);
  return {
    scenarioId: head.cell.scenarioId,
    strategyId: head.cell.strategyId,
    concurrency: head.cell.concurrency,
    threads: head.cell.threads,
    baseMs: median(base.samples.map(({ wallMs }) => wallMs)),
    headMs: median(head.samples.map(({ wallMs }) => wallMs)),
    change: { ratio: change.ratio, low: change.low, high: change.high },
    verdict: judgeVersion(change, marginRatio),
  };
}

function sideOf(document: ResultDocument): Comparison['base'] {
  return { createdAt: document.createdAt, commit: document.environment.commit, machine: machineName(document) };
}
