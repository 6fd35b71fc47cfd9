// Two documents -> comparison: which cells changed between two versions. Only cells that are in both, measured with the
// same settings and sound in both are compared; every other one is listed with the reason. The two runs happened at
// different times, so nothing is paired, and a margin stands between an interval and a verdict.

import type {
  ComparedCell,
  ComparedSide,
  Comparison,
  UnmatchedCell,
  UnmatchedNews,
  VersionVerdict,
} from '../../model/comparison.ts';
import type { Cell, ResultDocument } from '../../model/document.ts';
import { areKnownToDiffer } from '../../model/output-digest.ts';
import { judgeVersion } from '../../stats/decisions/verdict.ts';
import { median } from '../../stats/quantile.ts';
import { unpairedRatio } from '../../stats/unpaired-ratio.ts';
import type { Arm } from '../arms/arm.ts';
import type { AuditedArm } from '../arms/audited-arm.ts';
import { machineName } from '../facts.ts';
import { comparisonWarnings, sameMachine } from './comparison-warnings.ts';
import { soundArms } from './sound-arms.ts';

const LEVEL_RATIO = 0.95;

/** What the user may set. */
export interface ComparisonOptions {
  /** A change must exceed this share before it counts: 0.25 is 25 %. */
  readonly marginRatio: number;
  /** What each is called: the path of its file. Default: base and head. */
  readonly labels?: { readonly base: string; readonly head: string };
}

/** Holds head against base; throws nothing for documents that do not match, it lists what does not. */
export function buildComparison(
  base: ResultDocument,
  head: ResultDocument,
  { marginRatio, labels = { base: 'base', head: 'head' } }: ComparisonOptions,
): Comparison {
  const comparable = sameMachine(base, head);
  const baseArms = soundArms(base);
  const headArms = soundArms(head);
  const cells: ComparedCell[] = [];
  const unmatched: UnmatchedCell[] = [];
  for (const key of new Set([...baseArms.keys(), ...headArms.keys()])) {
    const one = baseArms.get(key);
    const other = headArms.get(key);
    const arm = one?.arm ?? other?.arm;
    if (arm === undefined || (isSkipped(one) && isSkipped(other))) continue;
    const missing = other === undefined ? onlyIn('base', 'head', arm, headArms) : onlyIn('head', 'base', arm, baseArms);
    const reason =
      one === undefined || other === undefined
        ? missing
        : (reasonAgainst(one, other) ??
          scenarioDifference(base, head, one.arm) ??
          (comparable ? null : 'different machines'));
    if (reason !== null || one === undefined || other === undefined) {
      unmatched.push({
        key: arm.cell.key,
        name: arm.name,
        file: fileOf(head, arm),
        news: newsOf(one, other),
        reason: reason ?? 'not measured',
      });
    } else {
      cells.push({ ...compareArms(one.arm, other.arm, marginRatio), file: fileOf(head, arm) });
    }
  }
  return {
    tier: 'stored',
    createdAt: head.createdAt,
    base: { label: labels.base, ...sideOf(base) },
    head: { label: labels.head, ...sideOf(head) },
    marginRatio,
    cells: cells.sort((a, b) => NEWS.indexOf(a.verdict) - NEWS.indexOf(b.verdict)),
    unmatched: unmatched.sort((a, b) => GRAVEST.indexOf(a.news) - GRAVEST.indexOf(b.news)),
    warnings: comparisonWarnings(base, head, marginRatio),
    comparable,
    complete: true,
    measuredMs: null,
    selfTest: null,
    history: null,
  };
}

const GRAVEST: readonly UnmatchedNews[] = ['broken', 'outputs changed', 'removed', 'added', 'not comparable'];

/** Worst news first; within each in the order of the documents. */
const NEWS: readonly VersionVerdict[] = ['regressed', 'improved', 'inconclusive', 'within margin'];

// A strategy that does not suit the scenario is no cell that anybody could miss.
function isSkipped(one: AuditedArm | undefined): boolean {
  return one?.arm.cell.status.state === 'skipped';
}

