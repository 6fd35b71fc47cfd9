// By how much does the ratio of two arms vary from round to round? The intervals of a few rounds borrow the answer
// (`ROUND_NOISE_SD`, `ROUND_NOISE_DF`). Read off the stored runs of the suite's own scenarios, each arm against its reference.

import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readDocument } from '../../src/document/store.ts';
import type { Cell } from '../../src/model/document/document.ts';
import { sampleVariance } from '../../src/stats/moments.ts';
import { ROUND_NOISE_DF, ROUND_NOISE_SD } from '../../src/stats/paired/round-noise.ts';
import { quantile } from '../../src/stats/quantile.ts';
import type { Study } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const EXAMPLES = fileURLToPath(new URL('../../results/examples/', import.meta.url));
const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** The spread of one arm's log-ratios in one epoch. */
interface Spread {
  readonly variance: number;
  readonly df: number;
}

export const study: Study = {
  id: 'round-noise',
  question: 'By how much does the ratio of two arms vary from round to round?',
  async run() {
    const names = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.json'));
    const documents = await Promise.all(names.map((name) => readDocument(`${EXAMPLES}${name}`)));
    const spreads = documents.flatMap(({ cells }) =>
      [...Map.groupBy(cells, ({ key }) => key.scenarioId).values()].flatMap(([reference, ...others]) =>
        reference === undefined ? [] : others.flatMap((cell) => spreadsOf(reference, cell)),
      ),
    );
    const { typicalSd, df } = fitPrior(spreads);
    const deviations = spreads.map(({ variance }) => Math.sqrt(variance));
    const within = deviations.filter((deviation) => deviation <= ROUND_NOISE_SD).length / deviations.length;
    const head = ['pairs of arms\nby epoch', ...QUANTILES.map((q) => percent(q, 0)), 'fitted\nsd', 'fitted\ndf'];
    const row = [`${spreads.length}`, ...QUANTILES.map((q) => quantile(deviations, q).toFixed(3))];
    const text = [
      drawTable(head, [[...row, typicalSd.toFixed(3), df.toFixed(1)]]),
      `Standard deviations in log units, by quantile, of ${names.length} stored runs. Borrowed: ${ROUND_NOISE_SD} with ` +
        `${ROUND_NOISE_DF} degrees of freedom; ${percent(within, 0)} are below.`,
    ].join('\n');
    return { text, json: { typicalSd, df, within, deviations } };
  },
};

function spreadsOf(reference: Cell, { samples }: Cell): Spread[] {
  const byRound = new Map(reference.samples.map((sample) => [sample.round, sample.wallMs]));
  const sound = samples.filter(({ contaminated, round }) => contaminated === undefined && byRound.has(round));
  return [...Map.groupBy(sound, ({ epoch }) => epoch).values()].flatMap((epoch) => {
    if (epoch.length < 3) return [];
    const logs = epoch.map(({ round, wallMs }) => Math.log((byRound.get(round) as number) / wallMs));
    return [{ variance: sampleVariance(logs), df: logs.length - 1 }];
  });
}

/** The scaled inverse chi-squared distribution of such variances (Smyth, Stat. Appl. Genet. Mol. Biol. 3(1), 2004, section 6.2). */
function fitPrior(spreads: readonly Spread[]): { typicalSd: number; df: number } {
  const told = spreads.filter(({ variance }) => variance > 0);
  const centred = told.map(({ variance, df }) => Math.log(variance) - digamma(df / 2) + Math.log(df / 2));
  const centre = centred.reduce((sum, value) => sum + value, 0) / centred.length;
  const expected = told.reduce((sum, { df }) => sum + trigamma(df / 2), 0) / told.length;
  const left = Math.max(1e-6, sampleVariance(centred) - expected);
  let [low, high] = [0.01, 1e6];
  for (let step = 0; step < 100; step++) {
    const middle = Math.sqrt(low * high);
    if (trigamma(middle) > left) low = middle;
    else high = middle;
  }
  return { typicalSd: Math.sqrt(Math.exp(centre + digamma(low) - Math.log(low))), df: 2 * low };
}

/** Derivative of ln Γ: recurrence up to 6, then the asymptotic series (Abramowitz & Stegun 6.3.5, 6.3.18). */
function digamma(x: number): number {
  if (x < 6) return digamma(x + 1) - 1 / x;
  return Math.log(x) - 1 / (2 * x) - 1 / (12 * x ** 2) + 1 / (120 * x ** 4);
}

/** Its derivative (6.4.6, 6.4.12). */
function trigamma(x: number): number {
  if (x < 6) return trigamma(x + 1) + 1 / x ** 2;
  return 1 / x + 1 / (2 * x ** 2) + 1 / (6 * x ** 3) - 1 / (30 * x ** 5);
}
