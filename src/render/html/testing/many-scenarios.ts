// A run of many scenarios, each with timelines: more than a page has room for. Two are told, and the others are copies of them.

import type { ArmKey } from '../../../model/arm-key.ts';
import type { ResultDocument } from '../../../model/document/document.ts';
import type { ScenarioReport } from '../../../model/report/report.ts';
import type { NamedReport } from '../../renderer.ts';
import { taughtRun } from './taught-run.ts';

/** So many scenarios. */
export function manyScenariosRun(count: number): NamedReport & { readonly document: ResultDocument } {
  const { name, report, timelines = [], document } = taughtRun();
  if (document === undefined) throw new Error('expected a document');
  const copies = <Item>(items: readonly Item[], copy: (item: Item, idOf: (id: string) => string) => Item): Item[] =>
    Array.from({ length: Math.ceil(count / report.scenarios.length) }, (_, index) =>
      items.map((item) => copy(item, (id) => `${id}-${index + 1}`)),
    ).flat();
  const keyed = <Item extends { readonly key: ArmKey }>(item: Item, idOf: (id: string) => string): Item => ({
    ...item,
    key: { ...item.key, scenarioId: idOf(item.key.scenarioId) },
  });
  const scenarios = copies(
    report.scenarios,
    (scenario, idOf): ScenarioReport => ({
      ...scenario,
      id: idOf(scenario.id),
      rows: scenario.rows.map((row) => keyed(row, idOf)),
    }),
  );
  return {
    name,
    report: { ...report, scenarios: scenarios.slice(0, count) },
    timelines: copies(timelines, (own, idOf) => ({ ...own, scenarioId: idOf(own.scenarioId) })),
    document: {
      ...document,
      scenarios: copies(document.scenarios, (scenario, idOf) => ({ ...scenario, id: idOf(scenario.id) })),
      cells: copies(document.cells, keyed),
    },
  };
}
