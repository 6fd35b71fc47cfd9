// Is a neighbour seen who takes a core from the second second of a run on? Runs of three kinds of work beside one, and
// alone: how often it is named, how many rounds are dropped, and what becomes of the factors.

import { foreignLoad } from '../src/report/arms/foreign-load.ts';
import { buildReport } from '../src/report/build-report.ts';
import { mean } from '../src/stats/moments.ts';
import { median } from '../src/stats/quantile.ts';
import { disturbedRun } from './neighbour/disturbed-run.ts';
import type { Study } from './study.ts';
import { drawTable } from './table.ts';

/** One that computes, one that waits, one that does both. */
const SCENARIO_IDS = ['count-primes', 'slow-answers', 'download-then-hash'];
const BUDGET_MS = 6_000;

/** What one scenario of one run said. */
interface Told {
  readonly scenarioId: string;
  readonly beside: boolean;
  readonly isNamed: boolean;
  readonly foreignCores: number | null;
  readonly probedCores: number | null;
  readonly roundCount: number;
  readonly droppedRoundCount: number;
  /** Factors of the rows over the reference, by name. */
  readonly factors: Readonly<Record<string, number>>;
  readonly decidedCount: number;
  /** All that the report says of it in sentences. */
  readonly sentences: readonly string[];
}

async function tellRun(beside: boolean): Promise<Told[]> {
  const document = await disturbedRun(SCENARIO_IDS, BUDGET_MS, beside);
  return buildReport(document).scenarios.map((scenario) => {
    const { id: scenarioId, roundCount, droppedRoundCount, warnings, rows, why } = scenario;
    const samples = document.cells.filter(({ key }) => key.scenarioId === scenarioId).flatMap((cell) => cell.samples);
    const probed = document.scenarios.find(({ id }) => id === scenarioId)?.effectiveCores ?? [];
    const compared = rows.filter(({ placebo, speedup }) => !placebo && speedup !== null);
    return {
      ...{ scenarioId, beside, roundCount, droppedRoundCount },
      isNamed: warnings.some(({ code }) => code === 'neighbour'),
      foreignCores: foreignLoad(samples, document.environment.coreCount)?.meanCores ?? null,
      probedCores: probed.length === 0 ? null : mean(probed),
      factors: Object.fromEntries(compared.map(({ name, speedup }) => [name, speedup?.ratio ?? 0])),
      decidedCount: compared.filter(({ verdict }) => verdict === 'faster' || verdict === 'slower').length,
      sentences: [why, ...warnings.map(({ message }) => message)],
    };
  });
}

function rowOf(scenarioId: string, beside: boolean, all: readonly Told[]): string[] {
  const told = all.filter((one) => one.scenarioId === scenarioId && one.beside === beside);
  const typical = (figure: (one: Told) => number | null) => {
    const known = told.flatMap((one) => figure(one) ?? []);
    return known.length === 0 ? '–' : median(known).toFixed(2);
  };
  return [
    `${scenarioId}, ${beside ? 'beside' : 'alone'}`,
    `${told.filter(({ isNamed }) => isNamed).length} of ${told.length}`,
    typical(({ foreignCores }) => foreignCores),
    typical(({ probedCores }) => probedCores),
    `${sum(told, ({ droppedRoundCount }) => droppedRoundCount)} of ${sum(told, (one) => one.roundCount + one.droppedRoundCount)}`,
    typical(({ factors }) => factors.gather ?? null),
    typical(({ factors }) => factors['pool w2'] ?? null),
  ];
}

function sum(told: readonly Told[], count: (one: Told) => number): number {
  return told.reduce((total, one) => total + count(one), 0);
}

export const study: Study = {
  id: 'neighbour',
  question: 'Is a neighbour seen who takes a core from the second second of a run on?',
  async run({ long, write }) {
    const [besideCount, aloneCount] = long ? [10, 2] : [3, 1];
    const all: Told[] = [];
    for (let run = 0; run < besideCount; run++) {
      // Turn about, as long as there are any left to run alone.
      if (run < aloneCount) all.push(...(await tellRun(false)));
      const told = await tellRun(true);
      all.push(...told);
      write(
        `run ${run + 1} of ${besideCount}: named in ${told.filter(({ isNamed }) => isNamed).length} of ${told.length}`,
      );
    }
    const head = ['scenario', 'named', "others'\ncores", 'probed\ncores', 'rounds\ndropped', 'gather\n×', 'pool w2\n×'];
    const rows = SCENARIO_IDS.flatMap((id) => [rowOf(id, false, all), rowOf(id, true, all)]);
    const beside = all.filter((one) => one.beside);
    const text = [
      drawTable(head, rows),
      `Runs of ${BUDGET_MS / 1000} s over the three, ${besideCount} beside a neighbour and ${aloneCount} alone; medians over runs.`,
      'What they said beside it, once each:',
      ...[
        ...new Set(beside.flatMap(({ scenarioId, sentences }) => sentences.map((each) => `  ${scenarioId}: ${each}`))),
      ].sort(),
    ].join('\n');
    return { text, json: { besideCount, aloneCount, all }, failed: beside.some(({ isNamed }) => !isNamed) };
  },
};
