// Predicted against measured over the whole catalogue: every row of a real run, or of a document. A prediction is made
// from what tasks cost alone and from the machine's price list, never from the row that it is held against.

import { readDocument } from '../src/document/store.ts';
import type { Preflight } from '../src/model/document/document.ts';
import { buildReport } from '../src/report/build-report.ts';
import { median } from '../src/stats/quantile.ts';
import { type PredictedCell, predictedCells, TARGETS } from './predictions/cells.ts';
import { measureCatalogue } from './predictions/measure.ts';
import type { Study } from './study.ts';
import { drawTable, percent } from './table.ts';

export const study: Study = {
  id: 'predictions',
  question: 'How far is a measured row from its prediction?',
  async run(options) {
    const { documentPath } = options;
    const document = documentPath === undefined ? await measureCatalogue(options) : await readDocument(documentPath);
    const cells = predictedCells(buildReport(document));
    const compared = cells.filter(({ errorRatio }) => errorRatio !== null);
    const rows = cells.map((cell) => [
      cell.scenarioId,
      cell.name,
      time(cell.floorMs),
      time(cell.predictedMs),
      time(cell.measuredMs),
      cell.errorRatio === null ? '–' : signed(cell.errorRatio),
      cell.errorRatio === null ? 'withheld' : cell.withinTarget ? 'yes' : 'no',
    ]);
    const head = ['scenario', 'strategy', 'floor\nms', 'predicted\nms', 'measured\nms', 'error', 'within\ntarget'];
    const kinds = Object.entries(TARGETS).map(([kind, targetRatio]) => ({
      kind,
      targetRatio,
      ...accuracyOf(compared.filter((cell) => cell.kind === kind)),
    }));
    const all = accuracyOf(compared);
    const text = [
      drawTable(head, rows),
      'Error: measured median over prediction, less 1; above 0 the run took longer.',
      `Within target: ${all.withinCount} of ${all.cellCount} rows (${percent(all.withinCount / all.cellCount)}).`,
      ...kinds.map(
        ({ kind, targetRatio, cellCount, withinCount, medianErrorRatio }) =>
          `  ${kind}, ± ${percent(targetRatio)}: ${withinCount} of ${cellCount}, median absolute error ${percent(medianErrorRatio)}`,
      ),
      `Preflight: ${machineText(document.preflight)}.`,
    ].join('\n');
    return { text, json: { all, kinds, cells, preflight: document.preflight } };
  },
};

function accuracyOf(cells: readonly PredictedCell[]) {
  const errors = cells.map(({ errorRatio }) => Math.abs(errorRatio ?? 0));
  return {
    cellCount: cells.length,
    withinCount: cells.filter(({ withinTarget }) => withinTarget).length,
    medianErrorRatio: errors.length === 0 ? Number.NaN : median(errors),
  };
}

// Quiet: what makes a machine fit to be predicted, most of every core and nobody else's hand in it.
function machineText(preflight: Preflight | null): string {
  if (preflight === null) return 'not run';
  const { effectiveCores, stealRatio } = preflight;
  const gave = effectiveCores.at(-1) ?? 1;
  const quiet = gave >= 0.85 * effectiveCores.length && (stealRatio ?? 0) <= 0.05;
  const steal = stealRatio === null ? 'steal unknown' : `steal ${percent(stealRatio)}`;
  return `${quiet ? 'quiet' : 'not quiet'} (${gave.toFixed(2)} of ${effectiveCores.length} cores, ${steal})`;
}

function time(timeMs: number | null): string {
  return timeMs === null ? '–' : timeMs.toFixed(2);
}

function signed(share: number): string {
  return `${share >= 0 ? '+' : '−'}${percent(Math.abs(share))}`;
}