// What worked and now fails, or no longer passes its audits, is no gap in the comparison but its gravest outcome.
function isBroken(base: AuditedArm | undefined, head: AuditedArm | undefined): boolean {
  if (base?.reason !== null || head === undefined) return false;
  const { arm, audits } = head;
  return arm.cell.status.state === 'failed' || (arm.samples.length > 0 && audits.some(({ passed }) => !passed));
}

function newsOf(base: AuditedArm | undefined, head: AuditedArm | undefined): UnmatchedNews {
  if (isBroken(base, head)) return 'broken';
  if (base === undefined) return 'added';
  if (head === undefined) return 'removed';
  const { outputDigest } = base.arm.cell;
  return areKnownToDiffer(outputDigest, head.arm.cell.outputDigest) ? 'outputs changed' : 'not comparable';
}

// The same strategy with other parameters is another arm; it is named, so that a changed default is not a riddle.
function onlyIn(has: string, lacks: string, { cell }: Arm, others: ReadonlyMap<string, AuditedArm>): string {
  const { scenarioId, strategyId } = cell.key;
  const alike = [...others.values()].filter(
    ({ arm: { cell: other } }) => other.key.scenarioId === scenarioId && other.key.strategyId === strategyId,
  );
  if (alike.length === 0) return `only in ${has}`;
  return `only in ${has}; ${lacks} has ${alike.map(({ arm }) => arm.name).join(', ')}`;
}

function reasonAgainst(base: AuditedArm, head: AuditedArm): string | null {
  if (base.reason !== null && head.reason !== null) return `no numbers in either: ${base.reason}`;
  if (base.reason !== null) return `no numbers in base: ${base.reason}`;
  if (head.reason !== null) return `no numbers in head: ${head.reason}`;
  return settingsDifference(base.arm.cell, head.arm.cell);
}

function settingsDifference(base: Cell, head: Cell): string | null {
  if (base.taskCount !== head.taskCount) {
    return `different settings: tasks ${base.taskCount} in base, ${head.taskCount} in head`;
  }
  if (areKnownToDiffer(base.outputDigest, head.outputDigest)) return 'different outputs: the work itself has changed';
  return null;
}

/** What makes the work another, whatever the arm is called. */
function scenarioDifference(base: ResultDocument, head: ResultDocument, { cell }: Arm): string | null {
  const [one, other] = [base, head].map(({ scenarios }) => scenarios.find(({ id }) => id === cell.key.scenarioId));
  if (one === undefined || other === undefined) return null;
  // Two servers of the user's own may be what is compared; the suite's own against one of them never is.
  if ((one.target === null) !== (other.target === null)) {
    const [asked, askedThen] = [one, other].map(({ target }) => target ?? 'the fixture server');
    return `different servers: ${asked} in base, ${askedThen} in head`;
  }
  const names = [...new Set([...Object.keys(one.parameters), ...Object.keys(other.parameters)])];
  const changed = names.filter((name) => one.parameters[name] !== other.parameters[name]);
  if (changed.length === 0) return null;
  const words = ({ parameters }: typeof one) =>
    changed.map((name) => `${name}=${String(parameters[name] ?? '(none)')}`).join(', ');
  return `different settings: ${words(one)} in base, ${words(other)} in head`;
}

function compareArms(base: Arm, head: Arm, marginRatio: number): Omit<ComparedCell, 'file'> {
  const change = unpairedRatio(base.samples, head.samples, LEVEL_RATIO);
  return {
    key: head.cell.key,
    name: head.name,
    baseMs: median(base.samples.map(({ wallMs }) => wallMs)),
    headMs: median(head.samples.map(({ wallMs }) => wallMs)),
    change: { ratio: change.ratio, low: change.low, high: change.high },
    levelRatio: LEVEL_RATIO,
    verdict: judgeVersion(change, marginRatio),
    detectableRatio: null,
    basedOnCount: 1,
    reason: null,
  };
}

function sideOf(document: ResultDocument): Omit<ComparedSide, 'label'> {
  return { createdAt: document.createdAt, commit: document.environment.commit, machine: machineName(document) };
}

function fileOf({ scenarios }: ResultDocument, { cell }: Arm): string | null {
  return scenarios.find(({ id }) => id === cell.key.scenarioId)?.file ?? null;
}
