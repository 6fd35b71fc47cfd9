// Changes to the samples of arms: figures that no clock shows, rounds that cannot be, far too many of them.

import type { Mutation } from './mutation.ts';
import { ODD_NUMBERS, pick } from './odd-values.ts';
import { entriesOf, type Fields, listOf } from './tree.ts';

const MANY_ROUNDS = 20_000;
/** Fields of either version of the format; a document has no more of the other's than an unknown field. */
const TIMES = [
  'wallMs',
  'cpuMs',
  'computeMs',
  'computeWallMs',
  'ioMs',
  'serverMs',
  'serverCpuMs',
  'taskMs',
  'longestTaskMs',
  'handoverMs',
  'gcMs',
  'inFlightMean',
  'loopUtilizationRatio',
  'wastedMs',
];
const COUNTS = ['completedCount', 'failedCount', 'connectCount', 'round', 'epoch', 'slot'];
/** The shortest and the longest batches that the format lets in: no ratio of them is a number. */
const ENDS = [5e-324, 1e-300, 1e12];
/** Without these no audit finds fault with such a time, and it reaches the statistics. */
const NOTHING_ELSE = {
  taskMs: 0,
  inFlightMean: 0,
  serverCpuMs: 0,
  serverMs: 0,
  ioMs: 0,
  computeMs: 0,
  computeWallMs: 0,
};
const NO_CALIBRATION = { calibration: [], typicalTasks: [], fastestTasks: [] };
/** Figures that the format lets in. */
const ALLOWED = ODD_NUMBERS.filter((value) => value >= 0 && value <= 1e12);

const ofCell = (id: string, apply: (cell: Fields, samples: Fields[], random: () => number) => void): Mutation => ({
  id,
  apply(tree, random) {
    const cells = entriesOf(tree.cells);
    const cell = pick(cells, random);
    if (cell !== undefined) apply(cell, entriesOf(cell.samples), random);
  },
});

/** Every cell of one scenario with so many rounds; two arms of it, or reading the text alone would take the time. */
export const manyRounds: Mutation = {
  id: 'twenty thousand rounds',
  apply(tree) {
    const cells = entriesOf(tree.cells).filter(({ samples }) => listOf(samples).length > 0);
    for (const cell of cells.slice(0, 2)) {
      const samples = entriesOf(cell.samples);
      cell.samples = Array.from({ length: MANY_ROUNDS }, (_, round) => {
        const sample = samples[round % samples.length] as Fields;
        return { ...sample, round, epoch: Math.floor((round * 5) / MANY_ROUNDS) };
      });
    }
  },
};

export const sampleMutations: readonly Mutation[] = [
  {
    id: 'one figure of all samples',
    apply(tree, random) {
      const [field, value, share] = [pick(TIMES, random), pick(ALLOWED, random), pick([0.3, 1], random)];
      for (const cell of entriesOf(tree.cells)) {
        if (random() < share) for (const sample of entriesOf(cell.samples)) sample[field] = value;
      }
    },
  },
  {
    id: 'figures of some samples',
    apply(tree, random) {
      for (const cell of entriesOf(tree.cells)) {
        for (const sample of entriesOf(cell.samples)) {
          if (random() < 0.2) sample[pick(TIMES, random)] = pick(ALLOWED, random);
        }
      }
    },
  },
  ofCell('odd counts', (_, samples, random) => {
    for (const sample of samples) sample[pick(COUNTS, random)] = pick(ODD_NUMBERS, random);
  }),
  ofCell('a round twice', (_, samples) => {
    for (const sample of samples.slice(1)) sample.round = samples[0]?.round;
  }),
  ofCell('negative rounds', (_, samples) => {
    for (const sample of samples) sample.round = -1 - Number(sample.round);
  }),
  ofCell('rounds of nobody else', (_, samples) => {
    for (const sample of samples) sample.round = 500_000_000 + Number(sample.round);
  }),
  ofCell('epochs out of order', (_, samples, random) => {
    for (const sample of samples) sample.epoch = Math.floor(random() * 40);
  }),
  ofCell('an epoch for each round', (_, samples) => {
    for (const sample of samples) sample.epoch = sample.round;
  }),
  ofCell('samples backwards', (cell, samples) => {
    cell.samples = samples.reverse();
  }),
  ofCell('no samples', (cell) => {
    cell.samples = [];
  }),
  ofCell('one sample', (cell, samples) => {
    cell.samples = samples.slice(0, 1);
  }),
  {
    id: 'one sample everywhere',
    apply(tree) {
      for (const cell of entriesOf(tree.cells)) cell.samples = listOf(cell.samples).slice(0, 1);
    },
  },
  {
    id: 'rounds disturbed',
    apply(tree, random) {
      const share = pick([0.1, 0.5, 1], random);
      for (const cell of entriesOf(tree.cells)) {
        for (const sample of entriesOf(cell.samples)) if (random() < share) sample.contaminated = 'others';
      }
    },
  },
  {
    id: 'times from end to end',
    apply(tree, random) {
      const share = pick([0.3, 1], random);
      for (const cell of entriesOf(tree.cells)) {
        const own = pick(ENDS, random);
        const drawn = random() < 0.5;
        for (const sample of entriesOf(cell.samples)) {
          if (random() >= share) continue;
          Object.assign(sample, NOTHING_ELSE, { wallMs: drawn ? pick(ENDS, random) : own });
        }
      }
      for (const scenario of entriesOf(tree.scenarios)) Object.assign(scenario, NO_CALIBRATION);
    },
  },
  {
    id: 'equal times everywhere',
    apply(tree, random) {
      const wallMs = pick([5e-324, 1, 1e12], random);
      for (const cell of entriesOf(tree.cells)) for (const sample of entriesOf(cell.samples)) sample.wallMs = wallMs;
    },
  },
];
