// What follows from a shape alone; the strategies' own tests see to it that they do what theirs says.

import { describe, expect, it } from 'vitest';
import {
  complexityOf,
  describeShape,
  isOneByOne,
  knownShape,
  parametersOf,
  type Shape,
  suitedKinds,
  usesProcesses,
  usesWorkers,
} from './shape.ts';

const onLoop = (waits: Shape['waits']): Shape => ({
  waits,
  waitsOn: 'loop',
  computesOn: 'loop',
  perMessage: 'nothing',
});
const pool: Shape = { waits: 'one', waitsOn: 'workers', computesOn: 'workers', perMessage: 'task' };
const processes: Shape = { ...pool, waitsOn: 'processes', computesOn: 'processes' };
const split: Shape = { waits: 'all', waitsOn: 'loop', computesOn: 'workers', perMessage: 'task' };

describe('a shape', () => {
  it('needs the settings that its words speak of', () => {
    expect(parametersOf(onLoop('one'))).toEqual([]);
    expect(parametersOf(onLoop('all'))).toEqual([]);
    expect(parametersOf(onLoop('bounded'))).toEqual(['concurrency']);
    expect(parametersOf(onLoop('batches'))).toEqual(['concurrency']);
    expect(parametersOf(pool)).toEqual(['threads']);
    expect(parametersOf(processes)).toEqual(['threads']);
    expect(parametersOf({ ...split, waits: 'bounded' })).toEqual(['concurrency', 'threads']);
  });

  it('that keeps waiting and computing apart suits work that has both', () => {
    expect(suitedKinds(split)).toEqual(['mixed']);
    expect(suitedKinds(pool)).toEqual(['io', 'cpu', 'mixed']);
    expect(suitedKinds(processes)).toEqual(['io', 'cpu', 'mixed']);
  });

  it('is one by one on the loop only', () => {
    expect([onLoop('one'), onLoop('all'), pool, processes, split].map(isOneByOne)).toEqual([
      ...[true, false, false, false, false],
    ]);
  });

  it('is the more complex, the more there is to it', () => {
    const simplestFirst = [onLoop('one'), onLoop('all'), onLoop('bounded'), onLoop('batches'), pool, split, processes];
    const ranks = simplestFirst.map(complexityOf);
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it('sends tasks to workers, threads or processes, or keeps them on the loop', () => {
    const shapes = [onLoop('all'), pool, split, processes];
    expect(shapes.map(usesWorkers)).toEqual([false, true, true, true]);
    expect(shapes.map(usesProcesses)).toEqual([false, false, false, true]);
  });

  it('is told in words', () => {
    expect(describeShape(onLoop('bounded'))).toBe('at most c at once; waits and computes on the loop');
    expect(describeShape(pool)).toBe('one at a time in each worker; waits and computes in workers');
    expect(describeShape(processes)).toBe('one at a time in each process; waits and computes in child processes');
    expect(describeShape(split)).toBe('all at once; waits on the loop, computes in workers');
  });
});

describe('a recorded shape', () => {
  it('is known when every word of it is', () => {
    expect(knownShape({ ...pool })).toEqual(pool);
  });

  it.each([
    ['an unknown word', { ...pool, waits: 'hedged' }],
    ['an unknown aspect', { ...pool, retries: 3 }],
    ['a missing aspect', { waits: 'one', waitsOn: 'loop', computesOn: 'loop' }],
    ['nothing', {}],
  ])('is not known with %s', (_, recorded) => {
    expect(knownShape(recorded)).toBeNull();
  });
});
