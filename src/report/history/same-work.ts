// Whether two cells of two runs did the same work, so that their times may be held against each other.

import type { HistoryCell, HistoryRun } from '../../model/document/history-run.ts';
import { areKnownToDiffer } from '../../model/document/output-digest.ts';

/** A cell and the run that it belongs to. */
export interface CellOfRun {
  readonly cell: HistoryCell;
  readonly run: HistoryRun;
}

/** Why they did other work, in one sentence; null where they did the same. */
export function workDifference(base: CellOfRun, head: CellOfRun): string | null {
  return settingsDifference(base, head) ?? outputDifference(base, head) ?? scenarioDifference(base, head);
}

function settingsDifference({ cell: base }: CellOfRun, { cell: head }: CellOfRun): string | null {
  if (base.taskCount === head.taskCount) return null;
  return `different settings: tasks ${base.taskCount} in base, ${head.taskCount} in head`;
}

function outputDifference(base: CellOfRun, head: CellOfRun): string | null {
  return haveOtherOutputs(base, head) ? 'different outputs: the work itself has changed' : null;
}

/** True where both have outputs, or one has none, and they are not the same. */
export function haveOtherOutputs({ cell: base }: CellOfRun, { cell: head }: CellOfRun): boolean {
  return areKnownToDiffer(base.outputDigest, head.outputDigest);
}

/** What makes the work another, whatever the arm is called. */
function scenarioDifference(base: CellOfRun, head: CellOfRun): string | null {
  const [one, other] = [base, head].map(({ cell, run }) => run.scenarios.find(({ id }) => id === cell.key.scenarioId));
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
