// The documents that mutants are made from: a real run in version 1 of the format, cut to a few scenarios, and one of
// version 2 with every kind of outcome.

import { readFile } from 'node:fs/promises';
import { documentOf } from '../../src/report/testing/document-builder.ts';
import * as samples from '../../src/report/testing/sample-documents.ts';
import { entriesOf, type Fields } from './changes/tree.ts';
import type { Original } from './mutants.ts';

const EXAMPLES = ['two-cores', 'two-cores-again'];

/** The originals; `scenarioCount` is how much of each is kept. */
export async function originals(scenarioCount: number): Promise<Original[]> {
  const examples = EXAMPLES.map(async (name) => {
    const text = await readFile(new URL(`../../results/examples/version-1/${name}.json`, import.meta.url), 'utf8');
    return { name, text: JSON.stringify(firstScenarios(JSON.parse(text), scenarioCount)) };
  });
  return [...(await Promise.all(examples)), { name: 'version 2', text: JSON.stringify(versionTwo(scenarioCount)) }];
}

function firstScenarios(document: Fields, count: number): Fields {
  const scenarios = entriesOf(document.scenarios).slice(0, count);
  const ids = scenarios.map(({ id }) => id);
  return { ...document, scenarios, cells: entriesOf(document.cells).filter((cell) => ids.includes(cell.scenarioId)) };
}

function versionTwo(scenarioCount: number) {
  const { trouble, downloadThenHash, countPrimes, serverComputes } = samples;
  const scenarios = [trouble, downloadThenHash, countPrimes, serverComputes].slice(0, scenarioCount);
  return documentOf({ scenarios: scenarios.map((scenario) => ({ ...scenario, roundCount: 12 })) });
}
