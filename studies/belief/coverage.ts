// Does the 95 % interval hold the truth 95 % of the time? Known ratios, from a tie to a factor of nine, on simulated
// machines and on real twins one of which is scaled. Too seldom means overconfident, too often means timid.

import { seededRandom } from '../../src/model/seeded-random.ts';
import { pairedRatio } from '../../src/stats/paired/paired-ratio.ts';
import { median } from '../../src/stats/quantile.ts';
import { drawTrial } from '../sessions/session.ts';
import { realSources, type Source, simulatedSources } from '../sessions/sources.ts';
import type { Study } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const SEED = 20_262;
const RATIOS = [0.9, 1, 1.05, 1.25, 2, 9];
const ROUND_COUNT = 240;

export const study: Study = {
  id: 'coverage',
  question: 'How often does the 95 % interval hold the true ratio?',
  async run(options) {
    const trialCount = options.long ? 4000 : 400;
    const columns = [
      ...(await realSources(options, SEED)),
      ...simulatedSources(8),
      ...simulatedSources(2).map((source) => ({ ...source, name: `${source.name}, 2 epochs` })),
    ].map((source) => {
      options.write(`coverage of ${RATIOS.length} ratios: ${source.name}`);
      return {
        source: source.name,
        cells: RATIOS.map((ratio, index) => coverageOf(source, ratio, trialCount, SEED + index)),
      };
    });
    const rows = RATIOS.map((ratio, index) => [
      `× ${ratio}`,
      ...columns.map(
        ({ cells }) =>
          `${percent(cells[index]?.coveredRatio ?? Number.NaN)}\n± ${percent(cells[index]?.halfWidthRatio ?? 0)}`,
      ),
    ]);
    const head = ['true ratio', ...columns.map((column) => column.source.replaceAll(', ', '\n'))];
    const note = `Share of ${trialCount} intervals that held the truth, and their median half-width; ${ROUND_COUNT} rounds, 8 epochs unless told.`;
    return { text: `${drawTable(head, rows)}\n${note}`, json: { trialCount, ratios: RATIOS, columns } };
  },
};

function coverageOf(source: Source, ratio: number, trialCount: number, seed: number) {
  const random = seededRandom(seed);
  const widths: number[] = [];
  let covered = 0;
  for (let index = 0; index < trialCount; index++) {
    const plan = { roundCount: ROUND_COUNT, slowdownRatio: 1 / ratio };
    const found = pairedRatio(drawTrial(source.session(random), plan, random).rounds, 0.95);
    if (found.low <= ratio && ratio <= found.high) covered++;
    widths.push(Math.sqrt(found.high / found.low) - 1);
  }
  return { ratio, coveredRatio: covered / trialCount, halfWidthRatio: median(widths) };
}
