// What makes an arm the arm it is: scenario, strategy, parameters, subject. Two arms with equal keys are one arm; any
// other two are told apart everywhere: in a document, a journal, a table, a comparison.

/** A value that tells two arms of one strategy apart. */
export type ParameterValue = number | string | boolean;

/**
 * What may be varied between arms of one strategy, by name: `concurrency` (tasks under way at most), `threads` (worker
 * threads). A strategy without a parameter has no entry for it.
 */
export type ArmParameters = Readonly<Record<string, ParameterValue>>;

/** Whose code is measured: the files as they stand, or one side of a comparison of two trees. */
export type Subject = 'worktree' | 'base' | 'head';

/** Identity of an arm. */
export interface ArmKey {
  readonly scenarioId: string;
  readonly strategyId: string;
  readonly parameters: ArmParameters;
  readonly subject: Subject;
}

/** How a parameter stands in a name; any other stands there as `name=value`. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['concurrency', 'c'],
  ['threads', 'w'],
]);

/** The arm's name within its scenario, for tables and sentences: "gather", "bounded c8", "pool w2". */
export function armName({ strategyId, parameters, subject }: ArmKey): string {
  const settings = sortedEntries(parameters).map(([name, value]) => {
    const letter = LETTERS.get(name);
    return letter === undefined ? `${name}=${value}` : `${letter}${value}`;
  });
  return [strategyId, ...settings, ...(subject === 'worktree' ? [] : [`(${subject})`])].join(' ');
}

/** The key as one text; equal for equal keys, whatever the order of their parameters. */
export function keyText({ scenarioId, strategyId, parameters, subject }: ArmKey): string {
  return JSON.stringify([scenarioId, strategyId, sortedEntries(parameters), subject]);
}

/** True when both are the same arm. */
export function isSameArm(one: ArmKey, other: ArmKey): boolean {
  return keyText(one) === keyText(other);
}

/** A parameter that is a number; null where the arm has none of that name. */
export function numberParameter({ parameters }: ArmKey, name: 'concurrency' | 'threads'): number | null {
  const value = parameters[name];
  return typeof value === 'number' ? value : null;
}

function sortedEntries(parameters: ArmParameters): [string, ParameterValue][] {
  return Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1));
}
