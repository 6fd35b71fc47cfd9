// A warning says a thing once: for all rows that share it, and for all scenarios that share it. Warnings are alike when
// they differ in nothing but figures; then the sentence is told with the least and the most of each.

import type { Row, ScenarioReport } from '../../../model/report/report.ts';
import { namesOfRows } from '../names.ts';
import type { Warnings } from '../page.ts';

const FIGURE = /(?<![\w.])\d+(?:\.\d+)?/gu;

interface Told {
  readonly scenario: ScenarioReport;
  /** Null for what is told of the whole scenario. */
  readonly row: Row | null;
  readonly message: string;
  readonly remedy: string;
}

/** All warnings of the scenarios: those that several share, and those of each alone. */
export interface SortedWarnings {
  readonly shared: Warnings['warnings'];
  readonly own: ReadonlyMap<ScenarioReport, Warnings['warnings']>;
}

/** Sorts what is told of scenarios and rows by whom it concerns. */
export function sortWarnings(scenarios: readonly ScenarioReport[]): SortedWarnings {
  const groups = [...Map.groupBy(scenarios.flatMap(toldOf), alikeness).values()];
  const isShared = (group: readonly Told[]) => new Set(group.map(({ scenario }) => scenario)).size > 1;
  const own = scenarios.map((scenario) => {
    const groupsOfIt = groups.filter((group) => !isShared(group) && group[0]?.scenario === scenario);
    return [scenario, onePerRemedy(groupsOfIt, (group) => rowsOf(group, scenario))] as const;
  });
  return { shared: onePerRemedy(groups.filter(isShared), namesOfScenarios), own: new Map(own) };
}

function toldOf(scenario: ScenarioReport): Told[] {
  const told = (row: Row | null, warnings: ScenarioReport['warnings']) =>
    warnings.map(({ message, remedy }) => ({ scenario, row, message: message.replace(/\.$/u, ''), remedy }));
  return [...told(null, scenario.warnings), ...scenario.rows.flatMap((row) => told(row, row.warnings))];
}

const alikeness = ({ row, message, remedy }: Told) =>
  JSON.stringify([row === null, message.replace(FIGURE, '0'), remedy]);

function onePerRemedy(groups: readonly Told[][], namesOf: (group: readonly Told[]) => string): Warnings['warnings'] {
  return [...Map.groupBy(groups, ([first]) => first?.remedy ?? '')].map(([remedy, ofRemedy]) => {
    const sentences = ofRemedy.map((group) => {
      const names = namesOf(group);
      return `${names === '' ? '' : `${names}: `}${withRanges(group.map(({ message }) => message))}`;
    });
    return { message: `${sentences.join('; ')}.`, remedy };
  });
}

function namesOfScenarios(group: readonly Told[]): string {
  const named = [...Map.groupBy(group, ({ scenario }) => scenario)].map(([scenario, told]) => {
    const rows = rowsOf(told, scenario);
    return rows === '' ? scenario.id : `${scenario.id} (${rows})`;
  });
  return named.join(', ');
}

function rowsOf(group: readonly Told[], scenario: ScenarioReport): string {
  return namesOfRows(
    group.flatMap(({ row }) => row ?? []),
    scenario,
  );
}

// "varies by 6 to 14 %": the sentence once, with the least and the most where its figures differ.
function withRanges(messages: readonly string[]): string {
  const figures = messages.map((message) => message.match(FIGURE) ?? []);
  let place = 0;
  return (messages[0] ?? '').replace(FIGURE, (figure) => {
    const all = figures.map((each) => each[place] ?? figure).sort((a, b) => Number(a) - Number(b));
    place++;
    return all[0] === all.at(-1) ? figure : `${all[0]} to ${all.at(-1)}`;
  });
}
