// Each hunt as a learner meets it, in real processes: what is handed out fails and is told why, and more than one way to be
// right is taken for right.

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HUNTS } from './registry.ts';
import { brokenProgram, solutionFile, solutionsOf, verdictOn } from './testing/programs.ts';

const MISCONCEPTIONS: Readonly<Record<number, string>> = {
  1: 'one request at a time',
  2: '`forEach` waits for an async function',
  3: '`async` makes a call wait elsewhere',
  4: 'more requests, more speed',
  5: 'batches are a limit',
  6: 'a client is a request',
  7: 'a thread costs nothing',
  8: 'a late answer means a slow server',
  9: 'a rejection stops the others',
  10: 'trying again is free',
};

it('there are ten, in order, each with a program of its own', () => {
  expect(HUNTS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const programs = readdirSync(new URL('../../hunts/', import.meta.url)).sort();
  expect(HUNTS.map(({ file }) => file)).toEqual(programs);
});

describe.each(HUNTS)('hunt $number, $title', (hunt) => {
  it('is not solved by what is handed out', async () => {
    const verdict = await verdictOn(hunt, brokenProgram(hunt));
    expect(verdict).toMatchObject({ solved: false, misconception: MISCONCEPTIONS[hunt.number] });
  });

  it('has more than one solution', () => {
    expect(solutionsOf(hunt).length).toBeGreaterThanOrEqual(2);
  });

  it.each(solutionsOf(hunt))('is solved by %s', async (name) => {
    expect(await verdictOn(hunt, solutionFile(name), 2)).toEqual({ solved: true });
  });
});
