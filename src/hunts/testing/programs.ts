// The programs that hunts are tried with: the broken ones that are handed out, and right ones, which are nobody's to see.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hunt, Verdict } from '../hunt.ts';
import { runHunt } from '../run-hunt.ts';

const BROKEN = fileURLToPath(new URL('../../../hunts/', import.meta.url));
const SOLUTIONS = fileURLToPath(new URL('./solutions/', import.meta.url));

export function brokenProgram({ file }: Pick<Hunt, 'file'>): string {
  return join(BROKEN, file);
}

/** Their files, by name: each begins with the numbers of the hunts that it solves, such as `04-05-limiter.mjs`. */
export function solutionsOf({ number }: Pick<Hunt, 'number'>): string[] {
  return readdirSync(SOLUTIONS).filter((name) => numbersIn(name).includes(number));
}

function numbersIn(name: string): number[] {
  return (/^(?:\d\d-)+/.exec(name)?.[0] ?? '').split('-').filter(Boolean).map(Number);
}

export function solutionFile(name: string): string {
  return join(SOLUTIONS, name);
}

/** What is made of a file, with the hidden figures of a seed. */
export function verdictOn(hunt: Hunt, file: string, seed = 1, deadlineMs?: number): Promise<Verdict> {
  const { signal } = new AbortController();
  return runHunt({ hunt, file, seed, signal, ...(deadlineMs !== undefined && { deadlineMs }) });
}
