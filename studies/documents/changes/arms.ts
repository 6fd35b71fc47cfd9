// Changes to what an arm is: twice the same, of no scenario, with shapes, parameters and states of other worlds. A
// document of version 1 has no keys; the same changes are made to the fields that it has instead.

import type { Mutation } from './mutation.ts';
import { ODD_NUMBERS, ODD_TEXTS, pick } from './odd-values.ts';
import { entriesOf, type Fields, isFields, listOf, setAt } from './tree.ts';

const SHAPES: readonly unknown[] = [
  null,
  {},
  { waits: 'sliding', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  { waits: 'one', waitsOn: 'loop', computesOn: 'gpu', perMessage: 'nothing' },
  { waits: 'all', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing', retries: 3 },
  { waits: 'batches', waitsOn: 'workers', computesOn: 'loop', perMessage: 'task' },
  { waits: 'bounded', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  { waits: 'batches', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  { waits: 'one', waitsOn: 'workers', computesOn: 'workers', perMessage: 'task' },
  { waits: 4, waitsOn: true, computesOn: '', perMessage: ODD_TEXTS[2] },
];

const ofCell = (id: string, apply: (cell: Fields, random: () => number, tree: Fields) => void): Mutation => ({
  id,
  apply(tree, random) {
    const cell = pick(entriesOf(tree.cells), random);
    if (cell !== undefined) apply(cell, random, tree);
  },
});

/** Where the cell's identity stands: its key, or the cell itself in version 1. */
function identityOf(cell: Fields): Fields {
  return isFields(cell.key) ? cell.key : cell;
}

export const armMutations: readonly Mutation[] = [
  ofCell('an arm twice', (cell, _, tree) => listOf(tree.cells).push(structuredClone(cell))),
  ofCell('an arm of no scenario', (cell, random) => {
    identityOf(cell).scenarioId = pick(['nowhere', ...ODD_TEXTS], random);
  }),
  ofCell('an odd strategy id', (cell, random) => {
    identityOf(cell).strategyId = pick(ODD_TEXTS, random);
  }),
  ofCell('an odd subject', (cell, random) => {
    identityOf(cell).subject = pick(['base', 'head', 'other', ''], random);
  }),
  ofCell('an unknown or another shape', (cell, random) => {
    cell.shape = pick(SHAPES, random);
  }),
  {
    id: 'unknown shapes everywhere',
    apply(tree, random) {
      for (const cell of entriesOf(tree.cells)) cell.shape = pick(SHAPES, random);
    },
  },
  ofCell('an odd limit or pool', (cell, random) => {
    const name = pick(['concurrency', 'threads'], random);
    const value = pick([...ODD_NUMBERS, '4', true, null], random);
    const parameters = isFields(cell.key) ? cell.key.parameters : cell;
    if (isFields(parameters)) parameters[name] = value;
    if (cell.shape !== undefined) cell.shape = pick(SHAPES, random);
  }),
  ofCell('an odd parameter', (cell, random) => {
    const { parameters } = identityOf(cell);
    if (!isFields(parameters)) return;
    setAt({ parent: parameters, key: pick(ODD_TEXTS, random) }, pick([...ODD_NUMBERS, ...ODD_TEXTS], random));
  }),
  ofCell('failed with samples', (cell, random) => {
    cell.status = { state: 'failed', failure: { code: pick(ODD_TEXTS, random), message: pick(ODD_TEXTS, random) } };
  }),
  ofCell('skipped with samples', (cell, random) => {
    cell.status = { state: 'skipped', reason: pick(ODD_TEXTS, random) };
  }),
  ofCell('an odd state', (cell, random) => {
    cell.status = { state: pick(['', 'done', 'failed', 'skipped'], random) };
  }),
  ofCell('placebo or not', (cell) => {
    cell.placebo = !cell.placebo;
  }),
  ofCell('an odd digest', (cell, random) => {
    cell.outputDigest = pick([null, ...ODD_TEXTS], random);
  }),
  ofCell('other task counts', (cell, random) => {
    cell.taskCount = pick([1, 7, 1e9, ...ODD_NUMBERS], random);
  }),
  ofCell('odd opening times', (cell, random) => {
    cell.openMs = Array.from({ length: 3 }, () => pick(ODD_NUMBERS, random));
  }),
];
