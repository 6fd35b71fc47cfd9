// A part of the study for every run of the tests: hostile documents from a fixed seed, small ones, with the same checks.

import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { messageFaults, pageFaults } from './faults.ts';
import { KINDS, mutantOf } from './mutants.ts';
import { originals } from './originals.ts';
import { tryMutant } from './trial.ts';

const SEED = 1;
const SCENARIO_COUNT = 1;
const all = await originals(SCENARIO_COUNT);
const LARGE = ['very many'];
const mutant = (index: number, leftOut = LARGE) => mutantOf(all, SEED, index, leftOut);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

function outcomeOf(index: number, leftOut?: string[]) {
  const { original, changes, text } = mutant(index, leftOut);
  return { changes, ...tryMutant({ text }, parseDocument(original.text, original.name)) };
}

it.each(numbers(100))('document %i is shown or refused', (index) => {
  const { changes, faults } = outcomeOf(index);
  expect({ changes, faults }).toEqual({ changes, faults: [] });
});

it.each(numbers(60))('document %i with odd samples is shown or refused', (index) => {
  const others = [...KINDS.keys()].filter((kind) => kind !== 'samples');
  const { changes, faults } = outcomeOf(index, others);
  expect({ changes, faults }).toEqual({ changes, faults: [] });
});

it('makes the same documents of the same seed, some to be shown and some to be refused, by every kind of change', () => {
  expect(mutant(5)).toEqual(mutant(5));
  const made = numbers(100).map((index) => mutant(index));
  expect(new Set(made.map(({ text }) => text)).size).toBeGreaterThan(80);
  expect(new Set(made.map(({ kind }) => kind)).size).toBe(KINDS.size - LARGE.length);
  const states = numbers(12).map((index) => outcomeOf(index).state);
  expect(new Set(states)).toEqual(new Set(['shown', 'refused']));
});

describe('the checks see', () => {
  it.each([
    ['control character', 'a\u001b[0m'],
    ['control character', 'a\u009bm'],
    ['control character', 'a\u202eb'],
    ['control character', 'a\rb'],
    ['no figure', 'NaN ms'],
    ['no figure', 'took undefined'],
    ['no figure', 'Infinity times'],
    ['no figure', '-3 %'],
    ['no figure', '1e+21 ms'],
    ['too wide', 'x'.repeat(81)],
  ])('%s in %j', (kind, text) => {
    expect(pageFaults(text, 'table', 80)).toEqual([expect.objectContaining({ kind })]);
  });

  it('nothing in an honest page', () => {
    expect(pageFaults('gather  12.3 ms  38 %\nover 1,000 %, -\n', 'table', 80)).toEqual([]);
    expect(pageFaults('a,b\r\n1,Infinity\r\n', 'csv', 80)).toEqual([]);
  });

  it('JSON that cannot be read, and refusals that name no file or never end', () => {
    expect(pageFaults('{"a":', 'json', 80)).toEqual([expect.objectContaining({ kind: 'not readable' })]);
    expect(messageFaults('no name', 'x.json')).toEqual([expect.objectContaining({ kind: 'not readable' })]);
    expect(messageFaults(`x.json ${'y'.repeat(2_000)}`, 'x.json')).toHaveLength(1);
    expect(messageFaults('x.json is empty', 'x.json')).toEqual([]);
  });

  it('a stack where anything but a refusal is thrown', () => {
    const { original, text } = mutantOf(
      all,
      SEED,
      0,
      [...KINDS.keys()].filter((kind) => kind !== 'arms'),
    );
    const broken = { ...parseDocument(original.text, original.name), scenarios: null } as never;
    expect(tryMutant({ text: original.text }, broken).faults).toContainEqual(
      expect.objectContaining({ kind: 'stack' }),
    );
    expect(text).not.toBe('');
  });
});
