// Are the fixture's delays true? Its deadline scheduler against plain setTimeout in turn, its distributions against
// their formulas, its CPU units under competition, and what a computing neighbour does to a delay.

import { measureFidelity } from '../fixtures/probe/fidelity.ts';
import { FIDELITY_HEADS, fidelityNotes, fidelityRows } from '../fixtures/probe/fidelity-table.ts';
import { measureIsolation } from '../fixtures/probe/isolation.ts';
import { measureUnitCost } from '../fixtures/probe/unit-cost.ts';
import { fitDistributions } from './fidelity-distributions.ts';
import type { Study } from './study.ts';
import { drawTable } from './table.ts';

const NEIGHBOURS = {
  none: 'nobody',
  worker: '10 ms units on the worker thread',
  loop: '10 ms units on the event loop',
};

export const study: Study = {
  id: 'fidelity',
  question: 'Are the delays of the fixture server true, and what does setTimeout make of the same loads?',
  async run({ long, write }) {
    const fidelity = await measureFidelity(long ? 6 : 1, [1_000, 5_000], write);
    write('fidelity: distributions, units, neighbours');
    const fits = fitDistributions();
    const units = await measureUnitCost(long ? 8 : 3);
    const neighbours = await measureIsolation(long ? 12 : 4);
    const alone = units[0]?.cpuMs ?? Number.NaN;
    const text = [
      drawTable(FIDELITY_HEADS, fidelityRows(fidelity)),
      ...fidelityNotes(fidelity),
      '',
      drawTable(
        ['distribution (1000 samples, indices shuffled)', 'largest gap', 'allowed at 1 %', 'passes'],
        fits.map(({ name, gap, allowed }) => [name, gap.toFixed(4), allowed.toFixed(4), gap <= allowed ? 'yes' : 'NO']),
      ),
      drawTable(
        ['one CPU unit beside', 'CPU ms', 'over alone', 'wall ms'],
        units.map(({ competitorCount, cpuMs, wallMs }) => [
          `${competitorCount} computing threads`,
          cpuMs.toFixed(4),
          (cpuMs / alone).toFixed(3),
          wallMs.toFixed(4),
        ]),
      ),
      drawTable(
        ['5 ms delay beside', 'error p50 ms', 'p90 ms'],
        neighbours.map(({ name, p50Ms, p90Ms }) => [NEIGHBOURS[name], p50Ms.toFixed(3), p90Ms.toFixed(3)]),
      ),
    ].join('\n');
    return { text, json: { fidelity, fits, units, neighbours } };
  },
};
